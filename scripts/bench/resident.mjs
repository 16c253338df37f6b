import { inProject } from '../project.mjs';
import { build } from 'esbuild';

/** Bundles the resident contestant, which reads a file through the built worker; gives its path. */
export async function buildResident() {
  const outfile = inProject('out', 'bench', 'residentMain.cjs');
  await build({
    entryPoints: [inProject('test', 'bench', 'residentMain.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    loader: { '.wasm': 'binary' },
    format: 'cjs',
  });
  return outfile;
}
