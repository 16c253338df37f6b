import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runNpm } from '../command.mjs';
import { editorCache } from '../project.mjs';

/** The npm package that carries a whole VS Code server and web workbench (here 1.139.1). */
const codeServer = '4.139.1';
const nodeMajor = '24';

const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Makes sure that the VS Code server of the npm registry is in the project's editor cache.
 *
 * @returns {Promise<{ node: string, main: string }>} the Node that runs it, and its main script
 */
export async function installServer() {
  const folder = join(editorCache, `code-server-${codeServer}`);
  const server = serverIn(folder);
  if (existsSync(server.main)) return server;

  console.log(`Installing VS Code (code-server ${codeServer} from npm, once, about 800 MB) …`);
  const staging = `${folder}.${process.pid}`;
  try {
    await install(staging);
    await rename(staging, folder);
  } catch (error) {
    // Another run may have put it in place meanwhile; then that one serves.
    if (!existsSync(server.main)) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return server;
}

/** @param {string} folder */
async function install(folder) {
  await mkdir(folder, { recursive: true });
  const dependencies = { 'code-server': codeServer, ...nodeDependency() };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await npmInstall(folder);
  // VS Code's own dependencies, by the lockfile it brings.
  await npmInstall(join(folder, 'node_modules/code-server/lib/vscode'), '--omit=dev');
}

/**
 * @param {string} cwd
 * @param {string[]} more
 */
async function npmInstall(cwd, ...more) {
  const code = await runNpm(['install', ...quietly, ...more], { cwd });
  if (code !== 0) throw new Error(`npm install failed in ${cwd}; its message is above.`);
}

/** @param {string} folder */
function serverIn(folder) {
  return {
    node: hasRightNode()
      ? process.execPath
      : join(folder, 'node_modules', nodePackage(), nodeBinary),
    main: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

const nodeBinary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';

const hasRightNode = () => process.versions.node.startsWith(`${nodeMajor}.`);

/** @returns {Record<string, string>} */
const nodeDependency = () => (hasRightNode() ? {} : { [nodePackage()]: nodeMajor });

/** The npm package that holds nothing but the Node binary of this platform. */
function nodePackage() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}
