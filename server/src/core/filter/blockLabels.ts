import { formatAddress } from '../record/address';
import { firstOf, parseBlock, type AddressBlock } from './addressBlock';

/** A block of addresses and what the user calls it. */
export interface LabelledBlock {
  /** An address or a block, as text. */
  readonly block: string;
  readonly label: string;
}

/** No block holds the address. */
export const NO_BLOCK = -1;

/** Finds the narrowest of many blocks that holds an address. Blocks that are none are left out. */
export class BlockLabels {
  /** Where stretches of IPv4 addresses begin that one block, or none, answers for. */
  private readonly starts: Uint32Array;
  private readonly owners: Int32Array;
  /** IPv6 blocks by prefix length, the longest first, and by their first address. */
  private readonly v6: (readonly [bits: number, blocks: ReadonlyMap<string, number>])[];

  constructor(readonly blocks: readonly LabelledBlock[]) {
    const parsed = blocks.map(({ block }) => parseBlock(block));
    const { starts, owners } = flatten(parsed);
    this.starts = Uint32Array.from(starts);
    this.owners = Int32Array.from(owners);
    this.v6 = byLength(parsed);
  }

  /** The number of the block that holds an IPv4 address; {@link NO_BLOCK} if none does. */
  ofV4(address: number): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (starts[middle]! <= address) low = middle;
      else high = middle - 1;
    }
    return this.owners[low]!;
  }

  /** The number of the block that holds an IPv6 address of 16 bytes. */
  ofV6(bytes: Uint8Array): number {
    for (const [bits, blocks] of this.v6) {
      const found = blocks.get(formatAddress(firstOf({ family: 6, bytes }, bits)));
      if (found !== undefined) return found;
    }
    return NO_BLOCK;
  }
}

/** Cuts the IPv4 space where the narrowest block changes. Of two equal blocks the first counts. */
function flatten(blocks: readonly (AddressBlock | undefined)[]) {
  const ranges = blocks.flatMap((block, owner) => {
    if (block?.address.family !== 4) return [];
    const first = block.address.value;
    return [{ first, end: first + 2 ** (32 - block.bits), owner }];
  });
  ranges.sort((a, b) => a.first - b.first || b.end - a.end || b.owner - a.owner);
  const starts = [0];
  const owners = [NO_BLOCK];
  const begin = (at: number, owner: number) => {
    if (at > 0xffffffff) return;
    if (starts.at(-1) === at) owners[owners.length - 1] = owner;
    else if (owners.at(-1) !== owner) {
      starts.push(at);
      owners.push(owner);
    }
  };
  const open: typeof ranges = [];
  const closeUpTo = (at: number) => {
    for (let last = open.at(-1); last && last.end <= at; last = open.at(-1)) {
      open.pop();
      begin(last.end, open.at(-1)?.owner ?? NO_BLOCK);
    }
  };
  for (const range of ranges) {
    closeUpTo(range.first);
    begin(range.first, range.owner);
    open.push(range);
  }
  closeUpTo(Infinity);
  return { starts, owners };
}

function byLength(blocks: readonly (AddressBlock | undefined)[]) {
  const lengths = new Map<number, Map<string, number>>();
  blocks.forEach((block, owner) => {
    if (block?.address.family !== 6) return;
    const same = lengths.get(block.bits) ?? new Map<string, number>();
    lengths.set(block.bits, same);
    const first = formatAddress(block.address);
    if (!same.has(first)) same.set(first, owner);
  });
  return [...lengths].sort(([a], [b]) => b - a);
}
