import { l10n, window } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type CloseHandlerResult,
  type ErrorHandler,
  type ErrorHandlerResult,
  type Message,
} from 'vscode-languageclient';
import type { ClientHooks } from './openClient';

/** So often in so short a time, and a server that crashes is not started again by itself. */
const MOST_CRASHES = 3;
const WITHIN = 3 * 60_000;
/** So many broken messages in a row are passed over. */
const MOST_BROKEN_MESSAGES = 3;

/** Starts a crashed server again a few times without a word, then says so and offers to try. */
export class CrashHandler implements ErrorHandler {
  private readonly crashes: number[] = [];

  constructor(private readonly hooks: Pick<ClientHooks, 'output' | 'restart'>) {}

  error(error: Error, _message: Message | undefined, count = 0): ErrorHandlerResult {
    this.hooks.output.error(error);
    const goesOn = count <= MOST_BROKEN_MESSAGES;
    return { action: goesOn ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.crashes.push(now);
    const recent = this.crashes.filter(time => now - time < WITHIN);
    this.hooks.output.error(`The server stopped (${recent.length} times in three minutes).`);
    if (recent.length <= MOST_CRASHES) return { action: CloseAction.Restart, handled: true };
    void this.offerRestart(recent.length);
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  private async offerRestart(times: number): Promise<void> {
    const restart = l10n.t('Restart Server');
    const show = l10n.t('Show Output');
    const chosen = await window.showErrorMessage(
      l10n.t(
        'The Flow Logs server stopped {0} times within three minutes and stays off: flow logs are neither checked nor explained.',
        times,
      ),
      restart,
      show,
    );
    if (chosen === restart) this.hooks.restart();
    if (chosen === show) this.hooks.output.show();
  }
}
