import type { StoryView } from '../../../server/src/core/requests';
import { element } from '../shared/element';
import { counted } from './counted';
import { LAYER_NAMES } from './layerWords';
import { endText, endsText, isBetweenRegions, isDirectionKnown } from './storyEnds';

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

function endFacts(story: StoryView): readonly (readonly [string, string])[] {
  if (story.protocol === null) return [];
  if (!isDirectionKnown(story)) return [['Ends, who began is unknown', endsText(story)]];
  return [
    ['Initiator', endText(story.initiator)],
    ['Responder', endText(story.responder)],
  ];
}
