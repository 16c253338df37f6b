import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** @param {string[]} parts */
export const inProject = (...parts) => join(root, ...parts);

/** Editors fetched for tests and `npm start`; kept between runs, ignored by git. */
export const editorCache = inProject('.vscode-test');
