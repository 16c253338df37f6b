import type { IcmpProtocol } from './icmp';

/** A question and the messages that answer it. */
export interface IcmpPair {
  readonly protocol: IcmpProtocol;
  readonly request: number;
  readonly replies: readonly number[];
  /** Both messages carry an identifier, equal in a question and its answer. */
  readonly identifier: boolean;
  /** The answer is also sent without having been asked for. */
  readonly unasked?: true;
  readonly source: string;
}

/** Written by hand from the documents named; IANA's registry does not say what belongs together. */
export const icmpPairs: readonly IcmpPair[] = [
  { protocol: 1, request: 8, replies: [0], identifier: true, source: 'RFC 792' },
  { protocol: 1, request: 10, replies: [9], identifier: false, unasked: true, source: 'RFC 1256' },
  { protocol: 1, request: 13, replies: [14], identifier: true, source: 'RFC 792' },
  { protocol: 1, request: 15, replies: [16], identifier: true, source: 'RFC 792' },
  { protocol: 1, request: 17, replies: [18], identifier: true, source: 'RFC 950' },
  { protocol: 1, request: 33, replies: [34], identifier: false, source: 'RFC 6918' },
  { protocol: 1, request: 35, replies: [36], identifier: false, source: 'RFC 6918' },
  { protocol: 1, request: 37, replies: [38], identifier: true, source: 'RFC 1788' },
  { protocol: 1, request: 42, replies: [43], identifier: true, source: 'RFC 8335' },
  { protocol: 58, request: 128, replies: [129], identifier: true, source: 'RFC 4443' },
  {
    protocol: 58,
    request: 130,
    replies: [131, 143],
    identifier: false,
    unasked: true,
    source: 'RFC 2710, RFC 9777',
  },
  {
    protocol: 58,
    request: 133,
    replies: [134],
    identifier: false,
    unasked: true,
    source: 'RFC 4861',
  },
  {
    protocol: 58,
    request: 135,
    replies: [136],
    identifier: false,
    unasked: true,
    source: 'RFC 4861',
  },
  { protocol: 58, request: 139, replies: [140], identifier: false, source: 'RFC 4620' },
  { protocol: 58, request: 141, replies: [142], identifier: false, source: 'RFC 3122' },
  { protocol: 58, request: 144, replies: [145], identifier: true, source: 'RFC 6275' },
  {
    protocol: 58,
    request: 146,
    replies: [147],
    identifier: true,
    unasked: true,
    source: 'RFC 6275',
  },
  {
    protocol: 58,
    request: 148,
    replies: [149],
    identifier: true,
    unasked: true,
    source: 'RFC 3971',
  },
  {
    protocol: 58,
    request: 152,
    replies: [151],
    identifier: false,
    unasked: true,
    source: 'RFC 4286',
  },
  { protocol: 58, request: 157, replies: [158], identifier: false, source: 'RFC 6775' },
  { protocol: 58, request: 160, replies: [161], identifier: true, source: 'RFC 8335' },
];

/** RFC 1122 section 3.2.2 and RFC 4443 section 2.1: they report on a packet, and answer nothing. */
export const icmpErrorTypes: Readonly<Record<IcmpProtocol, readonly number[]>> = {
  1: [3, 4, 5, 11, 12],
  58: [1, 2, 3, 4],
};

export function isIcmpError(protocol: IcmpProtocol, type: number): boolean {
  return icmpErrorTypes[protocol].includes(type);
}

/** The pair in which the type asks. */
export function icmpPairOfRequest(protocol: IcmpProtocol, type: number): IcmpPair | undefined {
  return icmpPairs.find(pair => pair.protocol === protocol && pair.request === type);
}

/** The pair in which the type answers. */
export function icmpPairOfReply(protocol: IcmpProtocol, type: number): IcmpPair | undefined {
  return icmpPairs.find(pair => pair.protocol === protocol && pair.replies.includes(type));
}

/** The second type can answer the first. */
export function isIcmpReplyTo(protocol: IcmpProtocol, request: number, reply: number): boolean {
  return icmpPairOfRequest(protocol, request)?.replies.includes(reply) ?? false;
}
