import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../command.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

const places = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(variable => {
    const folder = process.env[variable];
    return folder
      ? [
          join(folder, 'Google/Chrome/Application/chrome.exe'),
          join(folder, 'Chromium/Application/chrome.exe'),
          join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [];
  }),
};

/**
 * Finds a Chromium, installing one where that needs no question.
 *
 * @returns {Promise<string>} the path of its executable
 */
export async function installChromium() {
  return findChromium() ?? (await installWithApt()) ?? fail();
}

function findChromium() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => names.map(name => join(folder, name)));
  const known = places[/** @type {keyof typeof places} */ (process.platform)] ?? [];
  return [process.env.FLOWLOG_CHROMIUM ?? '', ...onPath, ...known].find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installWithApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const install = ['install', '-y', '-qq', '--no-install-recommends', 'chromium'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  console.log('Installing Chromium (apt-get install chromium) …');
  try {
    await run('apt-get', ['update', '-qq'], { env, quiet: true });
    await run('apt-get', install, { env, quiet: true });
  } catch {
    return undefined; // not a Debian: the message of fail() says what to do
  }
  return findChromium();
}

/** @returns {never} */
function fail() {
  throw new Error(
    'The extension suite needs Chromium or Google Chrome, and none was found.\n' +
      'Debian, Ubuntu:  sudo apt-get install -y chromium\n' +
      'Fedora:          sudo dnf install chromium\n' +
      'macOS:           brew install --cask google-chrome\n' +
      'Windows:         winget install Google.Chrome\n' +
      'Or set FLOWLOG_CHROMIUM to the path of its executable.',
  );
}
