import { parseArgs } from 'node:util';
import { levelsFrom } from '../../../server/src/core/check/levels';
import { RULES } from '../../../server/src/core/rules';
import type { CheckOptions } from '../check/checkLog';
import { FORMATS } from '../formats';
import type { Format } from '../formats/format';
import { quietFormat } from '../formats/text';
import { STANDARD_INPUT } from '../input/readBlocks';
import { UsageError } from '../usageError';
import { readColumns } from './columns';
import { misread } from './misread';

/** What a command line of `flowlog check` asks for. */
export interface CheckArguments {
  readonly files: readonly string[];
  readonly format: Format;
  readonly options: CheckOptions;
}

/** Times further ahead than this are taken for mistakes, in seconds. */
const AHEAD = 24 * 60 * 60;
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

/** Reads what stands after `flowlog check`. */
export function readCheckArguments(args: readonly string[]): CheckArguments | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  if (positionals.length === 0) throw usage('name a file, or - for standard input.');
  if (positionals.filter(file => file === STANDARD_INPUT).length > 1) {
    throw usage('standard input (-) can be read only once.');
  }
  const latest = Math.floor(Date.now() / 1000) + AHEAD;
  const options: CheckOptions = {
    columns: readColumns(values.columns, usage),
    levels: levelsFrom(readLevels(values.rule)),
    rules: { latest, icmpOrder: 'auto' },
  };
  return { files: positionals, format: readFormat(values.format, values.quiet), options };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        rule: { type: 'string', multiple: true, default: [] },
        columns: { type: 'string' },
        quiet: { type: 'boolean', short: 'q', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw misread(error, usage);
  }
}

function readFormat(name: string, quiet: boolean): Format {
  const format = FORMATS.get(name);
  const names = [...FORMATS.keys()].join(', ');
  if (!format) throw usage(`there is no format "${name}"; there are ${names}.`);
  if (!quiet) return format();
  if (name !== 'text') throw usage('--quiet goes with the text format only.');
  return quietFormat();
}

function readLevels(settings: readonly string[]): Record<string, string> {
  const levels: Record<string, string> = {};
  for (const setting of settings) {
    const [code = '', ...rest] = setting.split('=');
    const level = rest.join('=');
    if (!LEVELS.includes(level)) {
      throw usage(
        `--rule takes CODE=LEVEL with a level of ${LEVELS.join(', ')}, not "${setting}".`,
      );
    }
    if (!RULES.some(rule => rule.code === code)) throw usage(`there is no rule "${code}".`);
    levels[code] = level;
  }
  return levels;
}

function usage(sentence: string): UsageError {
  return new UsageError(sentence, 'check');
}
