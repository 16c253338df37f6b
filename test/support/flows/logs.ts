import fc from 'fast-check';
import {
  declaredColumns,
  declaredLine,
  headerLine,
  keyValueLine,
  otherLine,
  positionalLine,
} from './lines';

const several = (line: fc.Arbitrary<string>) => fc.array(line, { minLength: 1, maxLength: 8 });

const part: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 4, arbitrary: several(positionalLine('eni')) },
  { weight: 1, arbitrary: several(positionalLine('ccn-a')) },
  { weight: 1, arbitrary: several(positionalLine('ccn-b')) },
  { weight: 2, arbitrary: several(keyValueLine) },
  {
    weight: 2,
    arbitrary: declaredColumns.chain(columns =>
      fc
        .tuple(headerLine(columns), several(declaredLine(columns)))
        .map(([header, lines]) => [header, ...lines]),
    ),
  },
  { weight: 1, arbitrary: fc.array(otherLine, { maxLength: 3 }) },
);

const lineEnds = fc.constantFrom('\n', '\n', '\r\n', '\r', 'mixed');

/** A log of several sources, in every form, whose values are all legal. */
export const legalLog: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(part, { maxLength: 8 }),
    lineEnds,
    fc.boolean(),
    fc.constantFrom('', '', '\ufeff'),
  )
  .map(([parts, end, ended, mark]) => {
    const lines = parts.flat();
    const mixed = ['\n', '\r\n', '\r', '\n'];
    const text = lines
      .map((line, i) => {
        const last = i === lines.length - 1 && !ended;
        return line + (last ? '' : end === 'mixed' ? mixed[(i * 7 + line.length) % 4]! : end);
      })
      .join('');
    return mark + text;
  });

const inserts = fc.constantFrom(
  ...['-', ' ', '\t', ':', '.', '0', '9', 'x', '"', '#', ','],
  ...['\n', '\r', '\r\n', '\n\n', '\0', '\x0b', '\x0c', '\x1b[0m', '\x7f'],
  ...['\ufeff', '\u00a0', '\u200b', '\u2028', '\u202e', '\u3000', '０', '–', 'é', '💥', '\ufffd'],
  ...[
    ' log-status',
    'srcaddr:',
    'srcaddr dstaddr action\n',
    '#Fields: srcaddr bytes\n',
    ' -',
    ' 1',
  ],
);

/** What a token may be replaced by. */
const tokens = fc.constantFrom(
  ...['-', '-', '-', '-1', '0', '00', '1', '65536', '255', '256', '4294967296', '1655104384'],
  ...['192.0.2.1', '::', '192.0.2.01', 'ACCEPT', 'accept', 'OK', 'NODATA', 'SKIPDATA', '#1', '"6"'],
  ...['eni-a1b2c3d4', 'ap-guangzhou', '1655104384000', '0x10', '1,000', 'az-id:', 'az-id:x', 'é'],
);

/** Where a change is made, as a share of the text, and what is done there. */
interface Change {
  readonly at: number;
  readonly what: 'insert' | 'replace' | 'delete' | 'flip' | 'repeat' | 'wrap' | 'swap';
  readonly text: string;
  readonly token: string;
  readonly length: number;
}

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  what: fc.constantFrom('insert', 'replace', 'replace', 'delete', 'flip', 'repeat', 'wrap', 'swap'),
  text: inserts,
  token: tokens,
  length: fc.oneof(fc.constantFrom(1, 1, 2, 3), fc.nat(30)),
});

function applyChange(text: string, { at, what, text: piece, token, length }: Change): string {
  const place = Math.floor(at * text.length);
  const before = text.slice(0, place);
  const after = text.slice(place);
  switch (what) {
    case 'insert':
      return before + piece + after;
    case 'replace':
      return before.replace(/[^\s:]*$/, '') + token + after.replace(/^\S*/, '');
    case 'delete':
      return before + after.slice(length);
    case 'flip':
      return before + String.fromCharCode((after.charCodeAt(0) || 0) ^ length) + after.slice(1);
    case 'repeat':
      return before + after.slice(0, length).repeat(2) + after.slice(length);
    case 'wrap':
      return before + '\n' + after.replace(/^ /, '');
    case 'swap': {
      const [, first = '', gap = '', second = '', rest = after] =
        /^(\S*)([ \t]+)(\S*)(.*)$/s.exec(after) ?? [];
      return before + second + gap + first + rest;
    }
  }
}

const changesIn = (log: string, each: number) =>
  fc
    .array(change, { minLength: 1, maxLength: Math.max(2, Math.ceil(log.length / each)) })
    .map(changes => changes.reduce(applyChange, log));

/** A log with something wrong in about each fourth line. */
export const mutatedLog: fc.Arbitrary<string> = legalLog.chain(log => changesIn(log, 500));

function wrap(log: string, width: number): string {
  const pieces = new RegExp(`.{1,${width}}`, 'gs');
  return log.replace(/[^\r\n]+/g, line => line.match(pieces)!.join('\n'));
}

/** A log wrapped to a narrow column, as a terminal or a PDF does it. */
export const wrappedLog: fc.Arbitrary<string> = fc
  .tuple(legalLog, fc.integer({ min: 12, max: 110 }))
  .map(([log, width]) => wrap(log, width));

/** A wrapped log in which many pieces belong nowhere. */
export const damagedWrappedLog: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(several(positionalLine('eni')), { maxLength: 6 }),
    fc.integer({ min: 20, max: 70 }),
  )
  .chain(([parts, width]) => changesIn(wrap(parts.flat().join('\n'), width), 150));
