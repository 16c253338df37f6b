import assert from 'node:assert/strict';
import { TableChecker } from '../../../server/src/core/check/checkTable';
import { levelsFrom } from '../../../server/src/core/check/levels';
import { SEVERITIES, type Problem } from '../../../server/src/core/check/problem';
import type { Report } from '../../../server/src/core/check/report';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { finish, LATEST, reportOn } from '../../support/checkLog';

const RECORD =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 50312 443 6 20 4249 1700000000 1700000060 ACCEPT OK';

const faulty = (i: number) => RECORD.replace('50312', String(70_000 + i));
const odd = (i: number) => RECORD.replace('50312', String(i + 1)).replace('eni-a1b2c3d4', 'eni-a1');
const long = (i: number) => RECORD.replace('50312', String(i + 1)).replace('0060 ', '0700 ');

const lines = (count: number, make: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i));

function isRollUp({ message }: Problem): boolean {
  return /more from line/.test(message);
}

describe('The report on a log', () => {
  it('lists every problem of a log that has no more than a thousand', () => {
    const report = reportOn([...lines(600, faulty), ...lines(400, odd)].join('\n'));
    assert.equal(report.problems.length, 1000);
    assert.equal(report.leftOut, 0);
    assert.ok(!report.problems.some(isRollUp));
  });

  it('lists a thousand of more, the last of them saying how many are left out and from where', () => {
    const report = reportOn(lines(1500, faulty).join('\n'));
    assert.equal(report.problems.length, 1000);
    assert.equal(report.leftOut, 501);
    const last = report.problems.at(-1)!;
    assert.equal(last.code, 'port-out-of-range');
    assert.equal(last.line, 999);
    assert.match(last.message, /^501 more from line 1,000 on: Port above 65535\. .*999 are listed/);
    assert.equal(last.fix, undefined);
  });

  it('lists the worst first, in file order within a severity', () => {
    const mixed = lines(2100, i => [long, odd, faulty][i % 3]!(i));
    const { problems, counts, leftOut } = reportOn(mixed.join('\n'));
    assert.deepEqual(counts, { error: 700, warning: 700, information: 700, hint: 0 });
    const listed = problems.filter(problem => !isRollUp(problem));
    const ranks = listed.map(({ severity }) => SEVERITIES.indexOf(severity));
    assert.deepEqual(
      ranks,
      [...ranks].sort((a, b) => a - b),
    );
    for (const severity of SEVERITIES) {
      const at = listed
        .filter(problem => problem.severity === severity)
        .map(problem => problem.line);
      assert.deepEqual(
        at,
        [...at].sort((a, b) => a - b),
      );
    }
    assert.equal(listed.filter(({ severity }) => severity === 'error').length, 700);
    assert.equal(leftOut, 2100 - listed.length);
  });

  it('has one roll-up for each rule that has more than is listed, and counts them all', () => {
    const log = [...lines(800, faulty), ...lines(800, odd), ...lines(800, long)].join('\n');
    const { problems, byCode, leftOut } = reportOn(log);
    const rollUps = problems.filter(isRollUp);
    assert.ok(problems.length <= 1000);
    assert.deepEqual(
      rollUps.map(({ code, line: at }) => `${code} ${at + 1}`),
      ['interface-id-shape 998', 'window-too-long 1601'],
    );
    assert.deepEqual(
      [byCode.get('port-out-of-range'), byCode.get('interface-id-shape')],
      [800, 800],
    );
    const told = rollUps.map(({ message }) => Number(/^[\d,]+/.exec(message)![0].replace(',', '')));
    assert.equal(
      told.reduce((sum, count) => sum + count, 0),
      leftOut,
    );
  });

  it('has the same problems after an edit as a report on the text afresh', () => {
    const log = [...lines(700, faulty), ...lines(900, odd), ...lines(500, long)].join('\n');
    const document = new FlowDocument(log, LATEST, { size: 4096 });
    const checker = newChecker({});
    finish(checker.check(document.table));
    for (const at of [0, 699, 1200, 2099]) {
      const place = { line: at, character: 0 };
      document.update([{ range: { start: place, end: place }, text: `${faulty(9)}\n\n` }]);
      const fresh = new FlowDocument(document.text(), LATEST, { size: 4096 });
      assert.deepEqual(
        finish(checker.check(document.table)),
        finish(newChecker({}).check(fresh.table)),
      );
    }
  });
});

describe('The level of a rule', () => {
  const log = [faulty(0), faulty(0), odd(0)].join('\n');

  it('is its own unless the settings say another', () => {
    assert.deepEqual(told(log, {}), [
      'error port-out-of-range',
      'error port-out-of-range',
      'warning interface-id-shape',
      'information duplicate-record',
    ]);
  });

  it('changes the severity, and so the place in the report', () => {
    const rules = { 'interface-id-shape': 'error', 'port-out-of-range': 'hint' };
    assert.deepEqual(told(log, rules), [
      'error interface-id-shape',
      'information duplicate-record',
      'hint port-out-of-range',
      'hint port-out-of-range',
    ]);
  });

  it('leaves out what is off, file rules included', () => {
    const rules = { 'port-out-of-range': 'off', 'duplicate-record': 'off' };
    assert.deepEqual(told(log, rules), ['warning interface-id-shape']);
    const wrapped = RECORD.replace(' ACCEPT', '\nACCEPT');
    assert.deepEqual(told(wrapped, { 'wrapped-record': 'off' }), []);
    const changed = `${RECORD}\nsrcaddr dstaddr log-status\n192.0.2.1 10.0.0.5 OK`;
    assert.deepEqual(told(changed, { 'form-changed': 'off' }), []);
  });

  it('is its own where the settings make no sense', () => {
    const rules = { 'port-out-of-range': 'fatal', 'interface-id-shape': 7, 'no-such-rule': 'off' };
    assert.deepEqual(told(log, rules), told(log, {}));
  });
});

function newChecker(rules: Readonly<Record<string, unknown>>): TableChecker {
  const context = { latest: LATEST, icmpOrder: 'auto' as const };
  return new TableChecker({ levels: levelsFrom(rules), rules: context });
}

function told(log: string, rules: Readonly<Record<string, unknown>>): string[] {
  const { table } = new FlowDocument(log, LATEST);
  const report: Report = finish(newChecker(rules).check(table));
  return report.problems.map(({ severity, code }) => `${severity} ${code}`);
}
