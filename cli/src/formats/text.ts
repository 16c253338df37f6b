import { SEVERITIES } from '../../../server/src/core/check/problem';
import { grouped } from '../../../server/src/core/explain/quantities';
import type { Severity } from '../../../server/src/core/rules/rule';
import { visible } from '../visible';
import type { Format, Totals } from './format';
import { placeOf } from './place';

const PLURALS: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  information: 'information',
  hint: 'hints',
};

/** `file:line:column severity code message`, then the totals. */
export function textFormat(): Format {
  return {
    begin: () => '',
    problem: (file, problem) => {
      const { line, column } = placeOf(problem);
      const { severity, code, message } = problem;
      return `${visible(`${file}:${line}:${column} ${severity} ${code} ${message}`)}\n`;
    },
    end: totalsText,
  };
}

/** The totals alone. */
export function quietFormat(): Format {
  return { begin: () => '', problem: () => '', end: totalsText };
}

function totalsText({ files, lines, records, problems, unusable }: Totals): string {
  const read = [count(files, 'file'), count(lines, 'line'), count(records, 'record')];
  const found = SEVERITIES.map(severity => count(problems[severity], severity, PLURALS[severity]));
  const not = unusable.length > 0 ? `; ${count(unusable.length, 'input')} not usable` : '';
  return `${read.join(', ')}: ${found.join(', ')}${not}\n`;
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}
