import { FileType, workspace, type CancellationToken, type Uri } from 'vscode';
import {
  STORIES_REQUEST,
  type StoriesParams,
  type StoriesResult,
  type StoryView,
} from '../../../server/src/core/requests';
import type { ExplainContent, RecordStory } from '../../../client/webview/explain/messages';
import { isFlowLog } from '../language';
import type { ServerConnection } from '../server/serverConnection';
import { openDocument } from './openDocument';

/** The record on a line, from 0, or the story with a code that begins there. */
export interface AskedRecord {
  readonly line: number;
  readonly code: string | undefined;
}

/** Which log to explain, and what of it the user asked for. */
export interface Question {
  readonly uri: Uri;
  readonly record: AskedRecord | undefined;
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
  { uri, record }: Question,
  token: CancellationToken,
): Promise<ExplainContent> {
  const ask = (line?: number) => askServer(connection, uri, line, token);
  if (!record) return contentOf('document', await ask(), null);
  const { line, code } = record;
  const [all, own] = await Promise.all([ask(), code === undefined ? ask(line) : undefined]);
  const begun = all.stories.find(story => story.code === code && firstLine(story) === line);
  const asked = begun
    ? { line, story: begun, notes: [] }
    : recordOf(line, own ?? (await ask(line)));
  return contentOf('document', all, asked);
}

function firstLine({ request, reply }: StoryView): number {
  return Math.min(...request.lines, ...reply.lines);
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

function recordOf(line: number, { stories, notes }: StoriesResult): RecordStory {
  return { line, story: stories[0] ?? null, notes };
}
