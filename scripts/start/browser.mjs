import { join } from 'node:path';
import { editorCache } from '../project.mjs';
import { installExtension } from '../vscode/installExtension.mjs';
import { serverLog, startServer } from '../vscode/server.mjs';
import { remoteUri, workbenchUrl } from '../vscode/workbenchUrl.mjs';

/**
 * Serves VS Code on loopback, with the packaged extension installed, until Ctrl-C.
 *
 * @param {string} folder
 * @param {string | undefined} file
 */
export async function serveInBrowser(folder, file) {
  const home = join(editorCache, 'start');
  const place = { dataDir: home, extensionsDir: join(home, 'extensions') };
  await installExtension(place.extensionsDir);
  // The same port as last time where it is free, so that the browser knows the page again.
  const server = await startServer({ ...place, port: '8960-8989' });

  const payload = file
    ? [/** @type {[string, string]} */ (['openFile', remoteUri(server, file)])]
    : [];
  console.log(`\nOpen ${workbenchUrl(server, folder, payload)}\n(Ctrl-C ends it.)`);

  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      asked = true;
      void server.stop();
    });
  }
  await server.exited;
  if (asked) return;
  console.error(`VS Code's server ended. Its log: ${serverLog}`);
  process.exitCode = 1;
}
