import { closeSync, openSync, readSync } from 'node:fs';
import type { ChunkSource } from '../../../server/src/core/conversation/chunkSource';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import { scanChunk, type ScanOptions } from '../../../server/src/core/scan/scanChunk';
import { FlowTable } from '../../../server/src/core/table/flowTable';
import { loadKernel } from '../../../server/src/kernel/loadKernel';
import { readChunks } from '../check/readChunks';
import { readBlocks, STANDARD_INPUT } from '../input/readBlocks';
import { unusableBecause, UnusableInput } from '../input/unusable';
import { ChunkCache } from './chunkCache';

/** Bytes in a chunk, about; chunks that come out larger are read without the kernel. */
const CHUNK_SIZE = 256 * 1024;
const BYTE_ORDER_MARK = 3;

export interface LogOptions {
  /** The fields of a log that carries no header; empty if they are not known. */
  readonly columns: readonly string[];
  /** Unix seconds after which a time is implausible. */
  readonly latest: number;
}

/** A log that can be read more than once. */
export interface Log {
  readonly chunks: ChunkSource;
  close(): void;
}

/** A log read whole, standard input for `-`. */
export async function readTable(path: string, options: LogOptions): Promise<FlowTable> {
  const { scan, declared } = scanOptions(options);
  const chunks: Chunk[] = [];
  for await (const chunk of readChunks(readBlocks(path), declared, scan, CHUNK_SIZE)) {
    chunks.push(chunk);
  }
  const table = new FlowTable(scan);
  table.splice(0, 0, chunks);
  return table;
}

/** A file of which only a part is held at any time. */
export async function openLog(path: string, options: LogOptions): Promise<Log> {
  const { scan, declared } = scanOptions(options);
  const places: ChunkPlace[] = [];
  let at = 0;
  let line = 0;
  for await (const chunk of readChunks(readBlocks(path), declared, scan, CHUNK_SIZE)) {
    const { bytes, lines, declaredBefore } = chunk;
    places.push({ at, bytes: bytes.length, line, declared: declaredBefore });
    at += bytes.length;
    line += lines;
  }
  const file = openFile(path);
  const start = beginsWithMark(file) ? BYTE_ORDER_MARK : 0;
  // The cache keeps no text, so that one buffer does for all.
  const buffer = new Uint8Array(places.reduce((most, { bytes }) => Math.max(most, bytes), 0));
  const cache = new ChunkCache(places.length, index => {
    const { at: from, bytes, declared: before } = places[index]!;
    const text = buffer.subarray(0, bytes);
    fill(text, file, start + from);
    return scanChunk(text, before, index === places.length - 1, scan);
  });
  return {
    chunks: {
      count: places.length,
      layouts: scan.layouts,
      at: index => cache.at(index),
      firstLine: index => places[index]!.line,
    },
    close: () => closeSync(file),
  };
}

/** Standard input cannot be read again, and is held. */
export const isHeld = (path: string): boolean => path === STANDARD_INPUT;

interface ChunkPlace {
  readonly at: number;
  readonly bytes: number;
  readonly line: number;
  readonly declared: number;
}

function scanOptions({ columns, latest }: LogOptions): { scan: ScanOptions; declared: number } {
  const layouts = new LayoutSet();
  const declared = columns.length > 0 ? layouts.declare(columns) : -1;
  return { scan: { layouts, latest, kernel: loadKernel(4 * CHUNK_SIZE) }, declared };
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw unusableBecause(error);
  }
}

function beginsWithMark(file: number): boolean {
  const bytes = new Uint8Array(BYTE_ORDER_MARK);
  readSync(file, bytes, 0, BYTE_ORDER_MARK, 0);
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function fill(bytes: Uint8Array, file: number, from: number): void {
  let filled = 0;
  while (filled < bytes.length) {
    const count = readSync(file, bytes, filled, bytes.length - filled, from + filled);
    if (count === 0) throw new UnusableInput('became shorter while it was read');
    filled += count;
  }
}
