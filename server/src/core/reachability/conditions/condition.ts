import type { Context } from '../context';
import type { FlagDenial } from '../flagDenial';

/** A request that was let in or out, and a reply that was refused, at one observation point. */
export interface RefusedReply {
  readonly point: number;
  readonly protocol: number;
  readonly v6: boolean;
  /** Source and destination of the accepted way, with their ports (0 where there are none). */
  readonly initiator: number;
  readonly responder: number;
  readonly initiatorPort: number;
  readonly responderPort: number;
  /** The accepted way is the request: for certain, or as far as anything tells. */
  readonly established: boolean;
  /** TCP flags show who opened the connection. */
  readonly handshake: boolean;
  /** ICMP types are on record, in the order that pairs them. */
  readonly typed: boolean;
  /** The accepted way is an ICMP message that asks, whatever the other one is. */
  readonly asksByType: boolean;
  /** Addresses and ports of both ways are on record. */
  readonly ported: boolean;
  /** Start and end are those of capture windows. */
  readonly bounds: boolean;
  /** First accepted record of the request, first refused one of the reply; Unix seconds. */
  readonly requestStart: number;
  readonly requestEnd: number;
  /** End of the last record of the request that starts before the reply, as far as that is kept. */
  readonly requestLast: number;
  readonly replyStart: number;
  /** End of the last record of the conversation. */
  readonly end: number;
  /** Within the conversation or the window before it. */
  readonly replyAccepted: boolean;
  readonly requestRefused: boolean;
  /** More of the five-tuple follows within a window, which a setting pairs apart. */
  readonly cut: boolean;
  /** Two records of one way and action start in the same second. */
  readonly seenTwice: boolean;
  /** A SYN without ACK is among what was refused. */
  readonly refusedSyn: boolean;
  /**
   * By the size of their packets, or a SYN on record, both ways look like a handshake that was never
   * finished.
   */
  readonly unfinished: boolean;
  /** Packets of both ways are counted, unless the place counts none at all. */
  readonly counted: boolean;
  /** Why TCP flags speak against an unanswered request, if they do. */
  readonly flags: FlagDenial | undefined;
  /** Lines of the request and the reply, from 0. */
  readonly requestLine: number;
  readonly replyLine: number;
}

export const CONDITIONS = [
  'P1',
  'P2',
  'P3',
  'P4',
  'P5',
  'P6',
  'P7',
  'platform-port',
  'handshake',
  'packets',
  'flags',
  'hosts',
  'unread',
  'reason',
  'packet-addresses',
] as const;

export type ConditionName = (typeof CONDITIONS)[number];

/** One of the things that have to hold before a network ACL can be proved to have refused a reply. */
export interface Condition {
  readonly name: ConditionName;
  /** What holds when it does, in a few words. */
  readonly title: string;
  /** Whether, where it does not hold, not even `likely` is said; absent: it is. */
  readonly undecides?: (reply: RefusedReply, context: Context) => boolean;
  /** Why it does not hold, as the end of "Not certain: …"; undefined if it does. */
  readonly fails: (reply: RefusedReply, context: Context) => string | undefined;
}
