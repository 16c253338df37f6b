import { pathToFileURL } from 'node:url';

/**
 * The address at which the server shows a folder.
 *
 * @param {import('./server.mjs').Server} server
 * @param {string} folder
 * @param {[string, string][]} payload what the workbench would be told on a command line
 */
export function workbenchUrl({ authority, token }, folder, payload) {
  const query = new URLSearchParams({
    tkn: token,
    folder: decodeURIComponent(pathToFileURL(folder).pathname),
    payload: JSON.stringify(payload),
  });
  return `http://${authority}/?${query}`;
}

/**
 * @param {import('./server.mjs').Server} server
 * @param {string} path
 */
export function remoteUri({ authority }, path) {
  return `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
}
