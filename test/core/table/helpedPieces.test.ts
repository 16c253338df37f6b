import assert from 'node:assert/strict';
import { hashRows } from '../../../server/src/core/scan/rowHash';
import { scanChunk } from '../../../server/src/core/scan/scanChunk';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { readTable, type FlowTable } from '../../../server/src/core/table/flowTable';
import { PieceReader } from '../../../server/src/core/table/pieceReader';
import type { GivenPieces, Helper, PieceReading } from '../../../server/src/core/table/pieces';
import { LATEST, reportOf } from '../../support/checkLog';
import { newDocumentKernel } from '../../support/compiledKernel';
import { rowsOf } from '../../support/tableRows';
import { exportLines } from '../summary/support/exportLog';

const SIZE = 512;
const lines = [...exportLines({ records: 4000, seed: 11, faulty: 40 })];
const HEADER =
  'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status';

/** Each so many lines a record on two lines, as a narrow terminal leaves it. */
const wrapped = (every: number) =>
  lines.map((line, i) => (i % every === 0 ? line.replace(/^((\S+ ){5}\S+) /, '$1\n') : line));

const LOGS: Readonly<Record<string, readonly string[]>> = {
  'plain records': lines,
  'Windows line ends': lines.map(line => `${line}\r`),
  'key:value records': lines.map(asKeyValue),
  'a header at the beginning': [HEADER, ...lines],
  'declared columns of another order': [
    'dstaddr srcaddr action log-status bytes',
    ...lines.map((_, i) => `10.0.0.${i % 250} 10.1.0.${i % 90} ACCEPT OK ${i}`),
  ],
  'other columns from a header near the end on': [
    ...lines.slice(0, 3500),
    'dstaddr srcaddr action log-status bytes',
    ...lines.slice(3500).map((_, i) => `10.0.0.${i % 250} 10.1.0.9 ACCEPT OK ${i}`),
  ],
  'headers in the middle': lines.flatMap((line, i) => (i % 1300 === 700 ? [HEADER, line] : [line])),
  'records on two lines now and then': wrapped(50),
  'records on two lines everywhere': wrapped(2),
  'repeated records': lines.flatMap((line, i) => (i % 90 === 0 ? [line, lines[i >> 1]!] : [line])),
  'a character of two bytes near the end': lines.toSpliced(3900, 0, '# é'),
  'a line longer than a piece near the end': lines.toSpliced(3900, 0, `# ${'x'.repeat(3 * SIZE)}`),
  'empty lines, more than words tell of': ['', ...lines, ...Array<string>(SIZE * 40).fill('')],
};

/** Reads what it is given here and now, if it feels like it. */
class Obliging implements GivenPieces {
  private readonly answers = new Map<number, Uint32Array | undefined>();
  private readonly reader: PieceReader;
  given = 0;
  read = 0;
  taken = 0;
  isEnded = false;

  constructor(
    reading: PieceReading,
    private readonly takes: (given: number) => 'given' | 'later' | 'never',
    private readonly answersTo: (given: number) => boolean,
  ) {
    this.reader = new PieceReader(reading, newDocumentKernel(SIZE));
  }

  give({ from, text, isLast }: Parameters<GivenPieces['give']>[0]) {
    const answer = isAscii(text) ? this.takes(this.given) : 'never';
    this.given++;
    if (answer !== 'given') return answer;
    this.read++;
    const place = new Uint32Array(SIZE);
    const words = this.reader.read(Buffer.from(text, 'latin1'), isLast, place);
    this.answers.set(from, this.answersTo(this.given) ? place.slice(0, words) : undefined);
    return answer;
  }

  answerTo(from: number) {
    const answer = this.answers.get(from);
    if (answer && answer.length > 0) this.taken++;
    return answer;
  }

  end() {
    this.isEnded = true;
  }
}

/** A positional record as key:value; anything else as it is. */
function asKeyValue(line: string): string {
  const values = line.split(' ');
  const names = HEADER.split(' ');
  return values.length === names.length
    ? names.map((name, i) => `${name}:${values[i]}`).join(' ')
    : line;
}

/** All that a chunk says of its lines, as a scan of its own bytes finds it. */
function looksOf({ chunks, options }: FlowTable) {
  return chunks.map((chunk, i) => {
    const alone = { ...options, kernel: undefined };
    const scanned = scanChunk(chunk.bytes, chunk.declaredBefore, i === chunks.length - 1, alone);
    return [chunk, { ...scanned, rowHashes: hashRows(scanned) }].map(one => ({
      ...{ lines: one.lines, records: one.records, forms: one.forms, openRows: one.openRows },
      ...{ hasHeader: one.hasHeader, declaredAfter: one.declaredAfter, wrapped: one.wrapped },
      lineStarts: Array.from(one.lineStarts.subarray(0, one.lines + 1)),
      suspects: Array.from(one.suspects),
      rowHashes: Array.from(one.rowHashes!),
    }));
  });
}

const isAscii = (text: string) => Buffer.byteLength(text) === text.length;

const HELPERS: Readonly<
  Record<string, readonly [(given: number) => 'given' | 'later' | 'never', (n: number) => boolean]>
