import { env, l10n, window, workspace, type Uri } from 'vscode';

/** Writes a report where the user wants it, and offers to open it. */
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

/** A file's name without its folders. */
export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
