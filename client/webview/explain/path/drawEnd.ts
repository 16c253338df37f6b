import { svg } from '../../common/element';
import type { Box } from './layout';
import type { PathEnd } from './pathModel';

/** Characters that fit beside each other in the narrower of the boxes. */
const FITTING = 20;
const LINE = 17;

/** One end: its part, its address, and the interface if the records are this end's own. */
export function drawEnd(end: PathEnd, place: string, box: Box): SVGGElement {
  const lines = [
    ...broken(end.address, 2).map(text => ({ text, class: 'address' })),
    ...[...end.details, ...(end.isLocal ? [`at ${place}`] : [])].map(text => ({
      text: shortened(text),
      class: 'detail',
    })),
  ];
  const x = box.x + box.width / 2;
  const y = box.y + (box.height - LINE * lines.length) / 2 + 4;
  return svg(
    'g',
    { class: `end${end.isLocal ? ' local' : ''}` },
    svg('rect', { ...box, rx: 6 }),
    svg('text', { x, y, 'text-anchor': 'middle', class: 'role' }, end.role),
    ...lines.map((line, i) =>
      svg(
        'text',
        { x, y: y + LINE * (i + 1), 'text-anchor': 'middle', class: line.class },
        line.text,
      ),
    ),
  );
}

function shortened(text: string): string {
  return text.length > FITTING + 2 ? `${text.slice(0, FITTING + 1)}\u2026` : text;
}

/** A text on so many lines, broken where an address has a mark. */
export function broken(text: string, most: number): string[] {
  if (text.length <= FITTING) return [text];
  if (most === 1) return [`${text.slice(0, FITTING - 1)}\u2026`];
  const mark = text.slice(0, FITTING).search(/[:.\s-][^:.\s-]*$/);
  const at = mark < FITTING / 2 ? FITTING : mark + 1;
  return [text.slice(0, at), ...broken(text.slice(at), most - 1)];
}
