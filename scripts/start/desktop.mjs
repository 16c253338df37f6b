import { accessSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../command.mjs';
import { editorCache, root } from '../project.mjs';

/**
 * Opens the VS Code that is installed here, if one is and there is a screen to show it.
 *
 * @param {string} folder
 * @param {string | undefined} file
 */
export async function openInDesktop(folder, file) {
  const { DISPLAY, WAYLAND_DISPLAY, VSCODE_IPC_HOOK_CLI } = process.env;
  const windows = process.platform === 'win32';
  const hasScreen = process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY;
  // In a remote terminal `code` talks to a window elsewhere, which takes no extension from here.
  if (!hasScreen || VSCODE_IPC_HOOK_CLI || !onPath(windows ? 'code.cmd' : 'code')) return false;

  const isRoot = process.getuid?.() === 0;
  const args = [
    '--new-window',
    `--extensionDevelopmentPath=${root}`,
    ...(isRoot ? ['--no-sandbox', `--user-data-dir=${join(editorCache, 'desktop')}`] : []),
    folder,
    ...(file ? [file] : []),
  ];
  console.log(`Opening ${file ?? folder} in VS Code.`);
  // `code` is a .cmd file on Windows, which only a shell starts, and a shell splits at blanks.
  const code = windows
    ? await run(
        'code.cmd',
        args.map(arg => `"${arg}"`),
        { shell: true },
      )
    : await run('code', args);
  return code === 0;
}

/** @param {string} program */
function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some(folder => {
    try {
      accessSync(join(folder, program));
      return true;
    } catch {
      return false;
    }
  });
}
