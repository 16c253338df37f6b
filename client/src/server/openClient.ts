import type { LogOutputChannel } from 'vscode';
import {
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  SETTINGS_NOTIFICATION,
  STATUS_NOTIFICATION,
  STORIES_PROGRESS,
  type DocumentStatus,
  type StoriesProgress,
} from '../../../server/src/core/requests';
import type { SUMMARY_PROGRESS, SummaryProgress } from '../../../server/src/core/summaryRequests';
import { EXPLAIN_REACHABILITY, SHOW_CHECKS } from '../commands/ids';
import { FLOW_LOG } from '../language';
import { CrashHandler } from './crashHandler';
import type { ServerState } from './serverConnection';

/** What the client tells, and where it writes. */
export interface ClientHooks {
  readonly output: LogOutputChannel;
  status(status: DocumentStatus): void;
  settings(): void;
  summaryProgress(progress: SummaryProgress): void;
  storiesProgress(progress: StoriesProgress): void;
  state(state: ServerState): void;
  restart(): void;
}

const PROGRESS: typeof SUMMARY_PROGRESS = 'flowlog/summaryProgress';

/** Makes a client, connects it to the hooks and starts it. */
export async function openClient(
  create: (options: LanguageClientOptions) => BaseLanguageClient,
  hooks: ClientHooks,
): Promise<BaseLanguageClient> {
  const client = create({
    documentSelector: [{ language: FLOW_LOG }],
    outputChannel: hooks.output,
    traceOutputChannel: hooks.output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      documentation: `command:${SHOW_CHECKS}`,
      explainCommand: EXPLAIN_REACHABILITY,
    },
    // What a hover shows holds text of the log, so it may run this one command and no other.
    markdown: { isTrusted: { enabledCommands: [EXPLAIN_REACHABILITY] } },
    errorHandler: new CrashHandler(hooks),
  });
  client.onNotification(STATUS_NOTIFICATION, (status: DocumentStatus) => hooks.status(status));
  client.onNotification(SETTINGS_NOTIFICATION, () => hooks.settings());
  client.onNotification(PROGRESS, (progress: SummaryProgress) => hooks.summaryProgress(progress));
  client.onNotification(STORIES_PROGRESS, (progress: StoriesProgress) =>
    hooks.storiesProgress(progress),
  );
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
