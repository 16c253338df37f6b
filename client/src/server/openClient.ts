import type { LogOutputChannel } from 'vscode';
import { RevealOutputChannelOn, State, type BaseLanguageClient } from 'vscode-languageclient';
import { STATUS_NOTIFICATION, type DocumentStatus } from '../../../server/src/core/requests';
import { SHOW_CHECKS } from '../commands/ids';
import { FLOW_LOG } from '../language';
import { CrashHandler } from './crashHandler';
import type { CreateClient, ServerState } from './serverConnection';

/** What the client tells, and where it writes. */
export interface ClientHooks {
  readonly output: LogOutputChannel;
  status(status: DocumentStatus): void;
  state(state: ServerState): void;
  restart(): void;
}

/** Makes a client, connects it to the hooks and starts it. */
export async function openClient(
  create: CreateClient,
  hooks: ClientHooks,
): Promise<BaseLanguageClient> {
  const client = await create({
    documentSelector: [{ language: FLOW_LOG }],
    outputChannel: hooks.output,
    traceOutputChannel: hooks.output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { documentation: `command:${SHOW_CHECKS}` },
    errorHandler: new CrashHandler(hooks),
  });
  client.onNotification(STATUS_NOTIFICATION, (status: DocumentStatus) => hooks.status(status));
  client.onDidChangeState(({ newState }) => hooks.state(STATES[newState]));
  await client.start();
  return client;
}

/** Only `stop` makes a client stop in order, and it says `idle` afterwards. */
const STATES: Record<State, ServerState> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'failed',
  [State.StartFailed]: 'failed',
};
