import { grouped } from '../../../server/src/core/explain/quantities';
import type { Story } from '../../../server/src/core/reachability/story';
import { viewOf } from '../../../server/src/core/reachability/view';
import type { StoryRecords } from '../../../server/src/core/requests';
import { visible } from '../visible';
import { wrap } from './wrap';

const INDENT = 18;
/** Columns that text is read well in, and those that it needs beside its indent. */
const WIDEST = 100;
const NARROWEST = 50;

/** How wide stories are written on a terminal of so many columns; 0 if that is not known. */
export function widthFor(columns = 0): number {
  return columns > 0 ? Math.max(NARROWEST, Math.min(WIDEST, columns)) : WIDEST;
}

/** A story for people to read, a paragraph a question. */
export function storyText(story: Story, width = WIDEST): string {
  const view = viewOf(story);
  const { code, certainty, layer, evidence, assumptions, query } = view;
  const parts: readonly (readonly [label: string, text: string])[] = [
    ['Proves', view.proves],
    ['Does not prove', view.doesNotProve],
    ...labelled('Assumes', assumptions),
    ...labelled('Evidence', evidence),
    ['Request', recordsText(view.request)],
    ['Reply', recordsText(view.reply)],
    ['Next check', view.nextCheck],
  ];
  return [
    `${code}  ${certainty}  ${layer}`,
    ...wrap(visible(view.summary), 0, width),
    ...parts.flatMap(([label, text]) => paragraph(label, text, width)),
    // In one piece, to be copied.
    ...(query === '' ? [] : [`  ${'Query'.padEnd(INDENT - 2)}${visible(query)}`]),
    '',
    '',
  ].join('\n');
}

function labelled(label: string, texts: readonly string[]): (readonly [string, string])[] {
  return texts.map((text, i) => [i === 0 ? label : '', text] as const);
}

function paragraph(label: string, text: string, width: number): string[] {
  if (text === '') return [];
  const [first = '', ...rest] = wrap(visible(text), INDENT, width);
  return [`  ${label.padEnd(INDENT - 2)}${first.trimStart()}`, ...rest];
}

function recordsText({ lines, leftOut }: StoryRecords): string {
  if (lines.length === 0) return leftOut > 0 ? `${grouped(leftOut)} records` : 'not on record';
  const numbers = lines.map(line => line + 1).join(', ');
  const more = leftOut > 0 ? ` and ${grouped(leftOut)} more` : '';
  return `${lines.length + leftOut === 1 ? 'line' : 'lines'} ${numbers}${more}`;
}
