import type { ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { FileAccess } from './fileAccess';
import type { OpenDocuments } from './openDocuments';
import { Cancelled, somebodyAsks } from './slices';

/** What a feature works with. */
export interface FeatureHost {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly capabilities: ClientCapabilities;
  /** Where rules are explained: a page, or a `command:` of the client that takes a rule's code. */
  readonly documentation: string | undefined;
  /** The client's command that explains the record at `{ uri, line }`; undefined if it has none. */
  readonly explainCommand: string | undefined;
  /** Files by their path; undefined where the server cannot read them. */
  readonly files: FileAccess | undefined;
}

/** Registers a feature's handlers and gives what the server announces for it. */
export type Feature = (host: FeatureHost) => ServerCapabilities;

/**
 * A handler that answers with `fallback`, and writes down what happened, instead of throwing; a
 * cancelled request is no accident and is answered with the fallback too.
 */
export function guarded<A extends unknown[], T>(
  { connection }: Pick<FeatureHost, 'connection'>,
  what: string,
  fallback: T,
  handler: (...args: A) => T | Promise<T>,
): (...args: A) => Promise<T> {
  return async (...args) => {
    somebodyAsks();
    try {
      return await handler(...args);
    } catch (error) {
      if (!(error instanceof Cancelled)) {
        connection.console.error(`${what} failed: ${(error as Error).stack ?? String(error)}`);
      }
      return fallback;
    }
  };
}
