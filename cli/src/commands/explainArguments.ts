import { parseArgs } from 'node:util';
import { CODES, type Code } from '../../../server/src/core/reachability/code';
import type { StoryFilter } from '../../../server/src/core/reachability/findings';
import type { ReachabilitySettings } from '../../../server/src/core/reachability/settings';
import { parseAddress } from '../../../server/src/core/record/address';
import { UsageError } from '../usageError';
import { readColumns } from './columns';
import { misread } from './misread';
import { readNetwork } from './explainSettings';
import { interfacesNamed } from './networkOptions';

/** What a command line of `flowlog explain` asks for. */
export interface ExplainArguments {
  readonly file: string;
  /** Only the story of the record on this line, from 0. */
  readonly line: number | undefined;
  readonly filter: StoryFilter;
  readonly format: 'text' | 'json';
  readonly columns: readonly string[];
  readonly settings: ReachabilitySettings;
  /** Interfaces that options name, each with the option. */
  readonly named: readonly (readonly [option: string, id: string])[];
}

/** Reads what stands after `flowlog explain`. */
export function readExplainArguments(args: readonly string[]): ExplainArguments | 'help' {
  const { values, positionals } = parse(args);
  if (values.help) return 'help';
  const [file, ...others] = positionals;
  if (file === undefined) throw usage('name a file, or - for standard input.');
  if (others.length > 0) {
    throw usage('name one file only; for several as one log: cat FILE … | flowlog explain -.');
  }
  if (values.format !== 'text' && values.format !== 'json') {
    throw usage(`there is no format "${values.format}"; there are text, json.`);
  }
  return {
    file,
    line: readLine(values.line),
    filter: { address: readAddress(values.address), code: readCode(values.code) },
    format: values.format,
    columns: readColumns(values.columns, usage),
    settings: readNetwork(values),
    named: interfacesNamed(values),
  };
}

function parse(args: readonly string[]) {
  const several = { type: 'string', multiple: true, default: [] as string[] } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        line: { type: 'string' },
        address: { type: 'string' },
        code: { type: 'string' },
        format: { type: 'string', default: 'text' },
        columns: { type: 'string' },
        settings: { type: 'string' },
        'interface-address': several,
        subnet: several,
        acl: several,
        timeout: several,
        'pairing-window': { type: 'string' },
        'icmp-byte-order': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw misread(error, usage);
  }
}

function readLine(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw usage(`--line takes a line number from 1, not "${text}".`);
  return Number(text) - 1;
}

function readAddress(text: string | undefined): string | undefined {
  if (text !== undefined && !parseAddress(text)) {
    throw usage(`--address takes an IP address, not "${text}".`);
  }
  return text;
}

function readCode(text: string | undefined): Code | undefined {
  const code = CODES.find(each => each === text);
  if (text !== undefined && !code) {
    throw usage(`there is no finding "${text}"; there are ${CODES.join(', ')}.`);
  }
  return code;
}

function usage(sentence: string): UsageError {
  return new UsageError(sentence, 'explain');
}
