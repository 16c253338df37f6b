import type { LocalSide } from '../conversation/localSide';
import type { ObservationPoint } from '../conversation/observationPoint';
import type { Cloud } from '../explain/cloud';
import type { AclExclusion } from './aclExclusion';
import type { Certainty, Layer } from './code';
import type { Failure } from './conditions/index';
import type { AclState } from './context';
import type { LateDoubt } from './lateDoubt';
import type { Reading } from './reading';
import type { RequestDoubt } from './requestDoubt';

/** Records added up. */
export interface Sum {
  readonly records: number;
  readonly packets: number;
  readonly bytes: number;
}

/** One way of a story: what went from one end to the other. */
export interface Side {
  readonly from: string;
  readonly to: string;
  /** Absent where there are none, or where they differ between the story's conversations. */
  readonly fromPort: number | undefined;
  readonly toPort: number | undefined;
  /** As the interface sees it; undefined where its own address is not known. */
  readonly passage: 'inbound' | 'outbound' | undefined;
  /** The passage is likely only: the address taken for the interface's own may be the other end's. */
  readonly isDoubted: boolean;
  readonly accepted: Sum;
  readonly refused: Sum;
  /** The first of the refused records; undefined where none was refused. */
  readonly firstRefused: { readonly start: number; readonly line: number } | undefined;
  /** When the last of them ends; undefined where none was refused. */
  readonly refusedUntil: number | undefined;
  /** First record of the story's first conversation: start in Unix seconds, and line from 0. */
  readonly start: number;
  readonly line: number;
  /** What a message of this way is called: `request`, `echo reply`. */
  readonly noun: string;
}

/** Data that is missing at an observation point. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** The line of a SKIPDATA record; undefined where a window has no record at all. */
  readonly line: number | undefined;
}

/** Peers of a story that many tell alike. */
export interface Peers {
  readonly count: number;
  readonly privateOnes: number;
  /** The first of them, private ones first. */
  readonly listed: readonly string[];
  /** There may be more. */
  readonly atLeast: boolean;
}

/** What another interface refused of a story. */
export interface PeerRefusal {
  readonly point: string;
  /** It is the interface of one end, not one on the way. */
  readonly isEnd: boolean;
  readonly line: number;
  readonly of: 'request' | 'answer';
  /** It is of the same five-tuple, not of one like it. */
  readonly isSame: boolean;
}

/** Where the responder's interface let a request in; lines from 0. */
export interface PeerPassage {
  readonly point: string;
  readonly line: number;
  /** Where it let the answer out; undefined where that is not on record. */
  readonly answerLine: number | undefined;
}

/** Everything that the words of a story are made of. */
export interface Tale {
  readonly certainty: Certainty;
  readonly point: ObservationPoint;
  /** The observation point in a sentence. */
  readonly at: string;
  readonly clouds: ReadonlySet<Cloud>;
  readonly aclState: AclState;
  /** Whether a setting says that a network ACL is bound. */
  readonly aclBound: boolean | undefined;
  readonly aclExcluded: AclExclusion | undefined;
  readonly transit: boolean;
  readonly protocol: number;
  /** `TCP`, `ICMP`. */
  readonly protocolName: string;
  /** Protocol and responder's port with its service: `TCP 22 (ssh)`. */
  readonly service: string;
  readonly ported: boolean;
  readonly basis: Reading['basis'];
  readonly request: Side;
  readonly reply: Side;
  /** The interface's own address; undefined where it is not known. */
  readonly local: string | undefined;
  /** What makes it the interface's own. */
  readonly localBasis: LocalSide['basis'];
  readonly conversations: number;
  /** Times of the first and last record, in Unix seconds. */
  readonly first: number;
  readonly last: number;
  /** Conditions for a proof that do not hold; only where a reply was refused. */
  readonly failures: readonly Failure[];
  readonly gap: Gap | undefined;
  /** What speaks against late packets; only where they were refused. */
  readonly lateDoubt: LateDoubt | undefined;
  /** Sources, or destinations if the local side began, of a roll-up. */
  readonly peers: Peers | undefined;
  /** Regions of its cross-region records, if all have the same: source and destination of the request. */
  readonly regions: readonly [string, string] | undefined;
  /** All of its records are known to be of these regions. */
  readonly regionsOfAll: boolean;
  /** The reason that a refused record gives of its own, as a clause. */
  readonly namedReason: string | undefined;
  /** Why the platform may have refused it. */
  readonly platform: string | undefined;
  /** Where another interface in this log refused the request, or let it in and refused the answer. */
  readonly peerRefusal: PeerRefusal | undefined;
  /** Where the responder's interface let the request in. */
  readonly peerPassage: PeerPassage | undefined;
  /** What ICMP errors between the same addresses say. */
  readonly icmpErrors: readonly string[];
  /** The interface has records of one action only. */
  readonly onlyAction: 'ACCEPT' | 'REJECT' | undefined;
  /** The story ends where the log does, so that what follows may not be published yet. */
  readonly atEnd: boolean;
  /** Action of the request before and after a change. */
  readonly change: Change | undefined;
  /** The responder is a group: nobody answers from its address. */
  readonly toGroup: boolean;
  /** The initiator is one: what looks like a reply was sent to it unasked. */
  readonly fromGroup: boolean;
  /** A line that may be of the same ends in that time, but cannot be read in full; from 0. */
  readonly unreadLine: number | undefined;
  /** Lines of the log that read as nothing, so that they may be about anything. */
  readonly unreadable: number;
  /** Start and end of the place's records are those of capture windows. */
  readonly bounds: boolean;
  /** Records of the place count packets; logs need not have the field. */
  readonly countsPackets: boolean;
  /** Records of the place count packets, and those of the story none. */
  readonly isEmpty: boolean;
  /** How long after a request's records its reply's may begin, in seconds. */
  readonly pairingWindow: number;
  /** Seconds around the story within which to look for more. */
  readonly window: number;
}

/** A change of what happens to a request. */
export interface Change {
  readonly from: 'ACCEPT' | 'REJECT';
  readonly to: 'ACCEPT' | 'REJECT';
  /** Last time of the old action and first of the new, in Unix seconds, and their lines from 0. */
  readonly lastOld: number;
  readonly firstNew: number;
  readonly lineOld: number;
  readonly lineNew: number;
  /**
   * The last time of the old action, and its line, where the new one did not last; of one record, which
   * may have ended before, where it is the first as well.
   */
  readonly again?: { readonly time: number; readonly line: number; readonly isOne: boolean };
  /** Why the records of one action or the other may be of no requests. */
  readonly doubt?: RequestDoubt | undefined;
  /** Stories of the requests that were let through, where they are others. */
  readonly others: readonly number[];
}

/** What a code says of a story, in plain text. */
export interface Words {
  readonly layer: Layer;
  readonly summary: string;
  readonly proves: string;
  readonly doesNotProve: string;
  readonly assumptions: readonly string[];
  readonly nextCheck: string;
  /** What to look for is not at this place. */
  readonly anywhere?: true;
  /** Of which side the direction is told. */
  readonly about: 'request' | 'reply' | 'none';
  /** Which records to look for in the log service. */
  readonly lookFor:
    | 'request'
    | 'reply'
    | 'both'
    | 'accepted request'
    | 'like request'
    | 'regions'
    | 'point'
    | 'none';
}
