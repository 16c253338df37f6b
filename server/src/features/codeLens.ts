import { CodeLensRefreshRequest, type CodeLens } from 'vscode-languageserver';
import { storiesOf } from '../documentStories';
import { guarded, type Feature } from '../feature';
import { visible } from '../lsp/visible';
import { explainCommand } from './explainCommand';
import { shortFinding } from './shortFinding';
import { linesOf } from './storyLines';

/** Larger documents have no code lenses. */
export const MOST_LENS_LINES = 200_000;

/** Above the first record of each story, what became of the traffic. */
export const codeLens: Feature = host => {
  const { connection, documents, capabilities } = host;
  connection.onCodeLens(
    guarded(host, 'Code lenses', [], async ({ textDocument }, token): Promise<CodeLens[]> => {
      const document = documents.get(textDocument.uri);
      const settings = documents.currentSettings;
      if (!document || !settings.codeLens.enabled) return [];
      if (document.table.lines > MOST_LENS_LINES) return [];
      const { stories } = await storiesOf(document, settings, token);
      return stories.flatMap((story): CodeLens[] => {
        const line = linesOf(story)[0]?.line;
        if (line === undefined) return [];
        const start = { line, character: 0 };
        const title = visible(shortFinding(story));
        const command = explainCommand(host, document.uri, { line, code: story.code }, title);
        return [{ range: { start, end: start }, command }];
      });
    }),
  );
  documents.onDidConfigure(() => {
    if (!capabilities.workspace?.codeLens?.refreshSupport) return;
    const refused = () => connection.console.warn('The client did not refresh the code lenses.');
    connection.sendRequest(CodeLensRefreshRequest.type).catch(refused);
  });
  return { codeLensProvider: { resolveProvider: false } };
};
