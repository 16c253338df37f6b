import type { Location } from 'vscode-languageserver';
import type { ConversationAt } from '../core/reachability/conversationOf';
import { conversationAt } from '../documentStories';
import { guarded, type Feature } from '../feature';
import { recordLocations } from './recordLocations';

/** From a reply to its request, and from a request to its reply: to the record nearest by. */
export const definition: Feature = host => {
  const { connection, documents } = host;
  connection.onDefinition(
    guarded(host, 'Definition', null, async (params, token): Promise<Location[] | null> => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return null;
      const { line } = params.position;
      const found = await conversationAt(document, documents.currentSettings, line, token);
      if (found.kind === 'none') return null;
      const to = nearest(found);
      return to === undefined ? null : recordLocations(document, [to]);
    }),
  );
  return { definitionProvider: true };
};

/** The record of the other side that is nearest by; of two, the one on the side of time. */
function nearest({ line, side, request, reply }: ConversationAt): number | undefined {
  const others = side === 'request' ? reply : request;
  const distance = (other: number) =>
    Math.abs(other - line) + (other > line === (side === 'request') ? 0 : 0.5);
  return others.reduce<number | undefined>(
    (best, other) => (best !== undefined && distance(best) <= distance(other) ? best : other),
    undefined,
  );
}
