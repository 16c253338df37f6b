import { EventEmitter, window, type CancellationToken, type LogOutputChannel } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentStatus, StoriesProgress } from '../../../server/src/core/requests';
import type { SummaryProgress } from '../../../server/src/core/summaryRequests';
import type { ClientHooks } from './openClient';

/** Makes a client for the server of the platform, connects it to the hooks and starts it. */
export type OpenClient = (hooks: ClientHooks) => Promise<BaseLanguageClient>;

/** `idle` before the first flow log, `failed` when the server does not run and should. */
export type ServerState = 'idle' | 'starting' | 'running' | 'failed';

/** The one server and the way to it. Its parts are loaded and started when first needed. */
export class ServerConnection {
  private client: Promise<BaseLanguageClient | undefined> | undefined;
  private channel: LogOutputChannel | undefined;
  private readonly statuses = new EventEmitter<DocumentStatus>();
  private readonly configured = new EventEmitter<void>();
  private readonly progresses = new EventEmitter<SummaryProgress>();
  private readonly explaining = new EventEmitter<StoriesProgress>();
  private readonly states = new EventEmitter<ServerState>();
  private current: ServerState = 'idle';
  /** Goes up with each start and stop: a client of before has nothing to say any more. */
  private turn = 0;

  /** What a document holds, after each check of it. */
  readonly onStatus = this.statuses.event;
  /** Other settings are in force. */
  readonly onSettings = this.configured.event;
  /** How far the summary of a file is. */
  readonly onSummaryProgress = this.progresses.event;
  /** How far the explanation of a file is. */
  readonly onStoriesProgress = this.explaining.event;
  readonly onStateChange = this.states.event;

  constructor(private readonly openClient: OpenClient) {}

  get state(): ServerState {
    return this.current;
  }

  get output(): LogOutputChannel {
    this.channel ??= window.createOutputChannel('Flow Logs', { log: true });
    return this.channel;
  }

  /** Starts the server unless that was done before. */
  async start(): Promise<void> {
    this.client ??= this.open();
    await this.client;
  }

  /** Starts the server anew, also after it failed. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const client = await this.client;
    this.client = undefined;
    const turn = ++this.turn;
    // A client that is still starting cannot be stopped, and one that failed need not be.
    await client?.dispose().catch((error: unknown) => this.output.warn(String(error)));
    if (turn === this.turn) this.enter('idle');
  }

  /** Asks the server something; undefined when it does not run. */
  async request<R>(
    method: string,
    params: object,
    token: CancellationToken,
  ): Promise<R | undefined> {
    if (this.current !== 'running') return undefined;
    const client = await this.client;
    return client?.sendRequest<R>(method, params, token);
  }

  /** Tells the server something, which is started for it. */
  async tell(method: string, params: object): Promise<void> {
    await this.start();
    if (this.current !== 'running') return;
    const client = await this.client;
    await client
      ?.sendNotification(method, params)
      .catch((error: unknown) => this.output.warn(String(error)));
  }

  dispose(): void {
    void this.stop();
    this.statuses.dispose();
    this.configured.dispose();
    this.progresses.dispose();
    this.explaining.dispose();
    this.states.dispose();
    this.channel?.dispose();
  }

  private async open(): Promise<BaseLanguageClient | undefined> {
    const turn = ++this.turn;
    this.enter('starting');
    try {
      return await this.openClient({
        output: this.output,
        status: status => this.statuses.fire(status),
        settings: () => this.configured.fire(),
        summaryProgress: progress => this.progresses.fire(progress),
        storiesProgress: progress => this.explaining.fire(progress),
        state: state => {
          if (turn === this.turn) this.enter(state);
        },
        restart: () => void this.restart(),
      });
    } catch (error) {
      this.output.error(error instanceof Error ? error : String(error));
      this.enter('failed');
      return undefined;
    }
  }

  private enter(state: ServerState): void {
    if (state === this.current) return;
    this.current = state;
    this.states.fire(state);
  }
}
