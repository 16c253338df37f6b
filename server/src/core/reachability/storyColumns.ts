import { growAll, grown } from '../conversation/grown';

/** Stories that there is room for at first. */
export const ROOM = 512;

/** The columns of stories; the four lanes of a story stand side by side, as do its two sides. */
export class StoryColumns {
  tuples = new Uint32Array(ROOM);
  codes = new Uint8Array(ROOM);
  certainties = new Uint8Array(ROOM);
  bases = new Uint8Array(ROOM);
  established = new Uint8Array(ROOM);
  /** The next story of the tuple, plus 1. */
  next = new Uint32Array(ROOM);
  firstOfTuple = new Uint32Array(ROOM);
  conversations = new Uint32Array(ROOM);
  portsDiffer = new Uint8Array(ROOM);
  /** Which doubts any of its conversations leaves that they are requests, as bits. */
  doubts = new Uint8Array(ROOM);
  records = new Uint32Array(ROOM * 4);
  packets = new Float64Array(ROOM * 4);
  bytes = new Float64Array(ROOM * 4);
  lists = new Uint32Array(ROOM * 2);
  firsts = new Uint32Array(ROOM);
  lasts = new Uint32Array(ROOM);
  spanFirst = new Uint32Array(ROOM * 4);
  spanLast = new Uint32Array(ROOM * 4);
  spanFirstLine = new Uint32Array(ROOM * 4);
  spanLastLine = new Uint32Array(ROOM * 4);
  requestStarts = new Uint32Array(ROOM);
  requestEnds = new Uint32Array(ROOM);
  requestLasts = new Uint32Array(ROOM);
  /** By side of the first conversation, the line of what was let through before, plus 1. */
  linesBefore = new Uint32Array(ROOM * 2);
  requestLines = new Uint32Array(ROOM);
  replyStarts = new Uint32Array(ROOM);
  replyLines = new Uint32Array(ROOM);
  ends = new Uint32Array(ROOM);
  initiatorPorts = new Uint16Array(ROOM);
  evidenceFor = new Uint16Array(ROOM);
  evidenceAgainst = new Uint16Array(ROOM);
  marks = new Uint16Array(ROOM);

  fitTuples(tuples: number): void {
    if (tuples > this.firstOfTuple.length) {
      this.firstOfTuple = grown(this.firstOfTuple, tuples * 2);
    }
  }

  /** Doubles the room. */
  grow(): void {
    growAll(this);
  }
}
