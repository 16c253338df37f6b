import { find, hover, workbench } from '../support/page';

/** What comes up when the mouse rests on the language in the status bar. */
export const statusHover = '.hover-language-status';

/** Waits until the language status of the shown document says that. */
export async function statusSays(text: string | RegExp): Promise<void> {
  // The mouse may rest there already, and what it brought up may be gone.
  await (await workbench()).mouse.move(0, 0);
  await hover('[id="status.languageStatus"]');
  await find(statusHover, { text });
}
