import type { CancellationToken } from 'vscode-languageserver';
import { extentNotes, storyNotes } from '../core/reachability/notes';
import { viewOf } from '../core/reachability/view';
import { STORIES_REQUEST, type StoriesParams, type StoriesResult } from '../core/requests';
import { conversationAt, storiesOf } from '../documentStories';
import type { Feature, FeatureHost } from '../feature';
import { failure } from '../lsp/failure';
import type { OpenDocument } from '../openDocument';
import { storiesOfFile } from './storiesOfFile';

/** The reachability stories of a document or a file, or that of one record of a document. */
export const stories: Feature = host => {
  const { connection, documents } = host;
  connection.onRequest(
    STORIES_REQUEST,
    async ({ textDocument: { uri }, line }: StoriesParams, token: CancellationToken) => {
      const document = documents.get(uri);
      try {
        if (!document) return await storiesOfFile(host, uri, token);
        return line === undefined
          ? await allStories(host, document, token)
          : await storyOfLine(host, document, line, token);
      } catch (error) {
        throw failure(connection, 'Stories', error, token);
      }
    },
  );
  return {};
};

async function allStories(
  { documents }: FeatureHost,
  document: OpenDocument,
  token: CancellationToken,
): Promise<StoriesResult> {
  const told = await storiesOf(document, documents.currentSettings, token);
  const { stories, leftOut, findings } = told;
  return { stories: stories.map(viewOf), leftOut, notes: storyNotes(findings) };
}

async function storyOfLine(
  { documents }: FeatureHost,
  document: OpenDocument,
  line: number,
  token: CancellationToken,
): Promise<StoriesResult> {
  const found = await conversationAt(document, documents.currentSettings, line, token);
  return found.kind === 'none'
    ? { stories: [], leftOut: 0, notes: [found.reason] }
    : { stories: [viewOf(found.story)], leftOut: 0, notes: extentNotes(found.extent) };
}
