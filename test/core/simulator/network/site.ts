import { Capture, type CaptureOptions } from '../aggregation/capture';
import type { Address, AddressRange } from '../packets/address';
import type { Conversation, Party } from '../packets/conversation';
import type { Flow } from '../packets/flow';
import type { RuleSet } from '../rules/rule';
import { Schedule } from '../rules/schedule';
import { Tracking, type Pickup, type Timers } from '../tracking/tracking';
import { chooseTimers } from '../tracking/chooseTimers';
import { interfaceId } from './identifiers';
import type { LogSetup } from './logSetup';
import type { Gateway, NetworkInterface, ObservationPoint, Subnet } from './observationPoint';
import { pathBetween } from './path';
import type { RateLimit } from './rateLimit';

export interface InterfaceOptions {
  readonly subnet: Subnet;
  readonly addresses: readonly Address[];
  readonly groups: readonly RuleSet[] | Schedule<readonly RuleSet[]>;
  readonly timers?: Timers;
  readonly pickup?: Pickup;
  readonly unasked?: AddressRange;
  readonly capture?: Partial<CaptureOptions>;
}

/** A connection that knows whether more than one conversation used it. */
export interface SiteConnection {
  readonly protocol: number;
  users: number;
}

/** One network with its own addresses: what a scenario builds and sends packets through. */
export class Site {
  readonly points: ObservationPoint[] = [];
  readonly conversations: Conversation[] = [];
  readonly number: number;
  private readonly flows = new Map<string, Flow>();
  private readonly connections = new Map<string, SiteConnection>();

  constructor(
    readonly setup: LogSetup,
    readonly scenario: string,
  ) {
    this.number = setup.count.sites++;
  }

  subnet(range: AddressRange, acl?: RuleSet | Schedule<RuleSet | undefined>): Subnet {
    const subnet = { range, acl: acl instanceof Schedule ? acl : new Schedule(acl) };
    if (this.setup.cloud !== 'huawei') return subnet;
    return { ...subnet, aclTracking: new Tracking(chooseTimers(this.setup.random), 'any') };
  }

  interface(options: InterfaceOptions): NetworkInterface {
    const { random, cloud } = this.setup;
    const { subnet, addresses, groups, unasked } = options;
    const point: NetworkInterface = {
      kind: 'eni',
      cloud,
      id: interfaceId(this.setup),
      addresses,
      subnet,
      groups: groups instanceof Schedule ? groups : new Schedule(groups),
      tracking: new Tracking(
        options.timers ?? chooseTimers(random),
        options.pickup ?? random.pick(['any', 'syn']),
      ),
      admitsRelatedErrors: random.chance(0.7),
      capture: this.capture(options.capture),
      ...(unasked && { unasked }),
    };
    this.points.push(point);
    return point;
  }

  gateway(kind: Gateway['kind'], limit: RateLimit): Gateway {
    const gateway = { kind, id: interfaceId(this.setup, kind), limit, capture: this.capture() };
    this.points.push(gateway);
    return gateway;
  }

  capture(options: Partial<CaptureOptions> = {}): Capture {
    const { origin, window, windows, random } = this.setup;
    const shifted = origin + random.whole(0, 3) * Math.floor(window / 4);
    return new Capture({ window, windows, origin: shifted, ...options });
  }

  /** One direction of a five-tuple; the same one whenever it is asked for. */
  flow(
    source: Party,
    destination: Party,
    protocol: number,
    srcPort: number,
    dstPort: number,
  ): Flow {
    const key = `${source.address.text} ${destination.address.text} ${protocol} ${srcPort} ${dstPort}`;
    let flow = this.flows.get(key);
    if (!flow) {
      flow = {
        source: source.address,
        destination: destination.address,
        srcPort,
        dstPort,
        protocol,
        hops: pathBetween(source, destination),
        owner: undefined,
        shared: false,
      };
      this.flows.set(key, flow);
    }
    return flow;
  }

  /** What security groups track, whichever side asks: a five-tuple, or an ICMP identifier. */
  connection(one: string, other: string, protocol: number): SiteConnection {
    const key = `${protocol} ${one < other ? one : other} ${one < other ? other : one}`;
    let connection = this.connections.get(key);
    if (!connection) {
      connection = { protocol, users: 0 };
      this.connections.set(key, connection);
    }
    return connection;
  }
}
