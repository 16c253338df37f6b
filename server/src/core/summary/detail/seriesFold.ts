import { parseAddress } from '../../record/address';
import { NO_TIME } from '../../filter/recordTime';
import { NO_NAME } from '../../scan/columns';
import type { Batch } from '../fold/batch';
import type { Books } from '../fold/books';
import { NameTriples } from '../fold/nameTriples';
import { sideOf, SIDES } from '../fold/regionPairs';
import { mix } from '../group/hash';
import { Lane, type LaneData } from './lane';
import type { SeriesPlan } from './seriesPlan';

/** What a thread hands on of the series, in the order of the plan. */
export interface SeriesData {
  readonly sources: readonly LaneData[];
  readonly protocols: readonly LaneData[];
  readonly regionPairs: readonly LaneData[];
}

const BITS = 12;

/** The figures over time of what a plan names. */
export class SeriesFold {
  readonly sources: readonly Lane[];
  readonly protocols: readonly Lane[];
  readonly regionPairs: readonly Lane[];
  /** Source number plus one by the lowest bits of its address's hash; 0 where there is none. */
  private readonly sourceAt = new Uint8Array(1 << BITS);
  private readonly addresses: readonly { hash: number; word: number; bytes?: Uint8Array }[];
  private readonly protocolAt = new Int16Array(257).fill(-1);
  /** Lane and side of a CCN's region pair by the numbers of its names, as far as they were asked. */
  private readonly pairAt = new NameTriples();
  private namesKnown = 0;

  constructor(
    private readonly plan: SeriesPlan,
    private readonly books: Books,
  ) {
    const lanes = (of: readonly unknown[]) => of.map(() => new Lane(plan.width));
    this.sources = lanes(plan.sources);
    this.protocols = lanes(plan.protocols);
    this.regionPairs = lanes(plan.regionPairs);
    this.addresses = plan.sources.map(text => this.addressOf(text));
    this.addresses.forEach(({ hash }, i) => (this.sourceAt[hash & ((1 << BITS) - 1)] = i + 1));
    plan.protocols.forEach((protocol, i) => (this.protocolAt[protocol] = i));
  }

  add(batch: Batch): void {
    this.addProtocols(batch);
    this.addSources(batch);
    this.addPairs(batch);
  }

  data(): SeriesData {
    const { sources, protocols, regionPairs } = this;
    const dataOf = (lanes: readonly Lane[]) => lanes.map(lane => lane.data());
    return {
      sources: dataOf(sources),
      protocols: dataOf(protocols),
      regionPairs: dataOf(regionPairs),
    };
  }

  merge({ sources, protocols, regionPairs }: SeriesData): void {
    sources.forEach((data, i) => this.sources[i]!.merge(data));
    protocols.forEach((data, i) => this.protocols[i]!.merge(data));
    regionPairs.forEach((data, i) => this.regionPairs[i]!.merge(data));
  }

  private addProtocols({ size, protocols, times, packets, bytes }: Batch): void {
    for (let i = 0; i < size; i++) {
      const lane = this.protocolAt[protocols[i]!]!;
      if (lane >= 0 && times[i] !== NO_TIME)
        this.protocols[lane]!.add(times[i]!, packets[i]!, bytes[i]!);
    }
  }

  private addSources({ withSource, source, times, packets, bytes }: Batch): void {
    if (this.sources.length === 0) return;
    const mask = (1 << BITS) - 1;
    for (let n = 0; n < withSource.count; n++) {
      const i = withSource.places[n]!;
      const hash = source.hash[i]!;
      if (this.sourceAt[hash & mask] === 0 || times[i] === NO_TIME) continue;
      const lane = this.sourceOf(hash, source.a[i]!, source.c[i]!);
      if (lane >= 0) this.sources[lane]!.add(times[i]!, packets[i]!, bytes[i]!);
    }
  }

  private addPairs(batch: Batch): void {
    const { ccn, point, region, srcRegion, dstRegion, times, packets, bytes } = batch;
    if (ccn.count === 0 || this.regionPairs.length === 0) return;
    if (this.books.names.size < this.namesKnown) this.pairAt.clear();
    this.namesKnown = this.books.names.size;
    for (let n = 0; n < ccn.count; n++) {
      const i = ccn.places[n]!;
      const [from, to] = [srcRegion[i]!, dstRegion[i]!];
      if (from === NO_NAME || to === NO_NAME || times[i] === NO_TIME) continue;
      const name = point.a[i]!;
      const found = this.pairAt.get(name, from, to) ?? this.findPair(name, from, to);
      if (found < 0 || sideOf(region[i]!, from, to) !== found % SIDES) continue;
      this.regionPairs[Math.floor(found / SIDES)]!.add(times[i]!, packets[i]!, bytes[i]!);
    }
  }

  private sourceOf(hash: number, word: number, v6: number): number {
    return this.addresses.findIndex(address => {
      if (address.hash !== hash) return false;
      if (!address.bytes) return v6 === 0 && address.word === word;
      if (v6 === 0) return false;
      const bytes = this.books.addresses.at(word);
      return address.bytes.every((byte, i) => byte === bytes[i]);
    });
  }

  /** `lane * SIDES + side` of a CCN's region pair; -1 if it has no lane. */
  private findPair(ccn: number, from: number, to: number): number {
    const { names } = this.books;
    const [name, source, destination] = [names.text(ccn), names.text(from), names.text(to)];
    const lane = this.plan.regionPairs.findIndex(
      pair => pair.source === source && pair.destination === destination,
    );
    const counted = this.plan.regionPairs[lane]?.sides.find(side => side.ccn === name);
    const found = counted ? lane * SIDES + counted.side : -1;
    this.pairAt.set(ccn, from, to, found);
    return found;
  }

  private addressOf(text: string): { hash: number; word: number; bytes?: Uint8Array } {
    const address = parseAddress(text);
    if (address?.family !== 6) {
      const word = (address?.value ?? 0) | 0;
      return { hash: mix(word ^ this.books.seed), word };
    }
    const { addresses } = this.books;
    return {
      hash: addresses.hashOf(addresses.intern(address.bytes)),
      word: 0,
      bytes: address.bytes,
    };
  }
}
