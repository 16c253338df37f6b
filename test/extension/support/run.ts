import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import { mappedStack } from './mappedStack.js';
import { closePage } from './page.js';

/** What VS Code calls in its extension host: runs every test bundle beside this one. */
export async function run(): Promise<void> {
  const { FLOWLOG_PROJECT, FLOWLOG_TEST_RESULTS, FLOWLOG_TEST_GREP } = process.env;
  process.setSourceMapsEnabled(true);
  markConsole();

  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    timeout: 30_000,
    forbidOnly: true,
    forbidPending: true,
    reporter: join(FLOWLOG_PROJECT ?? '', 'scripts/test/countingReporter.mjs'),
    reporterOptions: { results: FLOWLOG_TEST_RESULTS },
    ...(FLOWLOG_TEST_GREP === undefined ? {} : { grep: FLOWLOG_TEST_GREP }),
  });
  const bundles = join(__dirname, '..');
  for (const file of readdirSync(bundles, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(bundles, file));
  }

  const failures = await new Promise<number>(resolve => {
    mocha.run(resolve).on('fail', (_, error: Error) => {
      // VS Code formats stacks itself, without source maps.
      if (error.stack) error.stack = mappedStack(error.stack);
    });
  });
  await closePage();
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** What is printed here is picked out of all that an editor logs by the mark at its front. */
function markConsole(): void {
  const mark = process.env['FLOWLOG_TEST_MARK'] ?? '';
  const log = (...args: unknown[]): void => editorConsole.log(mark + format(...args));
  // VS Code guards the methods of its console against assignment.
  globalThis.console = Object.create(editorConsole, { log: { value: log } }) as Console;
}

const editorConsole = console;
