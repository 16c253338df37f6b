import { FileType, workspace, type CancellationToken, type Uri } from 'vscode';
import {
  STORIES_REQUEST,
  type StoriesParams,
  type StoriesResult,
} from '../../../server/src/core/requests';
import type { ExplainContent, RecordStory } from '../../../client/webview/explain/messages';
import { isFlowLog } from '../language';
import type { ServerConnection } from '../server/serverConnection';
import { openDocument } from './openDocument';

/** Which log to explain, and which of its lines the user asked for. */
export interface Question {
  readonly uri: Uri;
  readonly line: number | undefined;
}

/** Errors of the language server protocol that say: nothing failed, there is just no answer now. */
const NO_ANSWER_NOW: readonly unknown[] = [-32800, -32801];

/**
 * What the page is to show for a log: its stories, or why there are none. Undefined where the log
 * changed meanwhile or the question was withdrawn, so that what is shown stays.
 */
export async function askStories(
  connection: ServerConnection,
  question: Question,
  token: CancellationToken,
  readsFile: () => void,
): Promise<ExplainContent | undefined> {
  const { uri } = question;
  const document = await openDocument(uri);
  if (!document && !(await isFile(uri))) return { kind: 'missing', why: 'not-found' };
  if (document && !isFlowLog(document)) return { kind: 'missing', why: 'not-a-flow-log' };
  if (!document) {
    readsFile();
    await connection.start();
  }
  const { state } = connection;
  if (state === 'starting' || state === 'idle') return { kind: 'waiting', why: 'server-starting' };
  if (state !== 'running') return { kind: 'missing', why: 'server-off' };
  try {
    return document
      ? await askDocument(connection, question, token)
      : contentOf('file', await askServer(connection, uri, undefined, token), null);
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    if (token.isCancellationRequested || NO_ANSWER_NOW.includes(code)) return undefined;
    connection.output.error(String(error));
    return { kind: 'missing', why: 'no-answer' };
  }
}

/** A file on disk that is too large for a document, as there is none. */
async function isFile(uri: Uri): Promise<boolean> {
  if (uri.scheme !== 'file') return false;
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}

async function askDocument(
  connection: ServerConnection,
  { uri, line }: Question,
  token: CancellationToken,
): Promise<ExplainContent> {
  const ask = (at?: number) => askServer(connection, uri, at, token);
  const [all, asked] = await Promise.all([ask(), line === undefined ? undefined : ask(line)]);
  return contentOf('document', all, recordOf(line, asked));
}

async function askServer(
  connection: ServerConnection,
  uri: Uri,
  line: number | undefined,
  token: CancellationToken,
): Promise<StoriesResult> {
  const textDocument = { uri: uri.toString() };
  const params: StoriesParams = line === undefined ? { textDocument } : { textDocument, line };
  const answer = await connection.request<StoriesResult>(STORIES_REQUEST, params, token);
  if (!answer) throw new Error('The server does not run.');
  return answer;
}

function contentOf(
  of: 'document' | 'file',
  { stories, leftOut, notes }: StoriesResult,
  record: RecordStory | null,
): ExplainContent {
  return { kind: 'stories', of, stories, leftOut, notes, record };
}

function recordOf(line: number | undefined, asked: StoriesResult | undefined): RecordStory | null {
  if (line === undefined || !asked) return null;
  const [story] = asked.stories;
  return { line, story: story ?? null, why: story ? '' : (asked.notes[0] ?? '') };
}
