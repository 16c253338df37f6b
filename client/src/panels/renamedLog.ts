import type { FileRenameEvent, Uri } from 'vscode';

/** Where a log is after files, or folders in which it may be, were renamed or moved. */
export function renamedLog(log: Uri, { files }: FileRenameEvent): Uri {
  for (const { oldUri, newUri } of files) {
    if (oldUri.toString() === log.toString()) return newUri;
    const folder = `${oldUri.path}/`;
    if (oldUri.scheme === log.scheme && log.path.startsWith(folder))
      return newUri.with({ path: `${newUri.path}/${log.path.slice(folder.length)}` });
  }
  return log;
}
