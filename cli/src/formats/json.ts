import type { Fix, Problem } from '../../../server/src/core/check/problem';
import { visibleJson } from '../visible';
import type { Format } from './format';
import { placeOf } from './place';

/** One object a line for each problem, and nothing else. */
export function jsonFormat(): Format {
  return {
    begin: () => '',
    problem: (file, problem) => `${visibleJson(asJson(file, problem))}\n`,
    end: () => '',
  };
}

function asJson(file: string, problem: Problem): object {
  const { code, severity, message, related, fix } = problem;
  return {
    ...{ file, ...placeOf(problem), code, severity, message },
    ...(related ? { related: { ...placeOf(related), message: related.message } } : {}),
    ...(fix ? { fix: fixAsJson(fix) } : {}),
  };
}

function fixAsJson({ title, edits }: Fix): object {
  return { title, edits: edits.map(edit => ({ ...placeOf(edit), text: edit.text })) };
}
