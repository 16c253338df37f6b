import { commands } from 'vscode';
import { eventually } from '../support/eventually';
import { find, texts, webview } from '../support/page';

/** Runs the command and waits for the figures. */
export async function showSummary(...args: readonly unknown[]): Promise<void> {
  await commands.executeCommand('flowlog.showSummary', ...args);
  await find('.tiles');
}

/** The figures on top of the page, by their names. */
export async function tiles(): Promise<ReadonlyMap<string, string>> {
  const frame = await webview('.tiles');
  const pairs = await frame.evaluate(() => {
    const { document } = globalThis as unknown as Page;
    return [...document.querySelectorAll('.tile')].map(tile => {
      const lines = tile.innerText.split('\n').filter(line => line !== '');
      return [lines[0] ?? '', lines.slice(1).join(' ')] as const;
    });
  });
  return new Map(pairs);
}

/** The cells of a table's column, from 1, as they are read. */
export function column(table: string, index: number): Promise<string[]> {
  return texts(`#panel-${table} tbody tr > :nth-child(${index})`);
}

/** Waits until a check of the page holds. */
export const soon = eventually;

interface Page {
  readonly document: {
    querySelectorAll(selector: string): Iterable<{ readonly innerText: string }>;
  };
}
