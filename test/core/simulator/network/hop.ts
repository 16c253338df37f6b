import type { Draft } from '../aggregation/draft';
import type { Packet } from '../packets/flow';
import { aclAllows, groupsAllow, type Direction } from '../rules/rule';
import { platformDrops } from '../rules/platform';
import type { Fate } from './fate';
import { holds } from '../packets/address';
import { SYN, TCP } from '../packets/protocol';
import type { NetworkInterface, ObservationPoint } from './observationPoint';

/** One flow passing one observation point in one direction. */
export interface Hop {
  readonly point: ObservationPoint;
  readonly direction: Direction;
  /** The packet leaves or enters the subnet here; inside one, no network ACL is asked. */
  readonly atSubnetEdge: boolean;
  /** Share of the path's delay that lies before this hop. */
  readonly delayShare: number;
  /** Records under way. */
  accepted: Draft | undefined;
  refused: Draft | undefined;
}

/** Judges and records a packet at one hop; it goes on if this says so. */
export function pass(hop: Hop, packet: Packet, time: number): boolean {
  const { point } = hop;
  const tracked = point.kind === 'eni' && isTracked(point, packet, time);
  const fate =
    point.kind === 'eni'
      ? judgeAtInterface(point, hop, packet, time, tracked)
      : point.limit.admits(packet.bytes, time)
        ? 'passed'
        : 'bandwidth';
  point.capture.take(hop, packet, time, fate, tracked);
  return fate === 'passed';
}

/** Inbound the ACL comes before the security groups, outbound after them. */
function judgeAtInterface(
  point: NetworkInterface,
  hop: Hop,
  packet: Packet,
  time: number,
  tracked: boolean,
): Fate {
  const { direction } = hop;
  if (platformDrops(packet.flow, direction, point.cloud)) return 'platform';
  if (direction === 'ingress' && !passesAcl(point, hop, packet, time)) return 'network-acl';
  if (!passesGroups(point, packet, direction, time, tracked)) return 'security-group';
  if (direction === 'egress' && !passesAcl(point, hop, packet, time)) return 'network-acl';
  return 'passed';
}

function passesAcl({ subnet }: NetworkInterface, hop: Hop, packet: Packet, time: number): boolean {
  const acl = hop.atSubnetEdge ? subnet.acl.at(time) : undefined;
  if (!acl) return true;
  const { aclTracking } = subnet;
  const allowed =
    (aclTracking?.knows(packet, time) ?? false) || aclAllows(acl, packet.flow, hop.direction);
  if (allowed) aclTracking?.note(packet, time);
  return allowed;
}

function passesGroups(
  point: NetworkInterface,
  packet: Packet,
  direction: Hop['direction'],
  time: number,
  tracked: boolean,
): boolean {
  if (direction === 'ingress' && point.unasked && holds(point.unasked, packet.source)) return true;
  if (!tracked) {
    const { tcp, connection } = packet;
    const opens =
      connection.protocol !== TCP || (tcp & SYN) !== 0 || point.tracking.pickup === 'any';
    if (!opens || !groupsAllow(point.groups.at(time), packet.flow, direction)) return false;
  }
  if (packet.role !== 'error') point.tracking.note(packet, time);
  return true;
}

/** The security groups would let the packet through for the connection it belongs to. */
function isTracked(point: NetworkInterface, packet: Packet, time: number): boolean {
  if (packet.role !== 'error') return point.tracking.knows(packet, time);
  if (!point.admitsRelatedErrors || packet.about === undefined) return false;
  return point.tracking.holds(packet.about, time);
}
