import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inProject } from '../project.mjs';
import { installServer } from './installServer.mjs';
import { writeUserSettings } from './userSettings.mjs';

/** What the server says goes here: it complains of native modules that it does not need. */
export const serverLog = inProject('out', 'logs', 'vscode-server.log');

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir settings, state and logs of this editor
 * @property {string} extensionsDir
 * @property {Record<string, unknown>} [settings] added to a fresh profile's user settings
 * @property {string[]} [flags]
 * @property {Record<string, string>} [env] seen by the extension host too
 * @property {string} [port] a port or a range; any free one when left out
 */

/**
 * @typedef {object} Server
 * @property {string} authority host:port
 * @property {string} token
 * @property {Promise<void>} exited
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a VS Code server on loopback.
 *
 * @param {ServerOptions} options
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const { node, main } = await installServer();
  await writeUserSettings(join(options.dataDir, 'data/User/settings.json'), options.settings);
  await mkdir(dirname(serverLog), { recursive: true });

  const token = randomBytes(16).toString('hex');
  const child = spawn(
    node,
    [
      main,
      '--host=127.0.0.1',
      `--port=${options.port ?? '0'}`,
      `--connection-token=${token}`,
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--disable-workspace-trust',
      `--server-data-dir=${options.dataDir}`,
      `--extensions-dir=${options.extensionsDir}`,
      ...(options.flags ?? []),
    ],
    { env: { ...serverEnvironment(), ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const log = createWriteStream(serverLog);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  /** @type {Promise<void>} */
  const exited = new Promise(resolve => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill();
    await exited;
  };
  return { authority: `127.0.0.1:${await listeningPort(child)}`, token, exited, stop };
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let said = '';
    /** @param {Buffer} text */
    const read = text => {
      said += text;
      const port = /Extension host agent listening on (\d+)/.exec(said)?.[1];
      if (port) resolve(port);
    };
    child.stdout.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The VS Code server ended early:\n${said}`)));
  });
}

/** Without what an editor around this process tells its own children, and without a gallery. */
function serverEnvironment() {
  const own = Object.entries(process.env).filter(([name]) => !/^(VSCODE|ELECTRON)_/.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}' };
}
