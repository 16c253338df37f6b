import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { themes, writeUserSettings } from './userSettings.mjs';

/**
 * Starts a VS Code with a fresh profile, has its extension host run a script, and ends it. Fails if
 * the script does.
 *
 * @param {object} what
 * @param {Awaited<ReturnType<import('./testEditor.mjs').testEditor>>} what.editor
 * @param {string} what.extension the only extension there is, unpacked
 * @param {string} what.script a CommonJS module with `run`
 * @param {string} what.folder
 * @param {Record<string, string>} what.env of the extension host
 */
export async function runInEditor({ editor, extension, script, folder, env }) {
  // Short, because a socket's path inside it may have no more than about a hundred characters.
  const profile = await mkdtemp(join(tmpdir(), 'flowlog-'));
  await writeUserSettings(join(profile, 'User/settings.json'), {
    'workbench.colorTheme': themes.dark,
  });
  try {
    await runTests({
      vscodeExecutablePath: editor.executable,
      extensionDevelopmentPath: extension,
      extensionTestsPath: script,
      launchArgs: [
        folder,
        `--user-data-dir=${profile}`,
        `--extensions-dir=${join(profile, 'extensions')}`,
        ...editor.args,
      ],
      extensionTestsEnv: { ...editor.env, ...env },
    });
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
