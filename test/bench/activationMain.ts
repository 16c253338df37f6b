/**
 * Runs in VS Code's extension host: opens the flow log that FLOWLOG_BENCH_LOG names, and writes how
 * long the extension took to activate, as VS Code measured it, to FLOWLOG_BENCH_RESULT.
 */
import { writeFileSync } from 'node:fs';
import { commands, extensions, Uri, window, workspace } from 'vscode';

const ID = 'flowlog.flowlog';
const PATIENCE = 30_000;
/** A row of "Extension Activation Stats": id, eager, load code, call activate, finish activate. */
const ROW = /^\| *flowlog\.flowlog *\|[^|]*\| *(\d+) *\| *(\d+) *\| *(\d+) *\|/m;

export async function run(): Promise<void> {
  const { FLOWLOG_BENCH_LOG: log = '', FLOWLOG_BENCH_RESULT: result = '' } = process.env;
  if (extensions.getExtension(ID)?.isActive !== false) {
    throw new Error(`${ID} is not there, or was activated before a log was opened.`);
  }
  await window.showTextDocument(await workspace.openTextDocument(Uri.file(log)));
  await until(() => extensions.getExtension(ID)?.isActive === true || undefined);
  // Developer: Startup Performance, whose page is a document.
  await commands.executeCommand('perfview.show');
  const row = await until(() =>
    workspace.textDocuments.map(document => ROW.exec(document.getText())).find(found => found),
  );
  const [load, call, finish] = row.slice(1).map(Number);
  writeFileSync(result, JSON.stringify({ load, call, finish }));
}

/** Asks again until there is an answer. */
async function until<T>(ask: () => T | null | undefined): Promise<T> {
  const end = Date.now() + PATIENCE;
  do {
    const answer = ask();
    if (answer !== undefined && answer !== null) return answer;
    await new Promise(resolve => setTimeout(resolve, 50));
  } while (Date.now() < end);
  throw new Error('VS Code does not say how long the extension took to activate.');
}
