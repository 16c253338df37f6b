import type { StorySum, StoryView } from '../../../server/src/core/requests';
import { element } from '../common/element';
import { counted } from './counted';
import { LAYER_NAMES } from './layerWords';
import { endText, endsText, isBetweenRegions, isDirectionKnown } from './storyEnds';
import { wayNames } from './wayNames';

const DIRECTIONS: Readonly<Record<StoryView['direction'], string>> = {
  ingress: 'inbound (ingress)',
  egress: 'outbound (egress)',
  unknown: 'unknown',
};

function protocolText({ protocol, protocolName }: StoryView): string {
  return protocol === null ? protocolName : `${protocolName} (${protocol})`;
}

/** The story as a table of terms, for looking something up. */
export function storyFacts(story: StoryView): HTMLElement {
  const facts: readonly (readonly [term: string, value: string])[] = [
    ['Recorded at', story.observationPoint],
    ...endFacts(story),
    ['Protocol', protocolText(story)],
    ['Layer', LAYER_NAMES[story.layer]],
    ...(isBetweenRegions(story) ? [] : [['Direction', DIRECTIONS[story.direction]] as const]),
    ...wayFacts(story),
    ['Told by', counted(story.conversations, 'conversation')],
  ];
  return element(
    'dl',
    {},
    ...facts.map(([term, value]) =>
      element('div', {}, element('dt', {}, term), element('dd', {}, value)),
    ),
  );
}

/** What was accepted and refused each way, where the way is on record. */
function wayFacts(story: StoryView): readonly (readonly [string, string])[] {
  const names = wayNames(story);
  return (['request', 'reply'] as const).flatMap(way => {
    const { accepted, refused } = story.counts[way];
    const said = [
      ...(accepted.records > 0 ? [`accepted: ${sumText(accepted)}`] : []),
      ...(refused.records > 0 ? [`refused: ${sumText(refused)}`] : []),
    ];
    return said.length > 0 && names[way] !== '' ? [[names[way], said.join('; ')] as const] : [];
  });
}

function sumText({ records, packets, bytes }: StorySum): string {
  const parts = [counted(records, 'record')];
  if (packets > 0) parts.push(counted(packets, 'packet'), counted(bytes, 'byte'));
  return parts.join(', ');
}

function endFacts(story: StoryView): readonly (readonly [string, string])[] {
  if (story.protocol === null) return [];
  if (!isDirectionKnown(story)) return [['Ends, who began is unknown', endsText(story)]];
  return [
    ['Initiator', endText(story.initiator, story.peers)],
    ['Responder', endText(story.responder, story.peers)],
    ...(story.peers ? [['Of these', story.peers.listed.join(', ')] as const] : []),
    ...(story.regions ? [['Regions', story.regions.join(' \u2192 ')] as const] : []),
  ];
}
