import { ICMP, isIcmp, packed } from '../packets/protocol';
import { isV4 } from '../packets/address';
import type { Party } from '../packets/conversation';
import { errorFlow } from '../network/conversations';
import { post, say, type Sender, type Wire } from './wire';

/** Questions and answers without a connection: UDP, ICMP echo, tunnels. */
export interface DatagramScript {
  /** Questions asked. */
  readonly count?: number;
  /** Seconds from one to the next. */
  readonly interval?: number;
  /** Datagrams in an answer; 0 where nothing answers. */
  readonly answers?: number;
  /** Seconds the responder takes. */
  readonly think?: number;
  /** Nothing listens: the responder's host says so in an ICMP error. */
  readonly closed?: boolean;
  /** The initiator asks no more once an answer came. */
  readonly untilAnswered?: boolean;
}

export function talkDatagrams(wire: Wire, start: number, script: DatagramScript): void {
  const { count = 1, interval = 1, answers = 1, think = 0.001, closed, untilAnswered } = script;
  const { random } = wire.site.setup;
  const size = isIcmp(wire.conversation.protocol) ? 84 : random.whole(60, 400);
  const answerSize = isIcmp(wire.conversation.protocol) ? 84 : random.whole(60, 1400);
  let answered = false;
  const question = (time: number, left: number): void => {
    if (untilAnswered && answered) return;
    say(wire, 'request', { bytes: size }, time, heard => {
      if (closed) {
        reportUnreachable(wire, 'reply', PORT_UNREACHABLE, heard);
        return;
      }
      for (let i = 0; i < answers; i++) {
        say(wire, 'reply', { bytes: answerSize }, heard + think + i * 0.01, () => {
          answered = true;
        });
      }
    });
    if (left > 1) wire.timeline.plan(time + interval, later => question(later, left - 1));
  };
  question(start, count);
}

/** An ICMP error for both families. */
export interface IcmpError {
  readonly v4: readonly [type: number, code: number];
  readonly v6: readonly [type: number, code: number];
}

export const PORT_UNREACHABLE: IcmpError = { v4: [3, 3], v6: [1, 4] };
export const PROHIBITED: IcmpError = { v4: [3, 13], v6: [1, 1] };
export const TOO_BIG: IcmpError = { v4: [3, 4], v6: [2, 0] };
export const TIME_EXCEEDED: IcmpError = { v4: [11, 0], v6: [3, 0] };

/** One side of the conversation, or a router before it, reports on what the other side sent. */
export function reportUnreachable(
  wire: Wire,
  reporter: Sender,
  error: IcmpError,
  time: number,
  router?: Party,
): void {
  const { conversation, site } = wire;
  const { initiator, responder } = conversation;
  const [at, to] = reporter === 'reply' ? [responder, initiator] : [initiator, responder];
  const from = router ?? at;
  const v4 = isV4(to.address);
  const [type, code] = v4 ? error.v4 : error.v6;
  const packet = {
    flow: errorFlow(site, from, to, type, code),
    connection: site.connection(
      `${from.address.text} error`,
      `${to.address.text} ${packed(type, code)}`,
      v4 ? ICMP : 58,
    ),
    source: from.address,
    conversation,
    role: 'error' as const,
    bytes: 88,
    tcp: 0,
    about: conversation.connection,
  };
  post(wire, packet, time);
}
