import assert from 'node:assert/strict';
import { TableChecker } from '../../../server/src/core/check/checkTable';
import { DEFAULT_LEVELS } from '../../../server/src/core/check/levels';
import { readTable } from '../../../server/src/core/table/flowTable';
import { checkLog, finish, LATEST } from '../../support/checkLog';
import { rowsOf } from '../../support/tableRows';

const RECORD =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 50312 443 6 20 4249 1700000000 1700000060 ACCEPT OK';

/** Lines that no flow log has, of about two million characters each. */
const huge: Record<string, string> = {
  'one endless token': 'x'.repeat(2_000_000),
  'one endless number': '1'.repeat(2_000_000),
  'short tokens without end': '1 '.repeat(1_000_000),
  'blanks without end': ' '.repeat(2_000_000),
  'NUL characters': '\0'.repeat(2_000_000),
  'field names without end': 'srcaddr dstaddr '.repeat(120_000),
  'keys without end': 'srcaddr:192.0.2.1 '.repeat(110_000),
  'colons without end': ':'.repeat(2_000_000),
  'a record and blanks without end': RECORD + ' '.repeat(2_000_000),
  'records on one line': `${RECORD} `.repeat(20_000),
  'a comment without end': `# ${'x'.repeat(2_000_000)}`,
  'characters of four bytes': '💥'.repeat(500_000),
};

describe('A line that is far too long', function () {
  this.timeout(60_000);
  for (const [what, line] of Object.entries(huge)) {
    it(`does no harm to the lines around it: ${what}`, () => {
      const text = [RECORD, line, RECORD.replace(' 443 ', ' 22 '), line, RECORD].join('\n');
      const table = readTable(new TextEncoder().encode(text), LATEST);
      const rules = { latest: LATEST, icmpOrder: 'auto' as const };
      const report = finish(new TableChecker({ levels: DEFAULT_LEVELS, rules }).check(table));
      const rows = rowsOf(table);
      assert.equal(rows.length, 5);
      assert.equal(table.lineText(1), line);
      assert.deepEqual(
        [rows[0]!.accepted, rows[2]!.accepted, rows[4]!.accepted],
        [true, true, true],
      );
      assert.ok(report.problems.every(({ message }) => message.length < 1000));
    });
  }

  it('is said to be too long, and not to be no record', () => {
    const [problem] = checkLog(`${RECORD} `.repeat(1000));
    assert.match(problem!.message, /^This line has 98,000 characters; longer ones than 65,536 are/);
  });

  it('may declare thousands of columns', () => {
    const columns = Array.from({ length: 4000 }, (_, i) => (i % 2 ? `x${i}` : 'srcaddr'));
    const header = `#Fields: ${columns.join(' ')}`;
    const values = columns.map((_, i) => (i % 2 ? '1' : '192.0.2.1')).join(' ');
    const text = [header, ...Array<string>(30).fill(values), '1 2 3', RECORD].join('\n');
    const table = readTable(new TextEncoder().encode(text), LATEST);
    const rows = rowsOf(table);
    assert.equal(rows[0]!.kind, 'header');
    assert.equal(rows[1]!.values.srcaddr, '192.0.2.1');
    assert.equal(rows.at(-1)!.layout, 'eni');
  });
});
