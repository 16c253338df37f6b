import { pathToFileURL } from 'node:url';
import { isAbsolute, sep } from 'node:path';
import type { Fix, Problem, Range } from '../../../server/src/core/check/problem';
import { RULES } from '../../../server/src/core/rules';
import type { Rule, Severity } from '../../../server/src/core/rules/rule';
import { STANDARD_INPUT } from '../input/readBlocks';
import { packageVersion } from '../version';
import { visibleJson } from '../visible';
import type { Format, Totals, Unusable } from './format';
import { placeOf } from './place';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const LEVELS = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Record<Severity, string>;

/**
 * One log in the Static Analysis Results Interchange Format (OASIS, SARIF 2.1.0) for all inputs,
 * with one result a line.
 */
export function sarifFormat(): Format {
  const indexes = new Map(RULES.map(({ code }, index) => [code, index]));
  let results = 0;
  return {
    begin: () => {
      const driver = { name: 'flowlog', version: packageVersion(), rules: RULES.map(descriptorOf) };
      return (
        `{"$schema":${visibleJson(SCHEMA)},"version":"2.1.0","runs":[{\n` +
        `"tool":${visibleJson({ driver })},\n` +
        `"columnKind":"utf16CodeUnits",\n"results":[\n`
      );
    },
    problem: (file, problem) => {
      const comma = results++ > 0 ? ',' : '';
      return `${comma}${visibleJson(resultOf(file, problem, indexes.get(problem.code) ?? -1))}\n`;
    },
    end: totals => `],\n"invocations":[${visibleJson(invocationOf(totals))}]\n}]}\n`,
  };
}

function descriptorOf({ code, title, why, severity }: Rule): object {
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function resultOf(file: string, problem: Problem, ruleIndex: number): object {
  const { code, severity, message, related, fix } = problem;
  return {
    ...{ ruleId: code, ruleIndex, level: LEVELS[severity], message: { text: message } },
    locations: [locationOf(file, problem)],
    ...(related
      ? { relatedLocations: [{ ...locationOf(file, related), message: { text: related.message } }] }
      : {}),
    ...(fix ? { fixes: [fixOf(file, fix)] } : {}),
    properties: { severity },
  };
}

function fixOf(file: string, { title, edits }: Fix): object {
  const replacements = edits.map(edit => ({
    deletedRegion: regionOf(edit),
    insertedContent: { text: edit.text },
  }));
  const artifactChanges = [{ artifactLocation: artifactOf(file), replacements }];
  return { description: { text: title }, artifactChanges };
}

function locationOf(file: string, range: Range): object {
  return { physicalLocation: { artifactLocation: artifactOf(file), region: regionOf(range) } };
}

/** Regions count from 1 and exclude their end, as {@link placeOf} does. */
function regionOf(range: Range): object {
  const { line, column, endLine, endColumn } = placeOf(range);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function artifactOf(file: string): object {
  if (file === STANDARD_INPUT) return { uri: 'stdin', description: { text: 'Standard input' } };
  if (isAbsolute(file)) return { uri: pathToFileURL(file).href };
  return { uri: file.split(sep).map(encodeURIComponent).join('/') };
}

function invocationOf({ unusable }: Totals): object {
  return {
    executionSuccessful: unusable.length === 0,
    toolExecutionNotifications: unusable.map(notificationOf),
  };
}

function notificationOf({ file, reason }: Unusable): object {
  return {
    level: 'error',
    message: { text: `${file}: ${reason}` },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(file) } }],
  };
}
