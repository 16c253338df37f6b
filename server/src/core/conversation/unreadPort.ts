import type { LayoutSet } from '../layouts/layoutSet';
import { readLine } from '../record/readLine';
import { ABSENT } from '../record/readValue';
import { FLAG } from '../scan/columns';
import { lineText, wrappedAt, type Chunk } from '../scan/chunk';

const PORTS = [
  ['srcport', FLAG.srcPort],
  ['dstport', FLAG.dstPort],
] as const;

/**
 * Whether a port that a record should have cannot be read: its value is faulty, or its place empty.
 * Not one that the record says is absent, as of later fragments, nor one that its columns lack.
 */
export function hasUnreadPort(chunk: Chunk, row: number, layouts: LayoutSet): boolean {
  const { flags, layout } = chunk.columns;
  const lacks = PORTS.filter(([, flag]) => !(flags[row]! & flag)).map(([name]) => name);
  if (lacks.length === 0) return false;
  const text = wrappedAt(chunk, row)?.text ?? lineText(chunk, row);
  const reading = readLine(text, layouts, { declared: layout[row]! });
  if (reading.kind !== 'record') return false;
  const { view } = reading;
  return lacks.some(name => {
    const value = view.value(name);
    return value ? value.text !== ABSENT : view.missing.some(({ field }) => field.name === name);
  });
}
