import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readBlockList, wrongWith } from '../../../server/src/core/filter/blockList';
import type { LabelledBlock } from '../../../server/src/core/filter/blockLabels';
import { METRIC_NAMES, type Metric } from '../../../server/src/core/summary/summary';
import { STANDARD_INPUT } from '../input/readBlocks';
import { unusableBecause } from '../input/unusable';
import { UsageError } from '../usageError';
import { readColumns } from './columns';
import { misread } from './misread';

const FORMATS = ['text', 'json', 'markdown'] as const;

/** What a command line of `flowlog summary` asks for. */
export interface SummaryArguments {
  readonly files: readonly string[];
  readonly top: number;
  readonly by: Metric;
  readonly format: (typeof FORMATS)[number];
  readonly columns: readonly string[];
  readonly groups: readonly LabelledBlock[];
  readonly threats: readonly LabelledBlock[];
  readonly series: boolean;
}

/** Entries of a list at most: more than that is an export, not a summary. */
const MOST_TOP = 1000;

/** Reads what stands after `flowlog summary`, and the files of address blocks that it names. */
export async function readSummaryArguments(
  args: readonly string[],
): Promise<SummaryArguments | 'help'> {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (positionals.length === 0) throw usage('name a file, or - for standard input.');
  if (positionals.filter(file => file === STANDARD_INPUT).length > 1) {
    throw usage('standard input (-) can be read only once.');
  }
  return {
    files: positionals,
    top: readTop(values.top),
    by: readWord('by', values.by, METRIC_NAMES),
    format: readWord('format', values.format, FORMATS),
    columns: readColumns(values.columns, usage),
    groups: await readBlocks('groups', values.groups),
    threats: await readBlocks('threats', values.threats),
    series: values.series,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        top: { type: 'string', default: '10' },
        by: { type: 'string', default: 'bytes' },
        format: { type: 'string', default: 'text' },
        columns: { type: 'string' },
        groups: { type: 'string' },
        threats: { type: 'string' },
        series: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw misread(error, usage);
  }
}

function readTop(text: string): number {
  const top = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (top < 1 || top > MOST_TOP)
    throw usage(`--top takes a number from 1 to ${MOST_TOP}, not "${text}".`);
  return top;
}

function readWord<W extends string>(option: string, text: string, words: readonly W[]): W {
  const word = words.find(known => known === text);
  if (!word)
    throw usage(
      `there is no ${option === 'by' ? 'order' : option} "${text}"; there are ${words.join(', ')}.`,
    );
  return word;
}

async function readBlocks(
  option: string,
  file: string | undefined,
): Promise<readonly LabelledBlock[]> {
  if (file === undefined) return [];
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const isFolder = (error as NodeJS.ErrnoException).code === 'EISDIR';
    const reason = isFolder ? 'is a directory' : unusableBecause(error).message;
    throw usage(`--${option} ${file}: ${reason}.`);
  }
  const list = readBlockList(text);
  const wrong = wrongWith(list);
  if (wrong !== undefined) throw usage(`--${option} ${file}: ${wrong}.`);
  return list.blocks;
}

function usage(sentence: string): UsageError {
  return new UsageError(sentence, 'summary');
}
