import type { Chunk } from '../scan/chunk';
import { FLAG, LINE } from '../scan/columns';

/**
 * Two hashes a row of a chunk, 64 bits together: equal records have equal ones in every chunk, and
 * unequal ones hardly ever. The first is 0 for rows that are no record on a line of its own.
 */
export function hashRows(chunk: Chunk): Uint32Array {
  const hashes = new Uint32Array(chunk.lines * 2);
  const { columns, names, v6 } = chunk;
  const { kind, flags, source, destination, srcPort, dstPort, protocol } = columns;
  const { packets, bytes, start, end, action, status, point } = columns;
  for (let row = 0; row < chunk.lines; row++) {
    const flag = flags[row]!;
    if (kind[row] !== LINE.record || flag & FLAG.wrapped) continue;
    const from = flag & FLAG.sourceV6 ? hashBytes(v6.at(source[row]!)) : source[row]!;
    const to = flag & FLAG.destinationV6 ? hashBytes(v6.at(destination[row]!)) : destination[row]!;
    const ports = (srcPort[row]! << 16) | dstPort[row]!;
    const kinds = (protocol[row]! << 8) | (action[row]! << 4) | status[row]!;
    const name = names.hash(point[row]!);
    // Sums of products with odd numbers: they do not wait for each other as a chain would.
    const low =
      Math.imul(from, 0x9e3779b1) +
      Math.imul(to, 0x85ebca6b) +
      Math.imul(ports, 0xc2b2ae35) +
      Math.imul(kinds, 0x27d4eb2f) +
      Math.imul(packets[row]!, 0x165667b1) +
      Math.imul(bytes[row]!, 0xd3a2646d) +
      Math.imul(start[row]!, 0xfd7046c5) +
      Math.imul(end[row]!, 0xb55a4f09) +
      Math.imul(name, 0x2545f491);
    const high =
      Math.imul(from, 0xcc9e2d51) +
      Math.imul(to, 0x1b873593) +
      Math.imul(ports, 0xe6546b65) +
      Math.imul(kinds, 0x52dce729) +
      Math.imul(packets[row]!, 0x38495ab5) +
      Math.imul(bytes[row]!, 0xa3b19535) +
      Math.imul(start[row]!, 0x239b961b) +
      Math.imul(end[row]!, 0xab0e9789) +
      Math.imul(name, 0x68e31da5);
    hashes[row * 2] = spread(low) || 1;
    hashes[row * 2 + 1] = high;
  }
  return hashes;
}

/** The upper bits of such a sum are the good ones; a table is addressed by the lower. */
function spread(sum: number): number {
  const mixed = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

function hashBytes(bytes: Uint8Array): number {
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5);
}
