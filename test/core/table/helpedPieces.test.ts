import assert from 'node:assert/strict';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { readTable } from '../../../server/src/core/table/flowTable';
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
    });
  }

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
