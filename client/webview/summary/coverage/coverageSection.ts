import type { Coverage, CoveragePoint } from '../../../../server/src/core/summary/summary';
import { element, svg } from '../../common/element';
import { lasting, stretch, utc } from '../format/times';
import type { Reveal } from '../messages';
import { STATES, STATE_NAMES, pointFilter } from './coverageModel';

type OnReveal = (message: Reveal) => void;

/** For each point a strip of time: when it has data, when it said that it has none, and no record. */
export function coverageStrips(coverage: Coverage, reveal: OnReveal): HTMLElement {
  const { width, from, to, points, leftOut } = coverage;
  return element(
    'div',
    { class: 'coverage' },
    element(
      'ul',
      { class: 'legend', 'aria-label': 'What the strips show' },
      ...STATES.map(state =>
        element(
          'li',
          {},
          element('span', { class: `swatch ${state}`, 'aria-hidden': 'true' }),
          STATE_NAMES[state],
        ),
      ),
    ),
    ...points.map(point => strip(point, coverage, reveal)),
    element(
      'p',
      { class: 'strip-ends' },
      element('span', {}, utc(from)),
      element('span', {}, `${utc(to)} UTC`),
    ),
    element(
      'p',
      { class: 'note' },
      `In slots of ${lasting(width)}, at least twice as long as the longest record. “No record” does not say that data was lost: where times are those of the first and the last packet, a record covers less than its capture window.`,
    ),
    leftOut && element('p', { class: 'note' }, 'There are more interfaces than are shown here.'),
  );
}

function strip(point: CoveragePoint, { from, to }: Coverage, reveal: OnReveal): HTMLElement {
  const { key, runs } = point;
  const span = to - from || 1;
  const said = STATES.filter(state => point.slots[state] > 0)
    .map(state => `${STATE_NAMES[state]} in ${point.slots[state]}`)
    .join(', ');
  // What is missing lies below the rest, which is never too thin to be seen.
  const inOrder = [...runs].sort(
    (a, b) => Number(b.state === 'missing') - Number(a.state === 'missing'),
  );
  const drawn = inOrder.map(run => {
    const wide = ((run.to - run.from) / span) * WIDTH;
    const width = run.state === 'missing' ? wide : Math.max(wide, LEAST_WIDTH);
    const filter = { ...pointFilter(key), time: { from: run.from, to: run.to } };
    const title = `${key}, ${STATE_NAMES[run.state]}, ${stretch(run)}`;
    const piece = svg(
      'rect',
      {
        class: `run ${run.state}`,
        x: Math.min(((run.from - from) / span) * WIDTH, WIDTH - width),
        width,
        ...HEIGHTS[run.state],
      },
      svg('title', {}, title),
    );
    if (run.state !== 'missing') piece.addEventListener('click', () => reveal({ title, filter }));
    return piece;
  });
  const label = `Slots of ${key}: ${said}`;
  const picture = { viewBox: `0 0 ${WIDTH} 20`, preserveAspectRatio: 'none', role: 'img' };
  const name = element(
    'button',
    {
      type: 'button',
      class: 'link',
      title: 'Select its records in the editor',
      'data-focus': `strip ${key}`,
    },
    key,
  );
  name.addEventListener('click', () => reveal({ title: key, filter: pointFilter(key) }));
  return element(
    'div',
    { class: 'strip' },
    name,
    svg('svg', { class: 'runs', 'aria-label': label, ...picture }, ...drawn) as unknown as Node,
  );
}

const WIDTH = 1000;
const LEAST_WIDTH = 3;

/** States differ in height too, so that not colour alone tells them apart. */
const HEIGHTS = {
  ok: { y: 1, height: 18 },
  'no-data': { y: 11, height: 8 },
  'skip-data': { y: 6, height: 13 },
  missing: { y: 18, height: 1 },
} as const;
