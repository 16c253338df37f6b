import type { Uri } from 'vscode';
import type { ServerConnection } from '../server/serverConnection';

/** What commands work with. */
export interface CommandHost {
  readonly connection: ServerConnection;
  readonly extensionUri: Uri;
}

/** A command of the manifest. */
export interface FlowLogCommand {
  readonly id: `flowlog.${string}`;
  readonly run: (host: CommandHost, ...args: readonly unknown[]) => Promise<void> | void;
}
