import { faultFacts, mergeFaults } from '../core/fold/faults';
import type { FileAccess, FoldOptions } from '../fileAccess';
import { Unanswerable } from '../unanswerable';
import { nameOf, type OneLog } from './oneLog';

/** A file on disk, read by its path with several threads. */
export function fileLog(
  uri: string,
  files: FileAccess | undefined,
  reading: Pick<FoldOptions, 'columns' | 'latest' | 'signal'>,
): OneLog {
  return {
    uri,
    kind: 'file',
    size: () => files?.sizeOf(uri) ?? Promise.resolve(0),
    async fold(summary, onProgress, onPicture) {
      if (!files) throw new Unanswerable(`${nameOf(uri)} is not open in the editor.`);
      const options = { summary, ...reading, onProgress, ...(onPicture && { onPicture }) };
      const { parts, ...about } = await files.fold(uri, options);
      const counted = parts.map(({ faults, runs }) => ({ part: faults, runs }));
      return { ...about, parts, facts: faultFacts(mergeFaults(counted)) };
    },
    async recount(summary, plan, onProgress) {
      const { parts } = await files!.recount(uri, plan, { summary, ...reading, onProgress });
      return parts;
    },
  };
}
