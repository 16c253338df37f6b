import type { Fate } from './fate';
import { captionOf } from './laneCaption';
import type { GateKind, Lane, Mark, Stroke } from './pathModel';

/** Draws a fate along the gates, which are given in the order in which this way meets them. */
export function laneOf(
  { way, name }: Pick<Lane, 'way' | 'name'>,
  fate: Fate,
  gates: readonly GateKind[],
): Lane {
  const { marks, strokes } = drawn(fate, gates);
  return { way, name, marks, strokes, caption: captionOf(fate) };
}

type Drawn = Pick<Lane, 'marks' | 'strokes'>;

function drawn(fate: Fate, gates: readonly GateKind[]): Drawn {
  switch (fate.kind) {
    case 'passed':
      return { marks: gates.map(() => 'passed'), strokes: evenly('solid', gates) };
    case 'unseen':
      return { marks: gates.map(() => 'none'), strokes: evenly('faint', gates) };
    case 'mixed':
      return { marks: gates.map(() => 'maybe-stopped'), strokes: evenly('dashed', gates) };
    case 'stopped':
      return stoppedAt(fate, gates);
  }
}

function evenly(stroke: Stroke, gates: readonly GateKind[]): Stroke[] {
  return [stroke, ...gates.map(() => stroke)];
}

function stoppedAt(
  { by, certainty }: Fate & { kind: 'stopped' },
  gates: readonly GateKind[],
): Drawn {
  const at = gates.indexOf(by);
  // One of several did it: the first may already have.
  if (at < 0 || by === 'either') {
    const strokes = gates.map((): Stroke => 'dashed');
    return {
      marks: gates.map(() => 'maybe-stopped'),
      strokes: ['solid', ...strokes.slice(1), 'faint'],
    };
  }
  const sure = certainty === 'proved';
  const mark: Mark = sure ? 'stopped' : 'likely-stopped';
  const before: Mark = sure ? 'passed' : 'likely-passed';
  const reached: Stroke = sure ? 'solid' : 'dashed';
  return {
    marks: gates.map((_, i) => (i < at ? before : i === at ? mark : 'none')),
    strokes: evenly('faint', gates).map((faint, i) =>
      i === 0 ? 'solid' : i <= at ? reached : faint,
    ),
  };
}
