import type { CancellationToken } from 'vscode-languageserver';
import { AS_COUNTED } from '../core/fold/lineRuns';
import type { Fold } from '../core/fold/fold';
import { DetailFold } from '../core/summary/detail/detailFold';
import { SummaryFold } from '../core/summary/summaryFold';
import type { OpenDocument } from '../openDocument';
import { runInSlices } from '../slices';
import type { OneLog, OnProgress } from './oneLog';

/** The text in an editor, with its unsaved edits, as it is when this is called. */
export function documentLog(document: OpenDocument, token: CancellationToken): OneLog {
  // The second pass has to count the text that the first did, whatever is typed between them.
  const { chunks, lines, records } = document.table;
  const { layouts } = document.table.options;
  const stopped = () => token.isCancellationRequested;
  const size = chunks.reduce((sum, { bytes }) => sum + bytes.length, 0);

  async function run<P>(fold: Fold<P>, onProgress: OnProgress): Promise<P> {
    await runInSlices(addAll(fold), stopped);
    onProgress({ bytes: size, records });
    return fold.partial();
  }

  function* addAll(fold: Fold<unknown>): Generator<void, void> {
    let line = 0;
    for (const chunk of chunks) {
      fold.add(chunk, line);
      line += chunk.lines;
      yield;
    }
  }

  return {
    uri: document.uri,
    kind: 'document',
    size: () => Promise.resolve(size),
    async fold(options, onProgress) {
      const { counts, byCode } = await document.check(token);
      const partial = await run(new SummaryFold(layouts, options), onProgress);
      const facts = { faults: counts.error + counts.warning, faultsByRule: byCode };
      return { lines, records, parts: [{ runs: AS_COUNTED, partial }], facts };
    },
    async recount(options, plan, onProgress) {
      const partial = await run(new DetailFold(layouts, options, plan), onProgress);
      return [{ runs: AS_COUNTED, partial }];
    },
  };
}
