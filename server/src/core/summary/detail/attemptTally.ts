import { AS_COUNTED, lineIn, type LineRuns } from '../../fold/lineRuns';
import {
  attemptsIn,
  entriesOf,
  leastOf,
  type Attempted,
  type Attempts,
  type ConversationEntries,
  type PortAttempts,
  type ScanThresholds,
} from '../finish/scans';
import type { Books } from '../fold/books';
import { countByPlace, listAt, WORD_PLACES } from '../group/crowds';
import { MARK } from '../group/entry';
import type { GroupTable } from '../group/groupTable';

/** More clients than are ever listed. */
const MOST_KEPT = 1000;
/** Whoever has no more than this times as many conversations as before is not looked at again. */
const WORTH_A_LOOK = 9 / 8;

/**
 * What clients tried at least: the most that a table held of each at a time. A table that is full
 * puts out what has few records, and that is what scans are made of.
 */
export class AttemptTally {
  private byAddresses = new Map<string, Attempts>();
  private byPorts = new Map<string, PortAttempts>();
  /** How many conversations the clients of a place had when they were looked at, at most. */
  private readonly looked = new Uint32Array(WORD_PLACES);

  constructor(private readonly thresholds: ScanThresholds) {}

  /**
   * Looks at a table that is about to put some out. Whoever has hardly more conversations than when it
   * was looked at before is left alone: it is likely to have tried hardly more.
   */
  look(entries: ConversationEntries): void {
    const { looked, thresholds } = this;
    const least = leastOf(thresholds);
    const places = countByPlace(entries, MARK.directed);
    places.forEach((count, place) => {
      if (count >= least && count > looked[place]! * WORTH_A_LOOK) looked[place] = count;
      else places[place] = 0;
    });
    const listed = listAt(entries, MARK.directed, places);
    this.add(attemptsIn(entries, listed, () => true, thresholds));
  }

  /** Adds what was found of the same log, maybe of the same clients. */
  add({ byAddresses, byPorts }: Attempted, runs: LineRuns = AS_COUNTED): void {
    for (const one of byAddresses) keepMore(this.byAddresses, inLog(one, runs), addressesOf);
    for (const one of byPorts) keepMore(this.byPorts, inLog(one, runs), portsOf);
    this.byAddresses = most(this.byAddresses, addressesOf);
    this.byPorts = most(this.byPorts, portsOf);
  }

  /** What was found, as data. */
  found(): Attempted {
    return { byAddresses: [...this.byAddresses.values()], byPorts: [...this.byPorts.values()] };
  }
}

/** Has a tally look at a table of attempts whenever that puts some out. */
export function lookBeforePrunes(table: GroupTable, tally: AttemptTally, books: Books): void {
  table.beforePrune = () => tally.look(entriesOf(table, books));
}

interface Tried {
  readonly client: string;
  readonly lines: readonly number[];
}

const addressesOf = ({ addresses }: Attempts) => addresses;
const portsOf = ({ ports }: PortAttempts) => ports;

function inLog<One extends Tried>(one: One, runs: LineRuns): One {
  return runs === AS_COUNTED ? one : { ...one, lines: one.lines.map(line => lineIn(runs, line)) };
}

function keepMore<One extends Tried>(
  kept: Map<string, One>,
  one: One,
  figure: (one: One) => number,
): void {
  const before = kept.get(one.client);
  const more = before ? figure(one) - figure(before) || before.lines[0]! - one.lines[0]! : 1;
  if (more > 0) kept.set(one.client, one);
}

/** Those with most, if there are more than are kept. */
function most<One>(kept: Map<string, One>, figure: (one: One) => number): Map<string, One> {
  if (kept.size <= MOST_KEPT * 2) return kept;
  return new Map([...kept].sort(([, a], [, b]) => figure(b) - figure(a)).slice(0, MOST_KEPT));
}
