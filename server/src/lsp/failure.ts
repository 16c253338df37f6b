import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';
import { Cancelled } from '../slices';
import { Unanswerable } from '../unanswerable';

/**
 * What is answered in place of something that `what` names, so that no answer is told apart from an
 * empty one, and by whose doing there is none: the client's, an edit's, or a file's or an accident's,
 * which is written down. The message is for the reader.
 */
export function failure(
  { console }: Pick<Connection, 'console'>,
  what: string,
  error: unknown,
  token: CancellationToken,
): ResponseError {
  if (token.isCancellationRequested) {
    return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  }
  if (error instanceof Cancelled) {
    return new ResponseError(LSPErrorCodes.ContentModified, 'The text changed meanwhile.');
  }
  const { message, stack } = error as Error;
  console.warn(`${what} failed: ${error instanceof Unanswerable ? message : (stack ?? message)}`);
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}
