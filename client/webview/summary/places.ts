import { grouped } from './format/amounts';
import type { LogPlace, NamedLog, Reveal, RevealMessage } from './messages';

/** What is asked for where a figure is clicked, with the logs in which its lines are. */
export function revealIn(logs: readonly NamedLog[], asked: Reveal): RevealMessage {
  const { title, filter, line, lines } = asked;
  return {
    title,
    filter,
    ...(line === undefined ? {} : { at: placeOf(logs, line) }),
    ...(lines && { all: lines.map(one => placeOf(logs, one)) }),
  };
}

/** A line of the summary, as people look for it. */
export function lineText(logs: readonly NamedLog[], line: number): string {
  const log = logOf(logs, line);
  const text = grouped(line - log.firstLine + 1);
  return logs.length > 1 ? `${log.name}, line ${text}` : `Line ${text}`;
}

function placeOf(logs: readonly NamedLog[], line: number): LogPlace {
  const { uri, firstLine } = logOf(logs, line);
  return { uri, line: line - firstLine };
}

/** The log in which a line of the summary is: the last that begins before it. */
function logOf(logs: readonly NamedLog[], line: number): NamedLog {
  return logs.findLast(({ firstLine }) => firstLine <= line)!;
}
