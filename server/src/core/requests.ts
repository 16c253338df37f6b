/**
 * What client and server say to each other beyond the language server protocol. Plain data only, so
 * that both sides can import it.
 */

import type { Thresholds } from './summary/thresholds';

/** Notification, server to client: what one document holds. Sent after each finished check. */
export const STATUS_NOTIFICATION = 'flowlog/status';

export interface DocumentStatus {
  readonly uri: string;
  /** Titles of the forms found, the commonest first. */
  readonly forms: readonly string[];
  readonly lines: number;
  /** Lines read as a record, faulty and NODATA included. */
  readonly records: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
  /** What is capped or switched off for this document, each with the number left out and why. */
  readonly reduced: readonly string[];
}

/**
 * Notification, server to client: other settings are in force, so what was said of files that are
 * not open holds no more. Documents are checked again and have a status each.
 */
export const SETTINGS_NOTIFICATION = 'flowlog/settings';

/** Request, client to server: the value under the cursor in one line of text. */
export const TOKEN_REQUEST = 'flowlog/token';

export interface TokenParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Plain text, or null where there is no value. */
export type TokenResult = { readonly text: string } | null;

/** The settings section `flowlog`, as the client sends it. */
export interface FlowLogSettings {
  /** Severity by rule code; a rule that is not named keeps its default. */
  readonly rules: Readonly<Record<string, RuleLevel>>;
  /** Field names of files that carry no header, in column order; empty to recognise the form. */
  readonly columns: readonly string[];
  /** IANA time zones that hovers show beside UTC and local time. */
  readonly timeZones: readonly string[];
  /** How ICMP type and code are packed into the destination port. */
  readonly icmpByteOrder: 'auto' | 'type-high' | 'type-low';
  readonly reachability: ReachabilityOptions;
  /** Whether the finding of a story stands above its first record. */
  readonly codeLens: { readonly enabled: boolean };
  readonly summary: SummarySettings;
}

/** What a user says about addresses, and from when on something in a summary deserves a look. */
export interface SummarySettings {
  /** Path of a list of names for address blocks; empty for none. */
  readonly groups: string;
  /** Path of a list of known threats; empty for none. */
  readonly threats: string;
  readonly thresholds: Thresholds;
}

/** What a user says about the network, and no record tells. */
export interface ReachabilityOptions {
  /** Addresses that belong to a network interface, by its id. */
  readonly interfaceAddresses: Readonly<Record<string, readonly string[]>>;
  /** Subnets in CIDR form. */
  readonly subnets: readonly string[];
  /** Whether a network ACL is bound, by interface id or by CIDR of its addresses. */
  readonly aclBound: Readonly<Record<string, boolean>>;
  /** Seconds for which a security group certainly remembers a request that nothing answers. */
  readonly trackingTimeouts: { readonly tcp: number; readonly udp: number; readonly icmp: number };
  /** How long after a request's window its reply's may begin, in seconds; null: as the log has it. */
  readonly pairingWindow: number | null;
}

export type RuleLevel = 'error' | 'warning' | 'information' | 'hint' | 'off';

/**
 * Request, client to server: the reachability stories of a document, or of a file that is not open,
 * the worst first. Fails with `ContentModified` when the text changed meanwhile.
 */
export const STORIES_REQUEST = 'flowlog/stories';

export interface StoriesParams {
  readonly textDocument: { readonly uri: string };
  /** Only the story of the record on this line, from 0; in a document alone. */
  readonly line?: number;
}

/** Notification, server to client: how far the explanation of a file is that is not open. */
export const STORIES_PROGRESS = 'flowlog/storiesProgress';

export interface StoriesProgress {
  readonly uri: string;
  readonly bytes: number;
  readonly of: number;
  readonly records: number;
}

/** One end of a conversation; null where it is unknown. */
export interface StoryEnd {
  readonly address: string | null;
  readonly port: number | null;
}

/** Records of one direction: lines from 0, the first ones, and how many are left out. */
export interface StoryRecords {
  readonly lines: readonly number[];
  readonly leftOut: number;
}

/** Records of one way added up. */
export interface StorySum {
  readonly records: number;
  readonly packets: number;
  readonly bytes: number;
}

/** What was accepted and what was refused of one way. */
export interface StoryCounts {
  readonly accepted: StorySum;
  readonly refused: StorySum;
}

/** The ends that a rolled-up story stands for, at the one side on which they differ. */
export interface StoryPeers {
  readonly count: number;
  /** How many of them have a private address. */
  readonly privateOnes: number;
  /** The first of them, private ones first. */
  readonly listed: readonly string[];
  /** There may be more. */
  readonly atLeast: boolean;
}

/** A reachability story as it is shown; the command line writes the same, with lines from 1. */
export interface StoryView {
  readonly code: string;
  readonly certainty: 'proved' | 'likely' | 'undecided';
  readonly layer:
    | 'security-group'
    | 'network-acl'
    | 'security-group-or-network-acl'
    | 'none'
    | 'bandwidth-limit'
    | 'unknown';
  /** Of the rejected or unanswered side, as seen from the observation point. */
  readonly direction: 'ingress' | 'egress' | 'unknown';
  readonly observationPoint: string;
  /** IANA protocol number; null for a story about a place. */
  readonly protocol: number | null;
  readonly protocolName: string;
  readonly initiator: StoryEnd;
  readonly responder: StoryEnd;
  /** Both ends whoever began: source and destination of the request, or of the only way on record. */
  readonly ends: readonly [StoryEnd, StoryEnd];
  /** Which of the two is the interface's own; null where that is not known. */
  readonly localEnd: 0 | 1 | null;
  /** Regions of the two ends; null but between regions. */
  readonly regions: readonly [string, string] | null;
  /** Sources or destinations of a rolled-up story; null where there is one of each. */
  readonly peers: StoryPeers | null;
  /** How many conversations tell this story. */
  readonly conversations: number;
  readonly request: StoryRecords;
  readonly reply: StoryRecords;
  readonly counts: { readonly request: StoryCounts; readonly reply: StoryCounts };
  /** What initiator and local side were inferred from. */
  readonly evidence: readonly string[];
  /** The finding in one sentence or two. */
  readonly summary: string;
  readonly proves: string;
  readonly doesNotProve: string;
  readonly assumptions: readonly string[];
  readonly nextCheck: string;
  /** A query for the log service, ready to copy; empty where there is none to ask. */
  readonly query: string;
}

export interface StoriesResult {
  readonly stories: readonly StoryView[];
  /** Stories that exist and are not in the list. */
  readonly leftOut: number;
  /** What is capped or approximate, in sentences. */
  readonly notes: readonly string[];
}
