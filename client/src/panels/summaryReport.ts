import { env, l10n, window, workspace, type Uri } from 'vscode';
import { nameOf } from './summaryLogs';

/** Writes a report where the user wants it, at first beside the log, and offers to open it. */
export async function saveReport(log: Uri, html: string): Promise<void> {
  const target = await window.showSaveDialog({
    defaultUri: log.with({ path: `${log.path.replace(/\.[^./]*$/, '')}-summary.html` }),
    filters: { HTML: ['html'] },
    title: l10n.t('Save the summary'),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(html));
  const open = l10n.t('Open in Browser');
  const said = l10n.t('The summary was saved as {0}.', nameOf(target));
  if ((await window.showInformationMessage(said, open)) === open) await env.openExternal(target);
}
