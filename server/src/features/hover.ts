import { MarkupKind, type Hover } from 'vscode-languageserver';
import { guarded, type Feature } from '../feature';
import { explanationMarkdown } from '../lsp/markdown';
import { explainAt } from './explainAt';

/** Explains the value, key or field name under the pointer. */
export const hover: Feature = host => {
  const { connection, documents } = host;
  connection.onHover(
    guarded(host, 'Hover', null, ({ textDocument, position }): Hover | null => {
      const document = documents.get(textDocument.uri);
      if (!document) return null;
      const { line, character } = position;
      const found = explainAt(document.table, line, character, documents.currentSettings);
      if (!found) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: explanationMarkdown(found.explanation) },
        range: {
          start: { line, character: found.span.start },
          end: { line, character: found.span.end },
        },
      };
    }),
  );
  return { hoverProvider: true };
};
