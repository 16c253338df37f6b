import type { LayoutSet } from '../layouts/layoutSet';
import { formatAddress, parseAddress } from '../record/address';
import { lineText, type Chunk } from '../scan/chunk';

/** Columns of the addresses of the interface's traffic, and of the packets' own. */
const FIELDS = ['srcaddr', 'dstaddr', 'pkt-srcaddr', 'pkt-dstaddr'] as const;
/** Lines that are kept; behind the last one all may have other addresses. */
const MOST = 100_000;

/** Source and destination of packets, as addresses are written. */
export type PacketEnds = readonly [source: string, destination: string];

/**
 * The addresses that packets have themselves where they are others than those of the interface's traffic
 * (AWS, pkt-srcaddr and pkt-dstaddr): it passes on traffic of others, or has several addresses.
 */
export class PacketAddresses {
  private readonly byLine = new Map<number, PacketEnds>();
  private lastKept = Infinity;
  /** By number of the layout: the places of the four columns, if it has them. */
  private readonly known = new Map<number, readonly number[] | undefined>();

  constructor(private readonly layouts: LayoutSet) {}

  /** Notes the packets' own addresses of a record, if they are others; lines come in their order. */
  add(chunk: Chunk, row: number, line: number): void {
    const layout = chunk.columns.layout[row]!;
    if (!this.known.has(layout)) this.known.set(layout, this.placesIn(layout));
    const places = this.known.get(layout);
    if (!places || line > this.lastKept) return;
    const values = lineText(chunk, row).trim().split(/\s+/);
    const [source, destination, ...own] = places.map(place => normal(values[place] ?? ''));
    const [packetSource = source, packetDestination = destination] = own;
    if (packetSource === source && packetDestination === destination) return;
    if (this.byLine.size === MOST) this.lastKept = line - 1;
    else this.byLine.set(line, [packetSource ?? '', packetDestination ?? '']);
  }

  /** The packets' own addresses of the record at a line, if they are others and known. */
  at(line: number): PacketEnds | undefined {
    return this.byLine.get(line);
  }

  /** Whether those of the record at a line were not kept. */
  isUnknown(line: number): boolean {
    return line > this.lastKept;
  }

  private placesIn(layout: number): readonly number[] | undefined {
    const { columns } = this.layouts.at(layout);
    const places = FIELDS.map(field => columns.findIndex(({ name }) => name === field));
    return places.includes(-1) ? undefined : places;
  }
}

/** An address in one spelling; undefined for none. */
function normal(text: string): string | undefined {
  const address = parseAddress(text);
  return address && formatAddress(address);
}
