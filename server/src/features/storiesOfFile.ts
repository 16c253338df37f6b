import type { CancellationToken } from 'vscode-languageserver';
import { engineSettings } from '../core/reachability/levels';
import { STORIES_PROGRESS, type StoriesProgress, type StoriesResult } from '../core/requests';
import { MOST_STORIES } from '../documentStories';
import type { FeatureHost } from '../feature';
import type { FileProgress } from '../fileAccess';
import { AHEAD } from '../openDocument';
import { Unanswerable } from '../unanswerable';

/** Progress is told no oftener than this, in milliseconds. */
const BETWEEN_PROGRESS = 100;

/** The stories of a file that is not open, read by its path. */
export async function storiesOfFile(
  { connection, documents, files }: FeatureHost,
  uri: string,
  token: CancellationToken,
): Promise<StoriesResult> {
  if (!files) throw new Unanswerable('Open the file in the editor to have it explained.');
  const stop = new AbortController();
  const listener = token.onCancellationRequested(() => stop.abort());
  let told = 0;
  const onProgress = (progress: FileProgress) => {
    const now = performance.now();
    if (now - told < BETWEEN_PROGRESS) return;
    told = now;
    const params: StoriesProgress = { uri, ...progress };
    void connection.sendNotification(STORIES_PROGRESS, params);
  };
  try {
    await documents.settled;
    const { currentSettings } = documents;
    return await files.explain(uri, {
      settings: engineSettings(currentSettings),
      columns: currentSettings.columns,
      latest: Math.floor(Date.now() / 1000) + AHEAD,
      most: MOST_STORIES,
      onProgress,
      signal: stop.signal,
    });
  } finally {
    listener.dispose();
  }
}
