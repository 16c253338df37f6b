import { ACK, FIN, PSH, RST, SYN } from '../packets/protocol';
import { otherSide, say, type Arrival, type Segment, type Sender, type Wire } from './wire';

/** How a TCP conversation goes, as far as the network lets it. */
export interface TcpScript {
  /** What listens at the responder's port. */
  readonly port?: 'open' | 'closed' | 'silent';
  /** SYNs sent before the initiator gives up. */
  readonly synTries?: number;
  /** Questions and answers. */
  readonly exchanges?: number;
  /** Seconds between them. */
  readonly pause?: number;
  /** Who closes, and how. */
  readonly close?: 'none' | Sender | 'reset';
  /** Called when the last exchange is over, before any close. */
  readonly settled?: Arrival;
  /** Called when the conversation is closed on both sides. */
  readonly closed?: Arrival;
}

const SYN_SEGMENT: Segment = { bytes: 60, tcp: SYN };
const SYN_ACK_SEGMENT: Segment = { bytes: 60, tcp: SYN | ACK };
const ACK_SEGMENT: Segment = { bytes: 52, tcp: ACK };
const FIN_SEGMENT: Segment = { bytes: 52, tcp: FIN | ACK };
export const RST_SEGMENT: Segment = { bytes: 40, tcp: RST | ACK };

const SYN_BACKOFF = 1;
const DATA_BACKOFF = 0.3;
const SYN_ACK_TRIES = 5;
const DATA_TRIES = 5;

/** Opens, talks and closes, every packet sent again as long as no answer comes. */
export function talkTcp(wire: Wire, start: number, script: TcpScript): void {
  const { port = 'open', synTries = 4 } = script;
  let answered = false;
  let confirmed = false;
  const sendSynAck = (time: number, tries: number): void => {
    if (confirmed || tries === 0) return;
    say(wire, 'reply', SYN_ACK_SEGMENT, time, arrival => {
      say(wire, 'request', ACK_SEGMENT, arrival, () => (confirmed = true));
      if (answered) return;
      answered = true;
      exchange(wire, arrival + 0.001, script, script.exchanges ?? 1);
    });
    const pause = SYN_BACKOFF * 2 ** (SYN_ACK_TRIES - tries);
    wire.timeline.plan(time + pause, later => sendSynAck(later, tries - 1));
  };
  let heard = false;
  const onSyn = (time: number): void => {
    if (port === 'silent') return;
    if (port === 'closed') {
      say(wire, 'reply', RST_SEGMENT, time, () => (answered = true));
      return;
    }
    sendSynAck(time, heard ? 1 : SYN_ACK_TRIES);
    heard = true;
  };
  const sendSyn = (time: number, tries: number): void => {
    if (answered || tries === 0) return;
    say(wire, 'request', SYN_SEGMENT, time, onSyn);
    wire.timeline.plan(time + SYN_BACKOFF * 2 ** (synTries - tries), later =>
      sendSyn(later, tries - 1),
    );
  };
  sendSyn(start, synTries);
}

/** Question, answer, acknowledgement, so many times; then the close. */
function exchange(wire: Wire, time: number, script: TcpScript, left: number): void {
  if (left === 0) {
    script.settled?.(time);
    close(wire, time, script);
    return;
  }
  const { random } = wire.site.setup;
  const question = { bytes: random.whole(60, 900), tcp: PSH | ACK };
  const answer = { bytes: random.whole(60, 1500), tcp: PSH | ACK };
  ask(wire, 'request', question, answer, time, done => {
    say(wire, 'request', ACK_SEGMENT, done);
    const next = done + (script.pause ?? 0.05);
    wire.timeline.plan(next, later => exchange(wire, later, script, left - 1));
  });
}

function close(wire: Wire, time: number, { close: how = 'request', closed }: TcpScript): void {
  if (how === 'none') return;
  if (how === 'reset') {
    say(wire, 'request', RST_SEGMENT, time, closed);
    return;
  }
  ask(wire, how, FIN_SEGMENT, FIN_SEGMENT, time, done => say(wire, how, ACK_SEGMENT, done, closed));
}

/** Sends a segment until its answer is back, or the tries are used up; then `then` is called. */
export function ask(
  wire: Wire,
  sender: Sender,
  question: Segment,
  answer: Segment,
  start: number,
  then?: Arrival,
): void {
  let done = false;
  const attempt = (time: number, tries: number): void => {
    if (done || tries === 0) return;
    say(wire, sender, question, time, heard => {
      say(wire, otherSide(sender), answer, heard + 0.0005, back => {
        if (done) return;
        done = true;
        then?.(back);
      });
    });
    const pause = Math.max(DATA_BACKOFF, wire.delay * 3) * 2 ** (DATA_TRIES - tries);
    wire.timeline.plan(time + pause, later => attempt(later, tries - 1));
  };
  attempt(start, DATA_TRIES);
}
