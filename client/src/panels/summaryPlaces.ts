import type { CancellationToken } from 'vscode';
import type { LogPlace } from '../../../client/webview/summary/messages';
import type { RecordFilter } from '../../../server/src/core/filter/recordFilter';
import {
  LINES_REQUEST,
  type LinesParams,
  type LinesResult,
} from '../../../server/src/core/summaryRequests';
import type { ServerConnection } from '../server/serverConnection';

/** Places in order; there may be others after the last. */
export interface Places {
  readonly places: readonly LogPlace[];
  readonly more: boolean;
}

/** Finds where in some logs the records of a filter are, one log after the other. */
export class PlaceFinder {
  constructor(
    private readonly connection: ServerConnection,
    private readonly uris: () => readonly string[],
  ) {}

  /** The first places from one on, at most so many. */
  async find(
    filter: RecordFilter,
    from: LogPlace | undefined,
    most: number,
    token: CancellationToken,
  ): Promise<Places> {
    const places: LogPlace[] = [];
    const uris = this.uris();
    for (const uri of uris.slice(from ? uris.indexOf(from.uri) : 0)) {
      // One place more would tell that there are others in a log that is not asked any more.
      if (places.length >= most) return { places, more: true };
      const first = uri === from?.uri ? from.line : 0;
      const params = { uri, filter, from: first, most: most - places.length };
      const { lines, more } = await this.ask(params, token);
      places.push(...lines.map(line => ({ uri, line })));
      if (more || token.isCancellationRequested) return { places, more };
    }
    return { places, more: false };
  }

  private async ask(params: LinesParams, token: CancellationToken): Promise<LinesResult> {
    const none: LinesResult = { lines: [], more: false };
    try {
      return (await this.connection.request<LinesResult>(LINES_REQUEST, params, token)) ?? none;
    } catch (error) {
      if (!token.isCancellationRequested) this.connection.output.warn(String(error));
      return none;
    }
  }
}
