import type { StoryView } from '../../../../server/src/core/requests';
import { isBetweenRegions, isDirectionKnown } from '../storyEnds';
import { counted } from '../counted';
import { wayNames } from '../wayNames';
import { fatesOf } from './fate';
import { laneOf } from './lane';
import type { Gate, GateKind, PathEnd, PathModel } from './pathModel';

type Role = 'initiator' | 'responder';

/** The drawing of a story; undefined where the story is of no conversation. */
export function pathOf(story: StoryView): PathModel | undefined {
  if (story.protocol === null) return undefined;
  const local = isDirectionKnown(story) ? localRole(story) : undefined;
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

function localRole({ localEnd }: StoryView): Role | undefined {
  if (localEnd === null) return undefined;
  return localEnd === 0 ? 'initiator' : 'responder';
}

/**
 * A network ACL works at the subnet's edge and a security group at the interface, so inbound
 * traffic meets the ACL first and outbound traffic the group.
 */
function gateKinds(story: StoryView, local: Role | undefined): GateKind[] {
  if (isBetweenRegions(story)) return ['bandwidth-limit'];
  // The group alone is named where the user says that no ACL is bound.
  if (story.layer === 'security-group') return ['security-group'];
  if (local === undefined || story.layer === 'unknown') return ['either'];
  return local === 'responder'
    ? ['network-acl', 'security-group']
    : ['security-group', 'network-acl'];
}

function endOf(story: StoryView, role: Role, local: Role | undefined): PathEnd {
  if (!isDirectionKnown(story)) return undirected(story, role);
  const { address, port } = story[role];
  const region = story.regions?.[role === 'initiator' ? 0 : 1] ?? '';
  return {
    role: role === 'initiator' ? 'Initiator' : 'Responder',
    address:
      address ?? (story.peers ? counted(story.peers.count, 'address', 'addresses') : 'several'),
    details: [port === null ? '' : `port ${port}`, region].filter(text => text !== ''),
    isLocal: role === local,
  };
}

/** An end of which nobody knows whether it began. */
function undirected(story: StoryView, role: Role): PathEnd {
  const at = role === 'initiator' ? 0 : 1;
  const { address, port } = story.ends[at];
  return {
    role: role === 'initiator' ? 'One end' : 'Other end',
    address: address ?? 'several',
    details: [...(port === null ? [] : [`port ${port}`]), 'who began: unknown'],
    isLocal: story.localEnd === at,
  };
}
