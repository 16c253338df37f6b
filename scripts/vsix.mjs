import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { inProject, root } from './project.mjs';

/** Packages what dist/ holds; everything is bundled, so no node_modules go in. */
export async function createVsix() {
  const { name, version } = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
  const packagePath = inProject('out', `${name}-${version}.vsix`);
  await mkdir(dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

/**
 * Puts the same files, unpacked, into an empty folder. What is tested and shown is loaded from
 * there, so that a file the package lacks is missed at once.
 *
 * @param {string} target
 */
export async function unpackExtension(target) {
  await rm(target, { recursive: true, force: true });
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    await mkdir(dirname(join(target, file)), { recursive: true });
    await cp(inProject(file), join(target, file));
  }
}
