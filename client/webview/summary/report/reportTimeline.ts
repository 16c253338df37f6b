import type { Metric } from '../../../../server/src/core/summary/summary';
import { element, svg } from '../../common/element';
import { utc } from '../format/times';
import type { Bar } from '../timeline/coarsen';
import { barWords, chartLabel } from '../timeline/timelineWords';

const WIDTH = 1200;
const HEIGHT = 200;

/** The timeline as a drawing that needs no script. */
export function reportTimeline(bars: readonly Bar[], by: Metric): HTMLElement {
  const most = bars.reduce((found, { total }) => Math.max(found, total[by]), 0) || 1;
  const wide = WIDTH / Math.max(1, bars.length);
  const label = chartLabel(bars, by);
  return element(
    'figure',
    {},
    svg(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        preserveAspectRatio: 'none',
        role: 'img',
        'aria-label': label,
      },
      ...bars.map((bar, i) => drawn(bar, i * wide)),
    ) as unknown as Node,
    element(
      'p',
      { class: 'ends' },
      element('span', {}, utc(bars[0]!.from)),
      element('span', {}, `${utc(bars.at(-1)!.to)} UTC`),
    ),
    element(
      'figcaption',
      { class: 'note' },
      'Green: accepted. Red: rejected. Grey: other, or no records.',
    ),
  );

  function drawn(bar: Bar, x: number): SVGGElement {
    const width = wide * 0.86;
    const piece = (name: string, upTo: number) => {
      const height = (upTo / most) * HEIGHT;
      return svg('rect', { class: name, x, width, y: HEIGHT - height, height });
    };
    const { total, accepted, rejected, line } = bar;
    return svg(
      'g',
      {},
      svg('title', {}, barWords(bar, by)),
      line === null && svg('rect', { class: 'gap', x, width: wide, y: HEIGHT - 6, height: 6 }),
      piece('other', total[by]),
      piece('rejected', accepted[by] + rejected[by]),
      piece('accepted', accepted[by]),
    );
  }
}
