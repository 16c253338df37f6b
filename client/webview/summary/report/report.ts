import { element } from '../../common/element';
import { coverageTable } from '../coverage/coverageModel';
import { thresholdText } from '../findings';
import { STORIES_OF_TIME } from '../storiesCard';
import { stretch } from '../format/times';
import type { Picture, Sort } from '../messages';
import { noticesOf } from '../notices';
import { lineText } from '../places';
import { lineSets } from '../series/seriesModel';
import { lineTable } from '../series/seriesTables';
import { allTables } from '../tables/allTables';
import type { View } from '../tables/view';
import { coarsen } from '../timeline/coarsen';
import { tilesOf } from '../totals';
import { REPORT_STYLE } from './reportStyle';
import { reportTable } from './reportTable';
import { reportTimeline } from './reportTimeline';

const MOST_BARS = 240;

/** Nothing but its own style may act in a report, whatever a log had put into it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The page as one file that needs nothing else, with every text of the log as text. */
export function reportHtml(
  name: string,
  picture: Picture,
  view: View,
  sorts: ReadonlyMap<string, Sort>,
): string {
  const { summary, time } = picture;
  const made = document.implementation.createHTMLDocument('');
  const title = `Summary of ${name}`;
  const style = element('style');
  style.textContent = REPORT_STYLE;
  made.head.replaceChildren(
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('title', {}, title),
    style,
  );
  const bars = coarsen(summary.timeline, MOST_BARS);
  const series = lineSets(summary, view.by);
  const coverage = coverageTable(summary.coverage);
  made.documentElement.setAttribute('lang', 'en');
  made.body.replaceChildren(
    element('h1', {}, title),
    ...(time ? [element('p', {}, `Only records of ${stretch(time)}.`)] : []),
    element('ul', {}, ...noticesOf(picture).map(text => element('li', {}, text))),
    element('dl', {}, ...tilesOf(summary).map(tile)),
    ...(bars.length > 0 ? [element('h2', {}, 'Over time'), reportTimeline(bars, view.by)] : []),
    ...findings(picture),
    ...(series.length > 0
      ? [
          element('h2', {}, 'The largest over time'),
          ...series.map(set => reportTable(lineTable(set, view.by), undefined)),
        ]
      : []),
    ...allTables(summary, view).flatMap(group => [
      element('h2', {}, group.title),
      ...group.tables.map(model => reportTable(model, sorts.get(model.id))),
    ]),
    ...(coverage.rows.length > 0
      ? [element('h2', {}, 'Coverage'), reportTable(coverage, sorts.get(coverage.id))]
      : []),
  );
  return `<!doctype html>\n${made.documentElement.outerHTML}\n`;
}

function tile({ name, value, detail }: ReturnType<typeof tilesOf>[number]): HTMLElement {
  return element(
    'div',
    {},
    element('dt', {}, name),
    element('dd', { class: 'value' }, value),
    detail ? element('dd', { class: 'note' }, detail) : null,
  );
}

function findings({ summary, logs, storiesLeftOut, time }: Picture): (HTMLElement | string)[] {
  if (summary.findings.length === 0 && storiesLeftOut === null) return [];
  return [
    element('h2', {}, 'Worth a look'),
    element('p', { class: 'note' }, 'Each is a hint, not a verdict.'),
    storiesLeftOut === null
      ? ''
      : element('p', { class: 'note' }, `Reachability stories: ${storiesLeftOut}`),
    time && summary.findings.some(({ rule }) => rule === 'reachability')
      ? element('p', { class: 'note' }, `Reachability stories: ${STORIES_OF_TIME}`)
      : '',
    ...summary.findings.map(finding =>
      element(
        'section',
        {},
        element('h3', {}, finding.title),
        element('p', {}, finding.text),
        element('p', { class: 'note' }, thresholdText(finding)),
        finding.lines.length > 0
          ? element(
              'p',
              { class: 'note' },
              finding.lines.map(line => lineText(logs, line)).join('; '),
            )
          : null,
      ),
    ),
  ];
}
