import { readFileSync } from 'node:fs';

/** The version of the package that the program was built into (`dist/`, beside its manifest). */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return (manifest as { version: string }).version;
}
