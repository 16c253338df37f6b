import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TableChecker } from '../../../server/src/core/check/checkTable';
import { DEFAULT_LEVELS } from '../../../server/src/core/check/levels';
import type { Kernel } from '../../../server/src/core/scan/kernel';
import { FlowDocument, type TextChange } from '../../../server/src/core/table/flowDocument';
import { readTable } from '../../../server/src/core/table/flowTable';
import type { Place } from '../../../server/src/core/table/placeInBytes';
import { finish, LATEST } from '../../support/checkLog';
import { newDocumentKernel, newKernel } from '../../support/compiledKernel';
import { keyValueLine, positionalLine } from '../../support/flows/lines';
import { damagedWrappedLog, legalLog, mutatedLog, wrappedLog } from '../../support/flows/logs';
import { changed, offsetOf, placeOf } from '../../support/plainText';
import { rowsOf } from '../../support/tableRows';

const RULES = { latest: LATEST, icmpOrder: 'auto' as const };

/** An edit whose places are shares of whatever text it is applied to. */
interface Stroke {
  readonly from: number;
  readonly length: number;
  readonly text: string;
  readonly how: 'range' | 'reversed' | 'past the end' | 'before the start' | 'whole lines';
}

const typed = fc.constantFrom(
  ...['', '', 'x', '1', ' ', '-', '\t', '#', '\ufeff', '💥', '\ud83d', 'é\u2028'],
  ...['\n', '\r', '\r\n', '\n\n', '\n\r', ' \n', 'R\nEJECT OK\n', 'log-\nstatus:OK'],
  ...['srcaddr dstaddr action log-status\n', '#Fields: bytes packets log-status\n', '# comment\n'],
);
const pasted = fc.oneof(legalLog, wrappedLog, positionalLine('eni'), keyValueLine);
const stroke: fc.Arbitrary<Stroke> = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constantFrom(0, 0, 0, 1, 1, 2), fc.nat(400), fc.nat(4000)),
  text: fc.oneof({ weight: 5, arbitrary: typed }, { weight: 1, arbitrary: pasted }),
  how: fc.constantFrom(
    ...(['range', 'range', 'range', 'range', 'whole lines'] as const),
    ...(['reversed', 'past the end', 'before the start'] as const),
  ),
});
const strokes = fc.array(stroke, { minLength: 1, maxLength: 6 });
const anyLog = fc.oneof(
  { weight: 1, arbitrary: legalLog },
  { weight: 1, arbitrary: mutatedLog },
  { weight: 2, arbitrary: wrappedLog },
  { weight: 4, arbitrary: damagedWrappedLog },
);

describe('A document that is edited', function () {
  this.timeout(120_000);

  it('is the same as one opened with its text', () => {
    const property = fc.property(anyLog, strokes, (log, edits) => {
      const opened = new Opened(log);
      for (const edit of edits) opened.apply([changeOf(edit, opened.text)]);
    });
    fc.assert(property, { seed: 31, numRuns: 150, endOnFailure: true });
  });

  it('is the same as one opened with its text after many edits at once', () => {
    const property = fc.property(anyLog, strokes, strokes, (log, first, second) => {
      const opened = new Opened(log);
      for (const edits of [first, second]) opened.apply(fromTheEnd(edits, opened.text));
    });
    fc.assert(property, { seed: 32, numRuns: 100, endOnFailure: true });
  });

  for (const [what, kernel] of Object.entries({
    'the compiled scan': newKernel(),
    'the compiled scan in place': newDocumentKernel(1 << 14),
    'the compiled scan in place, for short chunks alone': newDocumentKernel(200),
  })) {
    it(`is the same with ${what}`, () => {
      const property = fc.property(anyLog, strokes, (log, edits) => {
        const opened = new Opened(log, { kernel });
        for (const edit of edits) opened.apply([changeOf(edit, opened.text)]);
      });
      fc.assert(property, { seed: 33, numRuns: 50, endOnFailure: true });
    });
  }

  for (const pieces of [2, 3]) {
    it(`keeps records of ${pieces} lines whole wherever a line comes or goes`, () => {
      const lines = Array.from({ length: 12 }, () => piecesOf(RECORD, pieces)).flat();
      for (const line of lines.keys()) {
        const gone = new Opened(lines.join('\n'), { size: 600 });
        gone.apply([{ range: range(line, 0, line + 1, 0), text: '' }]);
        const come = new Opened(lines.join('\n'), { size: 600 });
        come.apply([{ range: range(line, 0, line, 0), text: `${lines[0]!}\n` }]);
      }
    });
  }

  it('finds the record that a line makes with the one before it, wherever that is', () => {
    const [first, second] = piecesOf(RECORD, 2);
    const lines = Array<string>(40).fill(first!);
    for (const line of lines.keys()) {
      const opened = new Opened(lines.join('\n'), { size: 600 });
      opened.apply([{ range: range(line, 0, line, 200), text: second! }]);
      assert.equal(opened.rows.filter(row => row.wrapped).length, line === 0 ? 0 : 1);
    }
  });

  it('takes a text as a whole', () => {
    const opened = new Opened('2 1300000001\r\n');
    opened.apply([{ text: '' }]);
    opened.apply([{ text: 'a\rb\nc' }, { text: 'd\r\ne' }]);
    assert.equal(opened.text, 'd\r\ne');
  });

  it('joins a carriage return and a line feed that come together', () => {
    const comment = `# ${'x'.repeat(400)}`;
    const opened = new Opened(`${comment}\ry\n${comment}`);
    assert.equal(opened.lines, 3);
    opened.apply([{ range: range(1, 0, 1, 1), text: '' }]);
    assert.equal(opened.lines, 2);
  });

  it('counts places in UTF-16', () => {
    const opened = new Opened('é💥x\n');
    opened.apply([{ range: range(0, 3, 0, 4), text: '💥' }]);
    assert.equal(opened.text, 'é💥💥\n');
    opened.apply([{ range: range(0, 1, 0, 3), text: '' }]);
    assert.equal(opened.text, 'é💥\n');
  });

  it('keeps halves of a pair that come together again', () => {
    const opened = new Opened('💥 💥');
    opened.apply([{ range: range(0, 1, 0, 4), text: '' }]);
    assert.equal(opened.text, '💥');
  });

  it('reads under the columns that its first line declares now', () => {
    const record = '192.0.2.10 60 REJECT OK\n';
    const opened = new Opened(`srcaddr bytes action log-status\n${record.repeat(60)}`);
    opened.apply([{ range: range(0, 8, 0, 13), text: 'packets' }]);
    const packets = opened.rows.filter(row => row.values.packets === '60');
    assert.equal(packets.length, 60);
    opened.apply([{ range: range(0, 0, 1, 0), text: '' }]);
    assert.ok(!opened.rows.some(row => row.layout?.startsWith('declared')));
  });
});

