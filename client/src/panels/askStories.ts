import { workspace, type CancellationToken, type TextDocument, type Uri } from 'vscode';
import {
  STORIES_REQUEST,
  type StoriesParams,
  type StoriesResult,
} from '../../../server/src/core/requests';
import type { ExplainContent, RecordStory } from '../../../client/webview/explain/messages';
import { isFlowLog } from '../language';
import type { ServerConnection } from '../server/serverConnection';

/** Which log to explain, and which of its lines the user asked for. */
export interface Question {
  readonly uri: Uri;
  readonly line: number | undefined;
}

/** What the page is to show for a log: its stories, or why there are none. */
export async function askStories(
  connection: ServerConnection,
  { uri, line }: Question,
  token: CancellationToken,
): Promise<ExplainContent> {
  const document = await open(uri);
  if (!document) return { kind: 'missing', why: 'not-found' };
  if (!isFlowLog(document)) return { kind: 'missing', why: 'not-a-flow-log' };
  const { state } = connection;
  if (state === 'starting' || state === 'idle') return { kind: 'waiting', why: 'server-starting' };
  if (state !== 'running') return { kind: 'missing', why: 'server-off' };
  const ask = (at?: number) => askServer(connection, uri, at, token);
  const [all, asked] = await Promise.all([ask(), line === undefined ? undefined : ask(line)]);
  if (!all) return { kind: 'missing', why: 'no-answer' };
  const { stories, leftOut, notes } = all;
  return { kind: 'stories', stories, leftOut, notes, record: recordOf(line, asked) };
}

async function open(uri: Uri): Promise<TextDocument | undefined> {
  const key = uri.toString();
  const known = workspace.textDocuments.find(document => document.uri.toString() === key);
  // An untitled document that was closed is gone; opening it would make a new one.
  if (known || uri.scheme === 'untitled') return known;
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

async function askServer(
  connection: ServerConnection,
  uri: Uri,
  line: number | undefined,
  token: CancellationToken,
): Promise<StoriesResult | undefined> {
  const textDocument = { uri: uri.toString() };
  const params: StoriesParams = line === undefined ? { textDocument } : { textDocument, line };
  try {
    const answer = await connection.request<StoriesResult | null>(STORIES_REQUEST, params, token);
    return answer ?? undefined;
  } catch (error) {
    if (!token.isCancellationRequested) connection.output.warn(String(error));
    return undefined;
  }
}

function recordOf(line: number | undefined, asked: StoriesResult | undefined): RecordStory | null {
  if (line === undefined || !asked) return null;
  const [story] = asked.stories;
  return { line, story: story ?? null, why: story ? '' : (asked.notes[0] ?? '') };
}
