import { addressIn, range, type AddressRange } from '../packets/address';
import type { Party } from '../packets/conversation';
import { TCP, UDP } from '../packets/protocol';
import {
  ACLS,
  CLIENT_GROUP,
  OPEN,
  PUBLIC_BLOCKS,
  serverGroups,
  type Service,
} from '../rules/policies';
import type { RuleSet } from '../rules/rule';
import type { Schedule } from '../rules/schedule';
import type { CaptureOptions } from '../aggregation/capture';
import type { Subnet } from './observationPoint';
import type { InterfaceOptions, Site } from './site';

/** What the servers of a landscape serve. */
export const SERVICES: readonly Service[] = [
  { protocol: TCP, port: 443 },
  { protocol: TCP, port: 22 },
  { protocol: TCP, port: 80 },
  { protocol: UDP, port: 53 },
  { protocol: TCP, port: 3306 },
  { protocol: TCP, port: 8080 },
  { protocol: UDP, port: 123 },
  { protocol: UDP, port: 4500 },
];

/** Hosts with an interface, and those they talk to. */
export interface Landscape {
  readonly block: AddressRange;
  readonly subnet: Subnet;
  readonly servers: readonly Party[];
  readonly clients: readonly Party[];
  /** Outside, most of them on the internet. */
  readonly peers: readonly Party[];
}

export interface LandscapeOptions {
  readonly servers?: number;
  readonly clients?: number;
  readonly peers?: number;
  readonly services?: readonly Service[];
  /** The subnet's ACL; one of {@link ACLS} unless given. `none` binds none. */
  readonly acl?: RuleSet | Schedule<RuleSet | undefined> | 'none';
  readonly groups?: InterfaceOptions['groups'];
  readonly interface?: Partial<InterfaceOptions>;
  readonly capture?: Partial<CaptureOptions>;
  /** Share of the peers that have a private address of another network. */
  readonly privatePeers?: number;
}

/** Whether the subnet has no ACL, in a landscape that leaves it to chance. */
const NONE_BOUND = 0.08;

/** A subnet with servers and clients behind one ACL, and the world outside. */
export function landscape(site: Site, options: LandscapeOptions = {}): Landscape {
  const { random } = site.setup;
  const { services = SERVICES, servers = 2, clients = 1, peers = 40 } = options;
  const block = vpcBlock(site);
  const subnet = site.subnet(blockIn(block, random.whole(1, 200)), chooseAcl(site, options));
  const host =
    (groups: InterfaceOptions['groups']) =>
    (_: unknown, place: number): Party => {
      const own = addressIn(subnet.range, 10 + site.points.length * 7 + place);
      const capture = { capture: options.capture ?? {} };
      const point = site.interface({
        subnet,
        addresses: [own],
        groups,
        ...capture,
        ...options.interface,
      });
      return { address: own, point };
    };
  return {
    block,
    subnet,
    servers: Array.from(
      { length: servers },
      host(options.groups ?? serverGroups(random, services)),
    ),
    clients: Array.from(
      { length: clients },
      host(options.groups ?? (random.chance(0.8) ? [CLIENT_GROUP] : [OPEN])),
    ),
    peers: Array.from({ length: peers }, () => peer(site, options.privatePeers ?? 0.15)),
  };
}

/** A host outside the network. */
export function peer(site: Site, privateShare: number): Party {
  const { random } = site.setup;
  if (random.chance(privateShare)) {
    const block = range(`172.${random.whole(16, 31)}.${random.whole(0, 255)}.0/24`);
    return { address: addressIn(block, random.whole(1, 254)) };
  }
  const block = range(random.pick(PUBLIC_BLOCKS));
  return { address: addressIn(block, random.whole(1, 254)) };
}

/** The addresses of a site's own network; no other site of the log has them. */
export function vpcBlock({ number }: Site): AddressRange {
  return range(`10.${16 + (number % 200)}.0.0/16`);
}

/** A /24 of the network. */
export function blockIn(vpc: AddressRange, number: number): AddressRange {
  return range(`${addressIn(vpc, number * 256).text}/24`);
}

function chooseAcl(
  site: Site,
  { acl, services = SERVICES }: LandscapeOptions,
): RuleSet | Schedule<RuleSet | undefined> | undefined {
  if (acl === 'none') return undefined;
  if (acl) return acl;
  const { random } = site.setup;
  if (random.chance(NONE_BOUND)) return undefined;
  return ACLS[random.pick(Object.keys(ACLS))]!(services);
}
