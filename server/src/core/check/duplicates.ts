import { duplicateRecord } from '../rules/duplicate-record';
import { lineText, type Chunk } from '../scan/chunk';
import { FLAG, LINE } from '../scan/columns';
import type { FlowTable } from '../table/flowTable';
import type { Levels } from './levels';
import type { Problem } from './problem';

/**
 * Finds records that stand in the log more than once, to the letter. Yields between chunks so that
 * the caller can stop. Lines are the table's.
 */
export function* findDuplicates(table: FlowTable, levels: Levels): Generator<void, Problem[]> {
  const severity = levels(duplicateRecord);
  if (severity === 'off') return [];
  const repeated = yield* repeatedHashes(table);
  const first = new Map<string, { line: number; end: number }>();
  const problems: Problem[] = [];
  if (repeated.size === 0) return problems;
  for (const [index, chunk] of table.chunks.entries()) {
    yield;
    const base = table.firstLine(index);
    for (let row = 0; row < chunk.lines; row++) {
      if (!isWhole(chunk, row) || !repeated.has(hashRow(chunk, row))) continue;
      const text = lineText(chunk, row);
      const key = text.trim();
      const line = base + row;
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { line, end: text.length });
      else problems.push({ ...duplicateOf(text, line, earlier), severity });
    }
  }
  return problems;
}

function duplicateOf(
  text: string,
  line: number,
  earlier: { readonly line: number; readonly end: number },
): Omit<Problem, 'severity'> {
  const end = text.length;
  const message = duplicateRecord.message(earlier.line + 1);
  const related = {
    line: earlier.line,
    start: 0,
    endLine: earlier.line,
    end: earlier.end,
    message: duplicateRecord.first,
  };
  return { line, start: 0, endLine: line, end, code: duplicateRecord.code, message, related };
}

/** The hashes that more than one record has. */
function* repeatedHashes(table: FlowTable): Generator<void, Set<number>> {
  const size = 1 << Math.ceil(Math.log2(Math.max(64, table.records * 2)));
  const slots = new Uint32Array(size);
  const repeated = new Set<number>();
  for (const chunk of table.chunks) {
    yield;
    for (let row = 0; row < chunk.lines; row++) {
      if (!isWhole(chunk, row)) continue;
      const hash = hashRow(chunk, row);
      let slot = hash & (size - 1);
      while (slots[slot] !== 0 && slots[slot] !== hash) slot = (slot + 1) & (size - 1);
      if (slots[slot] === hash) repeated.add(hash);
      else slots[slot] = hash;
    }
  }
  return repeated;
}

function isWhole(chunk: Chunk, row: number): boolean {
  return (
    chunk.columns.kind[row] === LINE.record && (chunk.columns.flags[row]! & FLAG.wrapped) === 0
  );
}

/** Equal records of a table have equal hashes; never 0. */
function hashRow({ columns, names, v6 }: Chunk, row: number): number {
  const flags = columns.flags[row]!;
  const source = columns.source[row]!;
  const destination = columns.destination[row]!;
  let hash = 0x811c9dc5;
  hash = mix(hash, flags & FLAG.sourceV6 ? hashBytes(v6.at(source)) : source);
  hash = mix(hash, flags & FLAG.destinationV6 ? hashBytes(v6.at(destination)) : destination);
  hash = mix(hash, (columns.srcPort[row]! << 16) | columns.dstPort[row]!);
  hash = mix(
    hash,
    (columns.protocol[row]! << 8) | (columns.action[row]! << 4) | columns.status[row]!,
  );
  hash = mix(hash, columns.packets[row]!);
  hash = mix(hash, columns.bytes[row]!);
  hash = mix(hash, columns.start[row]!);
  hash = mix(hash, columns.end[row]!);
  hash = mix(hash, names.hash(columns.point[row]!));
  return (hash ^ (hash >>> 13)) >>> 0 || 1;
}

function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

function hashBytes(bytes: Uint8Array): number {
  return bytes.reduce(mix, 0);
}
