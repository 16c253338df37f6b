import { TOKEN_REQUEST, type TokenParams, type TokenResult } from '../core/requests';
import { guarded, type Feature } from '../feature';
import { visible } from '../lsp/visible';
import { explainAt } from './explainAt';

/** The value under the cursor in one line, for a status bar. */
export const token: Feature = host => {
  const { connection, documents } = host;
  connection.onRequest(
    TOKEN_REQUEST,
    guarded(host, 'Value under the cursor', null, (params: TokenParams): TokenResult => {
      const document = documents.get(params.textDocument.uri);
      const { line, character } = params.position;
      const found =
        document && explainAt(document.table, line, character, documents.currentSettings);
      return found ? { text: visible(found.summary) } : null;
    }),
  );
  return {};
};
