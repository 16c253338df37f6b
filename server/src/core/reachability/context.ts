import type { ChunkSource } from '../conversation/chunkSource';
import { narrowest, parseCidr, type Cidr } from '../conversation/cidr';
import type { Skipped } from '../conversation/coverage';
import {
  isDoubted,
  isForwarding,
  isLocal,
  localSideOf,
  type LocalSide,
} from '../conversation/localSide';
import type { LogFacts } from '../conversation/logFacts';
import type { ObservationPoint } from '../conversation/observationPoint';
import type { PointFacts } from '../conversation/pointFacts';
import type { Cloud } from '../explain/cloud';
import { parseAddress, type Address } from '../record/address';
import { largestSubnet } from './conditions/p6Subnets';
import { cloudsOf } from './pointCloud';
import type { ReachabilitySettings } from './settings';

/** Whether network ACLs are stateless at a place: `unknown` where no source says so. */
export type AclState = 'stateless' | 'stateful' | 'unknown';

/** What is known of an observation point beyond its facts. */
interface PlaceKnowledge {
  readonly clouds: ReadonlySet<Cloud>;
  readonly aclState: AclState;
  readonly v4: LocalSide;
  readonly v6: LocalSide;
  /** What the records tell themselves, whatever a setting says. */
  readonly inferredV4: LocalSide;
  readonly inferredV6: LocalSide;
}

/** All that judging a conversation needs beside it: facts of the log, and what the user says. */
export class Context {
  private readonly places: PlaceKnowledge[] = [];
  private readonly unplaced: readonly PointFacts[];
  private readonly subnets: readonly Cidr[];
  private readonly bound: readonly (readonly [Cidr, boolean])[];

  constructor(
    readonly source: ChunkSource,
    readonly facts: LogFacts,
    readonly settings: ReachabilitySettings,
  ) {
    this.unplaced = facts.byPoint.filter(({ point }) => !point.isNamed);
    this.subnets = settings.subnets.map(parseCidr).filter(cidr => cidr !== undefined);
    this.bound = Object.entries(settings.aclBound).flatMap(([text, bound]) => {
      const cidr = parseCidr(text);
      return cidr ? [[cidr, bound] as const] : [];
    });
  }

  point(number: number): ObservationPoint {
    return this.facts.points.points[number]!;
  }

  pointFacts(number: number): PointFacts {
    return this.facts.byPoint[number]!;
  }

  /** The line of a record that may be one of a point between two addresses, in that time. */
  unreadLine(
    point: number,
    ends: readonly [number, number],
    v6: boolean,
    from: number,
    to: number,
  ): number | undefined {
    const own = this.pointFacts(point).unread.lineBetween(ends, v6, from, to);
    if (own !== undefined) return own;
    for (const facts of this.unplacedBeside(point)) {
      for (const records of [facts.unread, facts.unplaced]) {
        const line = records.lineBetween(ends, v6, from, to);
        if (line !== undefined) return line;
      }
    }
    return undefined;
  }

  /** The first skipped window of a point, or of a place that may be the same, in that time. */
  skippedIn(point: number, from: number, to: number): Skipped | undefined {
    for (const { coverage } of [this.pointFacts(point), ...this.unplacedBeside(point)]) {
      const skipped = coverage.skippedIn(from, to);
      if (skipped) return skipped;
    }
    return undefined;
  }

  /** What is known of places that are not named, and may be the same as one that is. */
  private unplacedBeside(point: number): readonly PointFacts[] {
    const isCcn = this.point(point).kind === 'ccn';
    return this.unplaced.filter(
      ({ point: other }) => other.number !== point && (other.kind === 'ccn') === isCcn,
    );
  }

  localSide(point: number, v6: boolean): LocalSide {
    const place = this.place(point);
    return v6 ? place.v6 : place.v4;
  }

  /** What the records tell of a point's own address, whatever a setting says. */
  inferredSide(point: number, v6: boolean): LocalSide {
    const place = this.place(point);
    return v6 ? place.inferredV6 : place.inferredV4;
  }

  clouds(point: number): ReadonlySet<Cloud> {
    return this.place(point).clouds;
  }

  aclState(point: number): AclState {
    return this.place(point).aclState;
  }

  /** Whether facts about Tencent Cloud's platform may apply at a point. */
  mayBeTencent(point: number): boolean {
    const clouds = this.clouds(point);
    return clouds.size === 0 || clouds.has('tencent');
  }

