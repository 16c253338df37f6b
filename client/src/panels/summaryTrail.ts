import { CancellationTokenSource, Uri } from 'vscode';
import type { RecordFilter } from '../../../server/src/core/filter/recordFilter';
import type {
  FromPage,
  LogPlace,
  RevealMessage,
  Trail,
} from '../../../client/webview/summary/messages';
import type { ServerConnection } from '../server/serverConnection';
import { nameInSet } from './summaryLogs';
import { PlaceFinder, type Places } from './summaryPlaces';
import { selectLines } from './summarySelection';

/** So many places are fetched, and selected, at once. */
const MOST_PLACES = 1000;

type Step = Extract<FromPage, { type: 'step' }>['to'];

/** The way along the records behind a figure. */
export class SummaryTrail {
  current: Trail | null = null;
  private readonly finder: PlaceFinder;
  private filter: RecordFilter = {};
  private found: Places = { places: [], more: false };
  private pending: CancellationTokenSource | undefined;

  constructor(
    connection: ServerConnection,
    private readonly logs: readonly Uri[],
    /** Those that were read, in the order in which the summary counts their lines. */
    read: () => readonly string[],
    private readonly changed: () => void,
  ) {
    this.finder = new PlaceFinder(connection, read);
  }

  /** Selects the first record of a figure, then finds out which others there are. */
  async reveal({ title, at, all }: RevealMessage, filter: RecordFilter): Promise<void> {
    this.end();
    const asked = (this.pending = new CancellationTokenSource());
    this.filter = filter;
    let selectable = at !== undefined && (await this.select([at]));
    let found: Places = all ? { places: all, more: false } : await this.fetch(undefined, asked);
    if (!all && at && !found.places.some(place => isSame(place, at)))
      found = await this.fetch(at, asked);
    if (this.pending !== asked) return;
    this.found = found.places.length > 0 || !at ? found : { places: [at], more: false };
    const shown = at ?? this.found.places[0];
    if (!at && shown) selectable = await this.select([shown]);
    this.tell(title, shown, 0, selectable);
  }

  async step(to: Step): Promise<void> {
    if (to === 'none' || !this.current) {
      this.end();
      return;
    }
    const { title, at, selectable } = this.current;
    if (to === 'all') {
      const some = this.together(at);
      await this.select(some, false);
      this.tell(title, some[0], some.length, selectable);
      return;
    }
    const wanted = to === 'next' ? at + 1 : at - 1;
    if (wanted >= this.found.places.length && this.found.more) await this.fetchMore();
    const place = this.found.places[wanted];
    if (!place) return;
    this.tell(title, place, 0, await this.select([place]));
  }

  /** Forgets the way, as its lines may have moved. */
  end(): void {
    this.dispose();
    if (!this.current) return;
    this.current = null;
    this.changed();
  }

  dispose(): void {
    this.pending?.cancel();
    this.pending = undefined;
  }

  /** The known places in the log of one of them: an editor shows one log. */
  private together(at: number): LogPlace[] {
    const { places } = this.found;
    return places.filter(({ uri }) => uri === places[at]?.uri).slice(0, MOST_PLACES);
  }

  private tell(
    title: string,
    place: LogPlace | undefined,
    selected: number,
    selectable: boolean,
  ): void {
    const { places, more } = this.found;
    const at = place
      ? Math.max(
          0,
          places.findIndex(other => isSame(other, place)),
        )
      : 0;
    const known = places.length;
    const others = more && at + selected >= known;
    const name = place && this.logs.length > 1 ? nameInSet(Uri.parse(place.uri), this.logs) : null;
    this.current = {
      ...{ title, line: place?.line ?? null, name, at, known, more },
      ...{ selected, others: others || selected === MOST_PLACES, selectable },
    };
    this.changed();
  }

  private select(places: readonly LogPlace[], keepFocus = true): Promise<boolean> {
    const [first] = places;
    if (!first) return Promise.resolve(false);
    const lines = places.map(({ line }) => line);
    return selectLines(Uri.parse(first.uri), lines, keepFocus);
  }

  private async fetchMore(): Promise<void> {
    const asked = this.pending;
    const last = this.found.places.at(-1);
    if (!asked || !last) return;
    const { places, more } = await this.fetch({ ...last, line: last.line + 1 }, asked);
    this.found = { places: [...this.found.places, ...places], more };
  }

  private fetch(from: LogPlace | undefined, { token }: CancellationTokenSource): Promise<Places> {
    return this.finder.find(this.filter, from, MOST_PLACES, token);
  }
}

function isSame(a: LogPlace, b: LogPlace): boolean {
  return a.uri === b.uri && a.line === b.line;
}
