import type { StoryView } from '../../../../server/src/core/requests';
import { isBetweenRegions, isDirectionKnown } from '../storyEnds';
import { wayNames } from '../wayNames';
import { fatesOf } from './fate';
import { laneOf } from './lane';
import { localEnd } from './localEnd';
import type { Gate, GateKind, PathEnd, PathModel } from './pathModel';
import { regionBeside } from './regions';

type Role = 'initiator' | 'responder';

/** The drawing of a story; undefined where the story is of no conversation. */
export function pathOf(story: StoryView): PathModel | undefined {
  if (story.protocol === null) return undefined;
  const local = isDirectionKnown(story) ? localEnd(story) : undefined;
  const kinds = gateKinds(story, local);
  const fates = fatesOf(story);
  const names = wayNames(story);
  const isUnsure = story.layer === 'unknown';
  return {
    ends: [endOf(story, 'initiator', local), endOf(story, 'responder', local)],
    gates: kinds.map((kind): Gate => ({ kind, isUnsure: isUnsure && kind !== 'bandwidth-limit' })),
    request: laneOf({ way: 'request', name: names.request }, fates.request, kinds),
    reply: laneOf({ way: 'reply', name: names.reply }, fates.reply, kinds.toReversed()),
    place: story.observationPoint,
  };
}

/**
 * A network ACL works at the subnet's edge and a security group at the interface, so inbound
 * traffic meets the ACL first and outbound traffic the group.
 */
function gateKinds(story: StoryView, local: Role | undefined): GateKind[] {
  if (isBetweenRegions(story)) return ['bandwidth-limit'];
  if (local === undefined || story.layer === 'unknown') return ['either'];
  return local === 'responder'
    ? ['network-acl', 'security-group']
    : ['security-group', 'network-acl'];
}

function endOf(story: StoryView, role: Role, local: Role | undefined): PathEnd {
  if (!isDirectionKnown(story)) return nameless(role);
  const { address, port } = story[role];
  const region = isBetweenRegions(story) ? regionBeside(story.summary, address) : '';
  return {
    role: role === 'initiator' ? 'Initiator' : 'Responder',
    address: address ?? 'several',
    details: [port === null ? '' : `port ${port}`, region].filter(text => text !== ''),
    isLocal: role === local,
  };
}

/** An end of which the sentence tells, and not which of the two it is. */
function nameless(role: Role): PathEnd {
  const name = role === 'initiator' ? 'One end' : 'Other end';
  return { role: name, address: '', details: ['who began: unknown'], isLocal: false };
}
