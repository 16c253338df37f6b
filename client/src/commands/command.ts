import type { Uri } from 'vscode';
import type { ExplainPanels } from '../panels/explainPanels';
import type { SummaryPanels } from '../panels/summaryPanels';
import type { ServerConnection } from '../server/serverConnection';

/** What commands work with. */
export interface CommandHost {
  readonly connection: ServerConnection;
  readonly extensionUri: Uri;
  readonly explainPanels: ExplainPanels;
  readonly summaryPanels: SummaryPanels;
}

/** A command of the manifest. */
export interface FlowLogCommand {
  readonly id: `flowlog.${string}`;
  readonly run: (host: CommandHost, ...args: readonly unknown[]) => Promise<void> | void;
}
