import { otherWay, type Conversation, type Way } from '../conversation/conversation';
import { CLIENT_PORTS, SYSTEM_SERVICES } from '../conversation/logFacts';
import { MODE, SIGN } from '../conversation/recordReader';
import { hasService } from '../tables/services';
import type { Context } from './context';
import { timesAreBounds } from './timing';

const TCP = 6;
const UDP = 17;
/** Ports that only privileged processes listen on (RFC 6335, System Ports). */
const SYSTEM_PORTS = 1024;
/** Servers of FTP open data connections from this port, so it does not tell who began. */
const FTP_DATA = 20;
/**
 * Services between equals, of which either may speak first and from a translated port: NTP (RFC
 * 5905, symmetric modes), IKE and its NAT traversal (RFC 7296). Their ports do not tell who began.
 */
const EITHER_BEGINS: ReadonlySet<number> = new Set([123, 500, 4500]);

/** What speaks for one way being the request, as bits. */
export const EVIDENCE = {
  /** SYN accepted one way, SYN-ACK the other. */
  handshake: 1,
  /** Request type one way, matching reply type the other, equal identifier. */
  icmpTypes: 2,
  /** A registered port below 512, against one from a client's range. */
  systemPort: 4,
  /** An endpoint that many peer ports talk to, against one that few do. */
  busyPort: 8,
  syn: 16,
  synAck: 32,
  icmpType: 64,
  /** Other evidence of ports. */
  servicePort: 128,
  earlier: 256,
} as const;

/** Who began a conversation, as far as its records tell. */
export interface Reading {
  /** The way of the request; undefined if nothing tells or the evidence conflicts. */
  readonly request: Way | undefined;
  readonly basis: 'established' | 'likely' | 'unknown';
  /** Bits of {@link EVIDENCE} for way 0 and for way 1 being the request. */
  readonly evidence: readonly [number, number];
}

/** What a request rests on; on nothing where the records tell the other way. */
export function basisOf(reading: Reading, request: Way): Reading['basis'] {
  return reading.request === undefined || reading.request === request ? reading.basis : 'unknown';
}

/** Weighs the evidence. Established is what rests on flags, ICMP types or unmistakable ports. */
export function readDirection(conversation: Conversation, context: Context): Reading {
  const evidence: [number, number] = [0, 0];
  const established = establish(conversation, context, evidence);
  gather(conversation, context, evidence);
  if (established !== undefined) return { request: established, basis: 'established', evidence };
  const [there, back] = evidence;
  if ((there === 0) === (back === 0)) return { request: undefined, basis: 'unknown', evidence };
  return { request: there !== 0 ? 0 : 1, basis: 'likely', evidence };
}

function establish(
  conversation: Conversation,
  context: Context,
  evidence: [number, number],
): Way | undefined {
  if (!conversation.isTwoWay) return undefined;
  const { mode, identifier } = conversation;
  if (mode === MODE.icmp) {
    const unsure = conversation.shows(0, SIGN.icmpUnsure) || conversation.shows(1, SIGN.icmpUnsure);
    if (identifier === 0 || unsure) return undefined;
    evidence[0] |= EVIDENCE.icmpTypes;
    return 0;
  }
  if (mode !== MODE.ports) return undefined;
  const byPort = wayToService(conversation, context, evidence);
  const byFlags = WAYS.find(way => opens(conversation, way));
  if (byFlags !== undefined) evidence[byFlags] |= EVIDENCE.handshake;
  return byFlags ?? (byPort !== undefined && isAnswer(conversation, byPort) ? undefined : byPort);
}

/** Whether TCP flags say that a way answers: it has a SYN-ACK, or the other way a SYN. */
function isAnswer(conversation: Conversation, way: Way): boolean {
  const back = otherWay(way);
  const answers = conversation.shows(way, SIGN.synAck) && !conversation.shows(way, SIGN.syn);
  const isAsked = conversation.shows(back, SIGN.syn) && !conversation.shows(back, SIGN.synAck);
  return answers || isAsked;
}

const WAYS: readonly Way[] = [0, 1];

function opens(conversation: Conversation, way: Way): boolean {
  const back = otherWay(way);
  const synOnly = conversation.shows(way, SIGN.syn) && !conversation.shows(way, SIGN.synAck);
  const answers = conversation.shows(back, SIGN.synAck) && !conversation.shows(back, SIGN.syn);
  return conversation.hasAccept(way) && synOnly && answers;
}

function wayToService(
  conversation: Conversation,
  { facts: { endpoints } }: Context,
  evidence: [number, number],
): Way | undefined {
  const { protocol, v6 } = conversation;
  if (protocol !== TCP && protocol !== UDP) return undefined;
  return WAYS.find(way => {
    const port = conversation.destinationPort(way);
    const client = conversation.sourcePort(way);
    if (port >= CLIENT_PORTS || client < CLIENT_PORTS || port === FTP_DATA) return false;
    if (!hasService(protocol, port)) return false;
    if (protocol === UDP && EITHER_BEGINS.has(port)) return false;
    if (port < SYSTEM_SERVICES) {
      evidence[way] |= EVIDENCE.systemPort;
      return true;
    }
    const busy =
      endpoints.isBusy(conversation.destination(way), v6, protocol, port) &&
      endpoints.isQuiet(conversation.source(way), v6, protocol, client);
    if (busy) evidence[way] |= EVIDENCE.busyPort;
    return busy;
  });
}

/** Evidence that makes a direction likely at most. */
function gather(conversation: Conversation, context: Context, evidence: [number, number]): void {
  for (const way of WAYS) {
    if (conversation.shows(way, SIGN.syn)) evidence[way] |= EVIDENCE.syn;
    if (conversation.shows(way, SIGN.synAck)) evidence[otherWay(way)] |= EVIDENCE.synAck;
    if (conversation.shows(way, SIGN.icmpRequest)) evidence[way] |= EVIDENCE.icmpType;
    if (pointsToService(conversation, context, way)) evidence[way] |= EVIDENCE.servicePort;
  }
  if (conversation.mode === MODE.icmp) evidence[0] |= EVIDENCE.icmpType;
  if (!conversation.isTwoWay) return;
  // Inside a window the order is unknown; one that begins where another has ended is later.
  const least = timesAreBounds(conversation, context) ? context.facts.captureWindow : 1;
  const lead = conversation.startOf(1) - conversation.startOf(0);
  if (lead >= least) evidence[0] |= EVIDENCE.earlier;
  if (lead <= -least) evidence[1] |= EVIDENCE.earlier;
}

function pointsToService(conversation: Conversation, context: Context, way: Way): boolean {
  const { protocol, v6, mode } = conversation;
  if (mode !== MODE.ports || (protocol !== TCP && protocol !== UDP)) return false;
  const port = conversation.destinationPort(way);
  const client = conversation.sourcePort(way);
  if (port === FTP_DATA || client === FTP_DATA) return false;
  const registered = hasService(protocol, port);
  if (registered && port < CLIENT_PORTS && client >= CLIENT_PORTS) return true;
  if (registered && port < SYSTEM_PORTS && client >= SYSTEM_PORTS) return true;
  if (port < SYSTEM_PORTS || client < SYSTEM_PORTS) return false;
  const { endpoints } = context.facts;
  return (
    endpoints.isBusy(conversation.destination(way), v6, protocol, port) &&
    endpoints.isQuiet(conversation.source(way), v6, protocol, client)
  );
}
