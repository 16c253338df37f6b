import { readFileSync } from 'node:fs';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { summarise } from '../../../server/src/core/summary/summarise';
import type { Summary } from '../../../server/src/core/summary/summary';
import type { Picture } from '../../../client/webview/summary/messages';

/** The summary of a log, as the server makes it of a file. */
export function summaryOf(text: string): Summary {
  return summaryWith(text, false);
}

/** The summary of a log, as the server makes it of an open document. */
export function documentSummary(text: string): Summary {
  return summaryWith(text, true);
}

function summaryWith(text: string, series: boolean): Summary {
  const work = summarise(new FlowDocument(text, Infinity).table, { top: 100, seed: 1, series });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export function sampleSummary(name: string): Summary {
  return summaryOf(readFileSync(`samples/${name}`, 'utf8'));
}

export function pictureOf(summary: Summary, part: Partial<Picture> = {}): Picture {
  const logs = [{ uri: 'file:///a.log', name: 'a.log', firstLine: 0 }];
  const told = { of: 'document', logs, notes: [], storiesLeftOut: null } as const;
  return { summary, ...told, partial: false, time: null, ...part };
}