> = {
  'takes one piece at a time': [n => (n % 2 === 0 ? 'given' : 'later'), () => true],
  'takes three at a time': [n => (n % 4 === 3 ? 'later' : 'given'), () => true],
  'answers every other': [n => (n % 2 === 0 ? 'given' : 'later'), n => n % 4 === 1],
  'gives up': [n => (n < 40 ? (n % 2 === 0 ? 'given' : 'later') : 'never'), n => n < 30],
};

describe('A document of which a helper reads pieces', function () {
  this.timeout(120_000);
  const kernel = newDocumentKernel(8 * SIZE);

  for (const [what, log] of Object.entries(LOGS)) {
    const text = log.join('\n');
    const alone = readTable(new TextEncoder().encode(text), LATEST, { size: SIZE });
    const rows = rowsOf(alone);
    const report = reportOf(alone);

    for (const [how, [takes, answersTo]] of Object.entries(HELPERS)) {
      it(`is what it is without, for ${what}, if the helper ${how}`, () => {
        const { helper, helped } = follow(reading => new Obliging(reading, takes, answersTo));
        const { table } = new FlowDocument(text, LATEST, { size: SIZE, kernel, helper });
        assert.equal(helped.length, 1);
        assert.ok(helped[0]!.isEnded);
        assert.deepEqual(rowsOf(table), rows);
        assert.deepEqual(reportOf(table), report);
        for (const [kept, scanned] of looksOf(table)) assert.deepEqual(kept, scanned);
      });
    }
  }

  for (const what of ['plain records', 'a header at the beginning', 'Windows line ends']) {
    it(`is read by both in equal parts, for ${what}`, () => {
      const { helper, helped } = follow(
        reading =>
          new Obliging(
            reading,
            n => (n % 2 === 0 ? 'given' : 'later'),
            () => true,
          ),
      );
      const text = LOGS[what]!.join('\n');
      const { table } = new FlowDocument(text, LATEST, { size: SIZE, kernel, helper });
      const share = helped[0]!.taken / table.chunks.length;
      assert.ok(share > 0.45 && share < 0.55, String(share));
      assert.equal(helped[0]!.read, helped[0]!.taken, 'nothing is read twice');
    });
  }

  it('is the same as another after edits', () => {
    const { helper } = follow(
      reading =>
        new Obliging(
          reading,
          n => (n % 2 ? 'later' : 'given'),
          () => true,
        ),
    );
    const document = new FlowDocument(lines.join('\n'), LATEST, { size: SIZE, kernel, helper });
    const edited = [...lines];
    for (const line of [3990, 2500, 2010, 1990, 7]) {
      const text = `${lines[line]!.slice(0, 40)}7`;
      edited[line] = text + edited[line]!.slice(40);
      const range = { start: { line, character: 0 }, end: { line, character: 40 } };
      document.update([{ range, text }]);
    }
    const fresh = readTable(new TextEncoder().encode(edited.join('\n')), LATEST, { size: SIZE });
    assert.deepEqual(rowsOf(document.table), rowsOf(fresh));
    assert.deepEqual(reportOf(document.table), reportOf(fresh));
  });

  it('takes no more help when a piece is refused for good, or other columns are declared', () => {
    const refused = follow(
      reading =>
        new Obliging(
          reading,
          n => (n < 9 ? 'given' : 'never'),
          () => true,
        ),
    );
    const options = { size: SIZE, kernel, helper: refused.helper };
    assert.equal(new FlowDocument(lines.join('\n'), LATEST, options).table.lines, lines.length);
    assert.equal(refused.helped[0]!.given, 10);
    const log = lines.toSpliced(100, 0, HEADER).join('\n');
    const declared = follow(
      reading =>
        new Obliging(
          reading,
          n => (n % 2 ? 'later' : 'given'),
          () => true,
        ),
    );
    const { table } = new FlowDocument(log, LATEST, {
      size: SIZE,
      kernel,
      helper: declared.helper,
    });
    assert.ok(declared.helped[0]!.given < table.chunks.length / 10);
  });

  it('ends the help when reading fails', () => {
    const { helper, helped } = follow(reading => {
      kernel.take = () => {
        throw new Error('out of memory');
      };
      return new Obliging(
        reading,
        () => 'later',
        () => true,
      );
    });
    const read = () => new FlowDocument(lines.join('\n'), LATEST, { size: SIZE, kernel, helper });
    assert.throws(read, /out of memory/);
    Reflect.deleteProperty(kernel, 'take');
    assert.ok(helped[0]!.isEnded);
  });

  it('is not helped with if it is small, nor where nobody can help', () => {
    const { helper, helped } = follow(
      reading =>
        new Obliging(
          reading,
          () => 'given',
          () => true,
        ),
    );
    const text = lines.slice(0, 100).join('\n');
    const small = new FlowDocument(text, LATEST, { size: SIZE, kernel, helper });
    assert.equal(small.text(), text);
    assert.equal(helped.length, 0);
    const large = lines.join('\n');
    const none = new FlowDocument(large, LATEST, { size: SIZE, kernel, helper: () => undefined });
    assert.equal(none.table.lines, lines.length);
  });
});

/** A helper, and what it has begun to help with. */
function follow(begin: (reading: PieceReading) => Obliging) {
  const helped: Obliging[] = [];
  const helper: Helper = reading => {
    const pieces = begin(reading);
    helped.push(pieces);
    return pieces;
  };
  return { helper, helped };
}
