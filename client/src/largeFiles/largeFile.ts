import { l10n } from 'vscode';

/** VS Code gives extensions no document of a larger file (50 MiB). */
export const LARGEST_DOCUMENT = 50 * 1024 * 1024;
/** VS Code does not colour larger documents by their grammar (20 MiB). */
export const LARGEST_COLOURED = 20 * 1024 * 1024;

/** The first bytes of a file, read without the rest; only where there is a file system. */
export type ReadHead = (path: string, bytes: number) => Promise<Uint8Array>;

/** Of a flow log what its size leaves on, and what it switches off. */
export interface LargeFile {
  readonly bytes: number;
  readonly hasDocument: boolean;
}

/** The item of the status bar, in a few words. */
export function statusText({ bytes, hasDocument }: LargeFile): string {
  return hasDocument
    ? l10n.t('Flow log, {0}: fewer colours', megabytes(bytes))
    : l10n.t('Flow log, {0}: summary and reachability only', megabytes(bytes));
}

/** What is on, what is off, and why, a sentence a line. */
export function explanation({ hasDocument }: LargeFile): string[] {
  if (hasDocument) {
    return [
      l10n.t('VS Code does not colour documents of more than 20 MB by their grammar.'),
      l10n.t('Diagnostics, hovers and the summary work as ever.'),
    ];
  }
  return [
    l10n.t('VS Code shows extensions no document of more than 50 MB.'),
    l10n.t(
      'On: the summary, Explain Reachability, the way from both to their lines, and Go to Line.',
    ),
    l10n.t('Off: diagnostics, hovers, quick fixes, colours and code lenses.'),
    l10n.t('The command line checks files of any size: flowlog check FILE.'),
  ];
}

/** The opening lines in the first bytes of a file; the last of them may be cut and is left out. */
export function linesOfHead(head: Uint8Array): string[] {
  const lines = new TextDecoder().decode(head).split(/\r\n?|\n/);
  return lines.length > 1 ? lines.slice(0, -1) : lines;
}

function megabytes(bytes: number): string {
  const size = bytes / 1_000_000;
  return size < 1000 ? `${Math.round(size)} MB` : `${(size / 1000).toFixed(1)} GB`;
}
