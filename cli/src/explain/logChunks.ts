import { chunksOf, type ChunkSource } from '../../../server/src/core/conversation/chunkSource';
import {
  FactsBuilder,
  type FactOptions,
  type LogFacts,
} from '../../../server/src/core/conversation/logFacts';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import type { ScanOptions } from '../../../server/src/core/scan/scanChunk';
import { FlowTable } from '../../../server/src/core/table/flowTable';
import { loadKernel } from '../../../server/src/kernel/loadKernel';
import { LogFile } from '../../../server/src/node/log/logFile';
import { readChunks } from '../check/readChunks';
import { isReadOnce, readBlocks } from '../input/readBlocks';
import { unusableBecause } from '../input/unusable';

/** Bytes in a chunk, about; chunks that come out larger are read without the kernel. */
const CHUNK_SIZE = 256 * 1024;

export interface LogOptions {
  /** The fields of a log that carries no header; empty if they are not known. */
  readonly columns: readonly string[];
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
}

/** A log that was read once for its facts, and can be read again. */
export interface Log {
  readonly chunks: ChunkSource;
  readonly facts: LogFacts;
  close(): void;
}

/** Reads a log for its facts. Of a file a part is held at any time, what can be read only once is held whole. */
export async function openLog(
  path: string,
  { columns, latest }: LogOptions,
  options: FactOptions,
): Promise<Log> {
  const layouts = new LayoutSet();
  const declared = columns.length > 0 ? layouts.declare(columns) : -1;
  const scan: ScanOptions = { layouts, latest, kernel: loadKernel(4 * CHUNK_SIZE) };
  const chunks = readChunks(readBlocks(path), declared, scan, CHUNK_SIZE);
  const facts = new FactsBuilder(options, layouts);
  return isReadOnce(path) ? hold(chunks, facts, scan) : index(path, chunks, facts, scan);
}

async function hold(
  chunks: AsyncIterable<Chunk>,
  facts: FactsBuilder,
  scan: ScanOptions,
): Promise<Log> {
  const held: Chunk[] = [];
  let line = 0;
  for await (const chunk of chunks) {
    facts.add(chunk, line);
    held.push(chunk);
    line += chunk.lines;
  }
  const table = new FlowTable(scan);
  table.splice(0, 0, held);
  return { chunks: chunksOf(table), facts: facts.finish(), close: () => undefined };
}

async function index(
  path: string,
  chunks: AsyncIterable<Chunk>,
  facts: FactsBuilder,
  scan: ScanOptions,
): Promise<Log> {
  let file: LogFile | undefined;
  try {
    // What cannot be read says so before the file is opened a second time.
    for await (const chunk of chunks) {
      file ??= new LogFile(path, scan);
      facts.add(chunk, file.note(chunk));
    }
    file ??= new LogFile(path, scan);
    const log = file;
    return { chunks: log, facts: facts.finish(), close: () => log.close() };
  } catch (error) {
    file?.close();
    throw unusableBecause(error);
  }
}