  /** Which of two addresses is the interface's own: 0 the first, 1 the second. */
  localOf(point: number, v6: boolean, first: number, second: number): 0 | 1 | undefined {
    if (this.point(point).kind !== 'eni') return undefined;
    const side = this.localSide(point, v6);
    const isFirst = isLocal(side, first);
    if (isFirst === isLocal(side, second)) return undefined;
    return isFirst ? 0 : 1;
  }

  /** Whether packets leave the interface; undefined where its own address is not known or in doubt. */
  isOutbound(point: number, v6: boolean, source: number, destination: number): boolean | undefined {
    if (isDoubted(this.localSide(point, v6).basis)) return undefined;
    const local = this.localOf(point, v6, source, destination);
    return local === undefined ? undefined : local === 0;
  }

  /** A gateway, or an interface that passes on traffic of others: who stopped what is unknown. */
  isTransit(point: number, v6: boolean, first: number, second: number): boolean {
    if (this.point(point).kind !== 'eni') return true;
    const side = this.localSide(point, v6);
    if (isForwarding(side.basis)) return true;
    return side.basis === 'given' && !side.addresses.has(first) && !side.addresses.has(second);
  }

  /** Whether a setting says that a network ACL is bound, or that none is; undefined if none does. */
  aclBound(point: number, v6: boolean, local: number | undefined): boolean | undefined {
    const { aclBound } = this.settings;
    const { id } = this.point(point);
    if (Object.hasOwn(aclBound, id)) return aclBound[id];
    if (local === undefined || this.bound.length === 0) return undefined;
    // Which subnet the interface is in is not known then.
    if (isDoubted(this.localSide(point, v6).basis)) return undefined;
    const ranges = this.bound.map(([cidr]) => cidr);
    const range = narrowest(ranges, this.address(local, v6));
    return this.bound.find(([cidr]) => cidr === range)?.[1];
  }

  /** The subnet that the settings give for an address. */
  subnetOf(address: number, v6: boolean): Cidr | undefined {
    if (this.subnets.length === 0) return undefined;
    return narrowest(this.subnets, this.address(address, v6));
  }

  /** Whether one of the subnets that the settings give holds two addresses. */
  sharesSubnet(first: number, second: number, v6: boolean): boolean {
    const ends = [this.address(first, v6), this.address(second, v6)];
    return this.subnets.some(cidr => ends.every(end => narrowest([cidr], end) !== undefined));
  }

  address(number: number, v6: boolean): Address {
    return v6
      ? { family: 6, bytes: this.facts.addresses.at(number) }
      : { family: 4, value: number };
  }

  private place(point: number): PlaceKnowledge {
    return (this.places[point] ??= this.learn(point));
  }

  private learn(number: number): PlaceKnowledge {
    const facts = this.pointFacts(number);
    const clouds = cloudsOf(facts, this.source.layouts);
    const [v4, v6] = this.given(facts.point.id);
    return {
      clouds,
      aclState: this.stateOf(clouds),
      v4: localSideOf(facts, false, v4, largestSubnet(clouds, false)),
      v6: localSideOf(facts, true, v6, largestSubnet(clouds, true)),
      inferredV4: localSideOf(facts, false, undefined, largestSubnet(clouds, false)),
      inferredV6: localSideOf(facts, true, undefined, largestSubnet(clouds, true)),
    };
  }

  private stateOf(clouds: ReadonlySet<Cloud>): AclState {
    const { statelessAcl } = this.settings;
    const states = new Set([...clouds].map(cloud => statelessAcl[cloud]));
    if (states.size !== 1) return 'unknown';
    const [stateless] = states;
    return stateless === undefined ? 'unknown' : stateless ? 'stateless' : 'stateful';
  }

  private given(id: string): [Set<number>, Set<number>] {
    const { eniAddresses } = this.settings;
    const texts = Object.hasOwn(eniAddresses, id) ? eniAddresses[id]! : [];
    const addresses = texts.map(parseAddress).filter(address => address !== undefined);
    const numbers = (family: 4 | 6) =>
      addresses
        .filter(address => address.family === family)
        .map(address => this.facts.addresses.numberOf(address));
    return [new Set(numbers(4)), new Set(numbers(6))];
  }
}
