/**
 * Stands in for VS Code's desktop executable: takes its arguments, runs the extension tests in
 * the VS Code server of the npm registry, shown in a headless Chromium, and exits as they do.
 */
import { format } from 'node:util';
import { openBrowser } from './browser.mjs';
import { startServer, serverLog } from './server.mjs';
import { themes } from './userSettings.mjs';
import { remoteUri, workbenchUrl } from './workbenchUrl.mjs';

const silenceLimit = 3 * 60_000;

const { folder, extensionTestsPath, extensionDevelopmentPath, userDataDir, extensionsDir } =
  readArguments(process.argv.slice(2));

const browser = await openBrowser({ height: 960 });
const server = await startServer({
  dataDir: userDataDir,
  extensionsDir,
  settings: { 'workbench.colorTheme': themes.dark },
  // A built workbench takes test paths from the address only with this.
  flags: ['--enable-smoke-test-driver'],
  env: { FLOWLOG_PAGE: await browser.share() },
});

process.exitCode = await testsSettled().catch(error => {
  console.error(`${error.message}\nThe log of the VS Code server: ${serverLog}`);
  return 1;
});
await browser.close();
await server.stop();

/** @returns {Promise<number>} the exit code the tests give */
async function testsSettled() {
  /** @type {NodeJS.Timeout | undefined} */
  let silence;
  try {
    return await new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ why) => () => reject(new Error(why));
      silence = setTimeout(fail('The tests said nothing for 3 minutes.'), silenceLimit);
      void server.exited.then(fail('The VS Code server ended before the tests did.'));
      browser.page.once('crash', fail('The page that shows VS Code crashed.'));
      browser.page.once('close', fail('The page that shows VS Code was closed.'));
      showTests(resolve, () => silence?.refresh()).catch(reject);
    });
  } finally {
    clearTimeout(silence);
  }
}

/**
 * @param {(code: number) => void} settled
 * @param {() => void} heard
 */
async function showTests(settled, heard) {
  const mark = process.env.FLOWLOG_TEST_MARK ?? '';
  await browser.page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _, /** @type {unknown[]} */ args) => {
      // The whole workbench logs here; what the tests print carries a mark.
      const line = format(...args);
      if (!line.startsWith(mark)) return;
      heard();
      console.log(line.slice(mark.length));
    },
  );
  await browser.page.exposeFunction('codeAutomationExit', settled);
  await browser.page.goto(
    workbenchUrl(server, folder, [
      ['extensionDevelopmentPath', remoteUri(server, extensionDevelopmentPath)],
      ['extensionTestsPath', remoteUri(server, extensionTestsPath)],
      ['skipWelcome', 'true'],
    ]),
  );
}

/** @param {string[]} args */
function readArguments(args) {
  const options = new Map(args.map(arg => /** @type {[string, string]} */ (arg.split(/=(.*)/s))));
  const required = (/** @type {string} */ name) => {
    const value = options.get(`--${name}`);
    if (!value) throw new Error(`--${name}=… is missing.`);
    return value;
  };
  const folder = args.find(arg => !arg.startsWith('-'));
  if (!folder) throw new Error('The folder to open is missing.');
  return {
    folder,
    extensionTestsPath: required('extensionTestsPath'),
    extensionDevelopmentPath: required('extensionDevelopmentPath'),
    userDataDir: required('user-data-dir'),
    extensionsDir: required('extensions-dir'),
  };
}