const RECORD =
  '2 1300000001 eni-a1b2c3d4 192.0.2.10 10.0.1.5 50312 443 6 20 4249 1700000000 1700000060 ACCEPT OK';

/** A record wrapped to so many lines. */
function piecesOf(record: string, lines: number): string[] {
  return record.match(new RegExp(`.{1,${Math.ceil(record.length / lines)}}`, 'g'))!;
}

/** A document beside a plain string; after each change the two have to be one text, read alike. */
class Opened {
  text: string;
  private readonly document: FlowDocument;
  private readonly checker = newChecker();
  private readonly options;

  constructor(text: string, { size = 150, kernel }: { size?: number; kernel?: Kernel } = {}) {
    this.options = { size, kernel };
    this.text = changed('', { text });
    this.document = new FlowDocument(text, LATEST, this.options);
    this.compare();
  }

  get lines(): number {
    return this.document.table.lines;
  }

  get rows() {
    return rowsOf(this.document.table);
  }

  apply(changes: readonly TextChange[]): void {
    this.document.update(changes);
    this.text = changes.reduce(changed, this.text);
    this.compare();
  }

  private compare(): void {
    const { text, document } = this;
    assert.equal(document.text(), text);
    const { size } = this.options;
    const fresh = { table: readTable(new TextEncoder().encode(text), LATEST, { size }) };
    assert.deepEqual(rowsOf(document.table), rowsOf(fresh.table));
    assert.equal(document.table.records, fresh.table.records);
    const report = finish(this.checker.check(document.table));
    assert.deepEqual(report, finish(newChecker().check(fresh.table)));
  }
}

function newChecker(): TableChecker {
  return new TableChecker({ levels: DEFAULT_LEVELS, rules: RULES });
}

function changeOf({ from, length, text, how }: Stroke, before: string): TextChange {
  const offset = Math.floor(from * before.length);
  const start = placeOf(before, offset);
  const end = placeOf(before, offset + length);
  switch (how) {
    case 'range':
      return { range: { start, end }, text };
    case 'reversed':
      return { range: { start: end, end: start }, text };
    case 'past the end':
      return { range: { start, end: { line: end.line, character: 1e9 } }, text };
    case 'before the start':
      return { range: { start: { line: start.line, character: -1 }, end }, text };
    case 'whole lines':
      return { range: range(start.line, 0, end.line + 1, 0), text: text && `${text}\n` };
  }
}

/** Edits that do not touch each other, the last of the text first, as editors list them. */
function fromTheEnd(strokes: readonly Stroke[], text: string): TextChange[] {
  const changes = strokes.map(stroke => changeOf({ ...stroke, how: 'range' }, text));
  const offsets = (change: TextChange) => ({
    start: offsetOf(text, change.range!.start),
    end: offsetOf(text, change.range!.end),
  });
  changes.sort((a, b) => offsets(b).start - offsets(a).start);
  return changes.filter((change, i) =>
    changes.slice(0, i).every(later => offsets(change).end < offsets(later).start),
  );
}

function range(line: number, character: number, endLine: number, end: number) {
  return { start: { line, character } satisfies Place, end: { line: endLine, character: end } };
}
