/** A story as a drawing: two ends, what stands between them, and how each way fared there. */
export interface PathModel {
  readonly ends: readonly [PathEnd, PathEnd];
  /** From the initiator to the responder. */
  readonly gates: readonly Gate[];
  readonly request: Lane;
  readonly reply: Lane;
  /** The interface or gateway whose records these are; empty between regions. */
  readonly place: string;
}

export interface PathEnd {
  /** `Initiator` or `Responder`; only `One end` where nobody knows who began. */
  readonly role: string;
  readonly address: string;
  /** What stands below the address: a port, a region. */
  readonly details: readonly string[];
  /** The records are those of this end's interface. */
  readonly isLocal: boolean;
}

/** `either` stands for the security group and the network ACL where their order is not known. */
export type GateKind = 'security-group' | 'network-acl' | 'either' | 'bandwidth-limit';

export interface Gate {
  readonly kind: GateKind;
  /** Whether it is undecided what part it has at all. */
  readonly isUnsure: boolean;
}

/** What happened to a lane at a gate. */
export type Mark =
  'passed' | 'likely-passed' | 'stopped' | 'likely-stopped' | 'maybe-stopped' | 'none';

/** `solid` was passed, `dashed` is undecided, `faint` was not reached or is not on record. */
export type Stroke = 'solid' | 'dashed' | 'faint';

/** One way of the conversation; gates and strokes in the order in which it meets them. */
export interface Lane {
  readonly way: 'request' | 'reply';
  /** `Request`, or `One way` where nobody knows who began. */
  readonly name: string;
  readonly marks: readonly Mark[];
  /** One more than there are gates. */
  readonly strokes: readonly Stroke[];
  /** What happened, in a few words. */
  readonly caption: string;
}
