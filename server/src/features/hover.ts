import { MarkupKind, type CancellationToken, type Hover } from 'vscode-languageserver';
import { extentNotes } from '../core/reachability/notes';
import { checkAlone } from '../core/reachability/view';
import { ACTION } from '../core/scan/columns';
import { conversationAt } from '../documentStories';
import { guarded, type Feature, type FeatureHost } from '../feature';
import { escapeMarkdown, explanationMarkdown } from '../lsp/markdown';
import type { OpenDocument } from '../openDocument';
import { Cancelled } from '../slices';
import { explainAt } from './explainAt';
import { explainLink } from './explainCommand';

/** Explains the value, key or field name under the pointer, and what became of the traffic. */
export const hover: Feature = host => {
  const { connection, documents } = host;
  connection.onHover(
    guarded(
      host,
      'Hover',
      null,
      async ({ textDocument, position }, token): Promise<Hover | null> => {
        const document = documents.get(textDocument.uri);
        if (!document) return null;
        const { line, character } = position;
        const found = explainAt(document.table, line, character, documents.currentSettings);
        if (!found) return null;
        const { explanation, span, field, recordLine = line } = found;
        const ending =
          field === 'action' || isRejected(document, recordLine)
            ? await findingMarkdown(host, document, line, token)
            : undefined;
        const { headline, details } = explanation;
        const value =
          ending === undefined
            ? explanationMarkdown(explanation)
            : `${explanationMarkdown({ headline, details })}\n\n${ending}`;
        return {
          contents: { kind: MarkupKind.Markdown, value },
          range: {
            start: { line, character: span.start },
            end: { line, character: span.end },
          },
        };
      },
    ),
  );
  return { hoverProvider: true };
};

function isRejected({ table }: OpenDocument, line: number): boolean {
  const at = table.locate(line);
  return at?.chunk.columns.action[at.row] === ACTION.reject;
}

/** What the record's story says, what to check, and the way to all of it; undefined if it has none. */
async function findingMarkdown(
  host: FeatureHost,
  document: OpenDocument,
  line: number,
  token: CancellationToken,
): Promise<string | undefined> {
  const settings = host.documents.currentSettings;
  try {
    const found = await conversationAt(document, settings, line, token);
    if (found.kind === 'none' || settings.rules[found.story.code] === 'off') return undefined;
    const link = explainLink(host, document.uri, found.line);
    const { story, extent } = found;
    const said = [[story.summary, ...extentNotes(extent)].join(' '), `Next: ${checkAlone(story)}`];
    const lines = said.map(escapeMarkdown);
    return [...lines, ...(link === undefined ? [] : [`[Explain reachability](${link})`])].join(
      '  \n',
    );
  } catch (error) {
    // The value is explained all the same.
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}
