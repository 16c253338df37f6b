import { ok, doesNotMatch, equal, match } from 'node:assert/strict';
import fc from 'fast-check';
import { explainValue } from '../../../server/src/core/explain/explainValue';
import { tokenSummary } from '../../../server/src/core/explain/tokenSummary';
import { CORE_FIELDS, type Field } from '../../../server/src/core/layouts/fields';
import { OTHER_FIELDS } from '../../../server/src/core/layouts/otherFields';
import { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { readLine } from '../../../server/src/core/record/readLine';
import { hover, PLAIN, recordOf, summary } from './hover';

const FIELDS: readonly Field[] = [...CORE_FIELDS, ...OTHER_FIELDS];
/** A hover of more lines is a wall; zones come on top, since the user asks for them. */
const MOST_DETAILS = 5;

/** Values that stand somewhere near the edge of what some field allows. */
const edgy = fc.constantFrom(
  ...['-', '-1', '', '0', '1', '58', '6', '17', '255', '256', '65535', '65536', '2048', '8'],
  ...['4294967295', '4294967296', '9999999999999', '999999999999999', 'ACCEPT', 'REJECT', 'OK'],
  ...['NODATA', 'SKIPDATA', '::', '::1', '::ffff:1.2.3.4', '0.0.0.0', '255.255.255.255', 'accept'],
  ...['eni-', 'eni-abcdefgh', 'nat-abcdefgh', 'ccn-', 'ccn-abcdefgh', 'ap-guangzhou', '__proto__'],
  ...['constructor', 'toString', 'hasOwnProperty', 'V1', '0001_0001', 'unknown', '😀'.repeat(40)],
);
/** What our own code would leave in a text by mistake: no value of a record or setting may hold it. */
const LEAK = /undefined|NaN|Infinity|\[object|=>/;
const withoutLeak = (text: string): boolean => !LEAK.test(text);
const token = fc.oneof(
  edgy,
  fc.string({ unit: 'binary' }).filter(withoutLeak),
  fc.nat().map(String),
  fc.ipV4(),
  fc.ipV6(),
);
const context = fc.record(
  {
    zones: fc.array(fc.oneof(fc.string().filter(withoutLeak), fc.constant('Asia/Tokyo')), {
      maxLength: 3,
    }),
    icmpOrder: fc.constantFrom('auto' as const, 'type-high' as const, 'type-low' as const),
    previousStart: fc.double({ min: 0, max: 5e9, noNaN: true }),
  },
  { requiredKeys: ['zones', 'icmpOrder'] },
);

/** A record with any value in any field, as a key:value line of unchecked tokens gives it. */
const anyRecord = fc
  .array(fc.tuple(fc.constantFrom(...FIELDS), token), { minLength: 1, maxLength: 24 })
  .map(pairs => {
    const values = pairs.map(([field, text]) => ({ field, text, start: 0, end: text.length }));
    const byName = new Map(values.map(value => [value.field.name, value]));
    const observation = byName.has('ccn-id') ? ('ccn' as const) : ('eni' as const);
    const empty = recordOf(
      '2 1251762227 eni-lq6mkcis 10.0.0.1 10.0.0.2 1 22 6 20 4249 1418530010 1418530070 ACCEPT OK',
    );
    return { ...empty, values, observation, value: (name: string) => byName.get(name) };
  });

describe('explainValue', () => {
  it('never throws and never says nothing, whatever stands in a field', () => {
    fc.assert(
      fc.property(anyRecord, context, (record, given) => {
        for (const value of record.values) {
          const { headline, details } = explainValue(record, value, given);
          ok(headline.trim() !== '');
          ok(details.every(detail => detail.trim() !== ''));
          ok(details.length <= MOST_DETAILS + given.zones.length, details.join('\n'));
          doesNotMatch([headline, ...details].join('\n'), LEAK);
          match(tokenSummary(record, value, given), /^\S+: ./s);
        }
      }),
      { seed: 105, numRuns: 3000 },
    );
  });

  it('never throws on lines as they come', () => {
    const line = fc
      .array(token, { minLength: 1, maxLength: 18 })
      .map(tokens => tokens.join(' ').replace(/[\r\n]/g, ''));
    fc.assert(
      fc.property(line, context, (text, given) => {
        const reading = readLine(text, new LayoutSet(), { declared: -1 });
        if (reading.kind !== 'record') return;
        for (const value of reading.view.values) {
          ok(explainValue(reading.view, value, given).headline !== '');
        }
      }),
      { seed: 106, numRuns: 3000 },
    );
  });

  it('says of an empty value that there is none', () => {
    const { headline, text } = hover(
      'srcaddr:| dstport:22 account-id:1251762227 start:1655104384 dstaddr:10.0.3.4 version:0001_0001 packets:2 protocol:6 bytes:108 action:ACCEPT srcport:58188 end:1655104384 log-status:OK interface-id:eni-lq6mkcis',
    );
    equal(headline, 'No value for srcaddr');
    match(text, /Legal: an IPv4 or IPv6 address/);
  });

  it('says of an illegal value what would be legal, and decodes nothing', () => {
    const { headline, details } = hover(
      '2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 |accept OK',
    );
    equal(headline, 'Not a legal action: “accept”');
    equal(details.join(), 'Legal: ACCEPT or REJECT, in capitals; - under NODATA and SKIPDATA.');
  });

  it('cuts a long value where it quotes it', () => {
    const record = recordOf(
      `2 1251762227 eni-lq6mkcis ${'1'.repeat(500)}.2.3.4 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK`,
    );
    const { headline } = explainValue(record, record.value('srcaddr')!, PLAIN);
    ok(headline.length < 80, headline);
    ok(headline.endsWith('…”'));
  });

  it('says that a value is not expected where the record has no data', () => {
    const { details } = hover(
      'V1 1251762227 eni-lq6mkcis |10.0.0.1 - - - - - - 1431280876 1431280934 - NODATA',
    );
    equal(details[0], 'Not expected here: the log-status is NODATA.');
  });
});

describe('tokenSummary', () => {
  it('puts the field before the decoded value', () => {
    equal(
      summary(
        '2 1251762227 eni-lq6mkcis 172.31.16.139 172.31.16.21 20641 22 |6 20 4249 1418530010 1418530070 ACCEPT OK',
      ),
      'protocol: TCP (6) – Transmission Control Protocol',
    );
  });
});
