import * as assert from 'node:assert/strict';
import { RULES } from '../../server/src/core/rules';
import { checkSample, type CheckedSample } from './checkSample';

describe('The sample all-faults.log', () => {
  let sample: CheckedSample;
  before(() => (sample = checkSample('all-faults.log')));

  it('shows every rule', () => {
    const shown = new Set(sample.problems.map(({ code }) => code));
    const missing = RULES.map(({ code }) => code).filter(code => !shown.has(code));
    assert.deepEqual(missing, []);
  });

  it('has the faults that its comments announce, where they do, and no others', () => {
    const found = sample.problems.map(({ code, line }) => ({ code, line }));
    const byLine = (a: { line: number; code: string }, b: typeof a) =>
      a.line - b.line || a.code.localeCompare(b.code);
    assert.deepEqual(found.sort(byLine), announced(sample).sort(byLine));
  });
});

describe('The sample wrapped-paste.log', () => {
  it('has a wrapped record after another, in two forms, and nothing else', () => {
    const { table, problems } = checkSample('wrapped-paste.log');
    const codes = new Set(problems.map(({ code }) => code));
    assert.deepEqual([...codes].sort(), ['form-changed', 'wrapped-record']);
    const wrapped = problems.filter(({ code }) => code === 'wrapped-record');
    assert.equal(wrapped.length, table.records);
    assert.equal(wrapped.length, 18);
  });
});

/** What the comments say: "# code, code: why" speaks of the line below it. */
function announced({ table }: CheckedSample) {
  return Array.from({ length: table.lines }, (_, line) => {
    const text = table.lineText(line) ?? '';
    const codes = /^# ([a-z0-9-]+(?:, [a-z0-9-]+)*): /.exec(text)?.[1]?.split(', ') ?? [];
    return codes.map(code => ({ code, line: line + 1 }));
  }).flat();
}
