import type { CancellationToken } from 'vscode-languageserver';
import { viewOf } from '../core/reachability/view';
import { STORIES_REQUEST, type StoriesParams, type StoriesResult } from '../core/requests';
import { conversationAt, storiesOf, type ToldStories } from '../documentStories';
import { guarded, type Feature } from '../feature';
import { storyNotes } from '../core/reachability/notes';

const NOTHING: StoriesResult = { stories: [], leftOut: 0, notes: [] };

/** The reachability stories of a document, or that of one record. */
export const stories: Feature = host => {
  const { connection, documents } = host;
  const all = async (told: Promise<ToldStories>): Promise<StoriesResult> => {
    const { stories, leftOut, findings } = await told;
    return { stories: stories.map(viewOf), leftOut, notes: storyNotes(findings) };
  };
  connection.onRequest(
    STORIES_REQUEST,
    guarded(host, 'Stories', NOTHING, async (params: StoriesParams, token: CancellationToken) => {
      const { textDocument, line } = params;
      const document = documents.get(textDocument.uri);
      if (!document) return NOTHING;
      const settings = documents.currentSettings;
      if (line === undefined) return all(storiesOf(document, settings, token));
      const found = await conversationAt(document, settings, line, token);
      if (found.kind === 'none') return { ...NOTHING, notes: [found.reason] };
      return { ...NOTHING, stories: [viewOf(found.story)] };
    }),
  );
  return {};
};
