import type { CancellationToken } from 'vscode-languageserver';
import { readBlockLabels } from '../blockLists';
import { findLines, type FindOptions } from '../core/filter/findLines';
import type { RecordFilter } from '../core/filter/recordFilter';
import { LINES_REQUEST, type LinesParams, type LinesResult } from '../core/summaryRequests';
import { guarded, type Feature, type FeatureHost } from '../feature';
import { AHEAD, type OpenDocument } from '../openDocument';
import { runInSlices } from '../slices';

/** The way from a summary's figures back to their lines. */
export const summaryLines: Feature = host => {
  host.connection.onRequest(
    LINES_REQUEST,
    guarded(
      host,
      'Finding lines',
      { lines: [], more: false },
      async (params: LinesParams, token: CancellationToken): Promise<LinesResult> => {
        const { most } = params;
        const lines = await find(host, { ...params, most: most + 1 }, token);
        return { lines: lines.slice(0, most), more: lines.length > most };
      },
    ),
  );
  return {};
};

async function find(
  host: FeatureHost,
  { uri, filter, from, most }: LinesParams,
  token: CancellationToken,
): Promise<number[]> {
  const { documents, files } = host;
  const needsLists = filter.group !== undefined || filter.threat !== undefined;
  const where = { from, most, ...(needsLists && (await readBlockLabels(host))) };
  const document = documents.get(uri);
  if (document) {
    return findInDocument(document, filter, where, () => token.isCancellationRequested);
  }
  const { columns } = documents.currentSettings;
  const latest = Math.floor(Date.now() / 1000) + AHEAD;
  return (await files?.findLines(uri, filter, { ...where, columns, latest })) ?? [];
}

async function findInDocument(
  document: OpenDocument,
  filter: RecordFilter,
  where: FindOptions & { readonly from: number; readonly most: number },
  isStopped: () => boolean,
): Promise<number[]> {
  const { fault, ...others } = filter;
  if (fault === undefined) return runInSlices(findLines(document.table, filter, where), isStopped);
  const faulty = await document.linesWith(fault, isStopped);
  const wanted = faulty.filter(line => line >= where.from);
  // Faults stand on lines that are no record, too.
  if (Object.keys(others).length === 0) return wanted.slice(0, where.most);
  const work = findLines(document.table, others, { ...where, most: Infinity });
  const records = new Set(await runInSlices(work, isStopped));
  return wanted.filter(line => records.has(line)).slice(0, where.most);
}
