import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';

const program = join(__dirname, '../../dist/cli.mjs');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built program to its end. */
export async function flowlog(
  args: readonly string[],
  { stdin, cwd }: { stdin?: string | Uint8Array; cwd?: string } = {},
): Promise<Ended> {
  if (!existsSync(program)) throw new Error('dist/cli.mjs is not built: npm run build');
  const child = spawn(process.execPath, [program, ...args], { cwd });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => stdout.push(data));
  child.stderr.on('data', (data: Buffer) => stderr.push(data));
  // A program that ends without reading its input is no failure of the test.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    code,
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
  };
}

/** Runs a shell command in which `$FLOWLOG` is the built program. */
export async function shell(command: string, cwd: string): Promise<Ended> {
  const env = { ...process.env, FLOWLOG: `${process.execPath} ${program}` };
  const child = spawn('bash', ['-c', command], { cwd, env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return { code, stdout, stderr };
}

/** A folder with these files, for one `describe`; it is gone afterwards. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): { path: string } {
  const folder = { path: '' };
  before(async () => {
    folder.path = await mkdtemp(join(tmpdir(), 'flowlog-'));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder.path, name)), { recursive: true });
      await writeFile(join(folder.path, name), content);
    }
  });
  after(() => rm(folder.path, { recursive: true, force: true }));
  return folder;
}

/** What the program says in JSON about a problem. */
export interface JsonProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly fix?: { readonly title: string; readonly edits: readonly object[] };
  readonly related?: { readonly line: number; readonly message: string };
}

/** The problems in the lines of JSON output. */
export function problemsIn(stdout: string): JsonProblem[] {
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as JsonProblem);
}
