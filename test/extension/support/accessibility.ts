import { source } from 'axe-core';
import type { AxeResults } from 'axe-core';
import { webview } from './page.js';

/**
 * Checks the webview that shows `selector` with axe, and gives one line for each element at fault.
 */
export async function accessibilityFaults(selector: string): Promise<string[]> {
  const frame = await webview(selector);
  await frame.evaluate(source);
  const { violations } = await frame.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}
