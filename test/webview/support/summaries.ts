import { readFileSync } from 'node:fs';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { summarise } from '../../../server/src/core/summary/summarise';
import type { Summary } from '../../../server/src/core/summary/summary';
import type { Picture } from '../../../client/webview/summary/messages';

/** The summary of a log, as the server makes it. */
export function summaryOf(text: string): Summary {
  const work = summarise(new FlowDocument(text, Infinity).table, { top: 100, seed: 1 });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export function sampleSummary(name: string): Summary {
  return summaryOf(readFileSync(`samples/${name}`, 'utf8'));
}

export function pictureOf(summary: Summary, part: Partial<Picture> = {}): Picture {
  return { summary, of: 'document', notes: [], partial: false, time: null, ...part };
}
