import assert from 'node:assert/strict';
import { readTable } from '../../../server/src/core/table/flowTable';
import { recordAt } from '../../../server/src/core/table/recordAt';
import { checkLog, LATEST } from '../../support/checkLog';

const start = '2 1300000001 eni-a1b2c3d4';
const rest = '1700000000 1700000060 REJECT OK';

/** The fields of a line that have a value, and what is said of the line. */
function read(line: string) {
  const table = readTable(new TextEncoder().encode(line), LATEST);
  const { view } = recordAt(table, 0)!;
  return {
    fields: view.values.map(({ field, text }) => `${field.name}=${text}`),
    said: checkLog(line).map(({ code, message }) => `${code}: ${message}`),
  };
}

interface Case {
  readonly line: string;
  readonly says: RegExp;
  /** Fields that one of several values may belong to, and some that are as sure as before. */
  readonly unread: readonly string[];
  readonly sure: readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a number too many': {
    line: `${start} 192.0.2.10 10.0.1.5 50312 443 17 6 20 4249 ${rest}`,
    says: /^field-extra: Among 50312, 443, 17, 6, 20 and 4249 is one value too many: .* cannot be told/,
    unread: ['srcport', 'dstport', 'protocol', 'packets', 'bytes'],
    sure: ['srcaddr=192.0.2.10', 'dstaddr=10.0.1.5', 'start=1700000000', 'action=REJECT'],
  },
  'a protocol written twice': {
    line: `${start} 192.0.2.10 10.0.1.5 50312 443 6 6 20 4249 ${rest}`,
    says: /^field-extra: .* one value too many, likely 6, which stands there twice: .* cannot be told/,
    unread: ['srcport', 'dstport', 'protocol', 'packets', 'bytes'],
    sure: ['srcaddr=192.0.2.10', 'dstaddr=10.0.1.5'],
  },
  'an address written twice': {
    line: `${start} 192.0.2.10 10.0.1.5 10.0.1.5 50312 443 6 20 4249 ${rest}`,
    says: /^field-extra: .* likely 10\.0\.1\.5, which stands there twice: /,
    unread: ['srcaddr', 'dstaddr'],
    sure: ['srcport=50312', 'dstport=443', 'protocol=6', 'bytes=4249'],
  },
  'a port missing': {
    line: `${start} 192.0.2.10 10.0.1.5 443 6 20 4249 ${rest}`,
    says: /^field-missing: srcport, dstport, protocol, packets or bytes is missing between dstaddr and start: .* cannot be told/,
    unread: ['srcport', 'dstport', 'protocol', 'packets', 'bytes'],
    sure: ['srcaddr=192.0.2.10', 'dstaddr=10.0.1.5'],
  },
  'an address missing': {
    line: `${start} 10.0.1.5 50312 443 6 20 4249 ${rest}`,
    says: /^field-missing: srcaddr or dstaddr is missing between interface-id and srcport: /,
    unread: ['srcaddr', 'dstaddr'],
    sure: ['srcport=50312', 'dstport=443'],
  },
  'a time missing': {
    line: `${start} 192.0.2.10 10.0.1.5 50312 443 6 20 4249 1700000060 REJECT OK`,
    says: /^field-missing: start or end is missing between bytes and action: /,
    unread: ['start', 'end'],
    sure: ['bytes=4249', 'action=REJECT'],
  },
};

describe('Where a line can be read in several ways that are as good', () => {
  for (const [what, { line, says, unread, sure }] of Object.entries(CASES)) {
    it(`no value is taken for another: ${what}`, () => {
      const { fields, said } = read(line);
      assert.match(said.join('\n'), says);
      assert.equal(said.length, 1);
      for (const name of unread) {
        assert.ok(!fields.some(field => field.startsWith(`${name}=`)), fields.join(' '));
      }
      for (const field of sure)
        assert.ok(fields.includes(field), `${field} in ${fields.join(' ')}`);
    });
  }

  it('is not where a value can stand in one column only', () => {
    const { fields, said } = read(`${start} 192.0.2.10 10.0.1.5 50312 443 6 tcp 20 4249 ${rest}`);
    assert.equal(fields.length, 14);
    assert.match(said.join(), /^field-extra: tcp is one value too many/);
  });

  it('is not where the end of a line was cut off', () => {
    const { fields, said } = read(`${start} 192.0.2.10 10.0.1.5 50312 443 6 20 4249 1700000000`);
    assert.ok(fields.includes('start=1700000000'));
    assert.match(said.join(), /^field-missing: end, action and log-status are missing after start/);
  });

  it('is not among the hyphens of a record without data', () => {
    const { said } = read(`${start} - - - - - - 1700000000 1700000060 - NODATA`);
    assert.match(said.join(), /^field-missing: One - is missing between interface-id and start/);
  });
});
