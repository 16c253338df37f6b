import assert from 'node:assert/strict';
import type { Chunk } from '../../../server/src/core/scan/chunk';
import { FlowDocument } from '../../../server/src/core/table/flowDocument';
import { readTable } from '../../../server/src/core/table/flowTable';
import { LATEST } from '../../support/checkLog';
import { newDocumentKernel } from '../../support/compiledKernel';
import { rowsOf } from '../../support/tableRows';
import { exportLines } from '../summary/support/exportLog';

const SIZE = 512;
const lines = [...exportLines({ records: 9000, seed: 5, faulty: 40 })];
const LOGS = {
  'plain ASCII': lines,
  'Windows line ends': lines.map(line => `${line}\r`),
  'a character of two bytes near the end': lines.toSpliced(8500, 0, '# é'),
  'a character outside Latin-1 at the beginning': ['# 流日志', ...lines],
  'a header in the middle': lines.toSpliced(4000, 0, 'srcaddr dstaddr action log-status'),
};

describe('The chunks of an open document', function () {
  this.timeout(60_000);
  const kernel = newDocumentKernel(8 * SIZE);

  for (const [what, log] of Object.entries(LOGS)) {
    const text = log.join('\n');
    const fresh = readTable(new TextEncoder().encode(text), LATEST, { size: SIZE });

    it(`have the columns that a scan of all gives, for ${what}`, () => {
      const { table } = new FlowDocument(text, LATEST, { size: SIZE, kernel });
      assert.ok(table.chunks.length > 1500);
      // Those of the first chunks have been let go by then.
      for (let time = 0; time < 2; time++) assert.deepEqual(rowsOf(table), rowsOf(fresh));
    });

    it(`have the text of each line, for ${what}`, () => {
      const document = new FlowDocument(text, LATEST, { size: SIZE, kernel });
      assert.equal(document.text(), text);
      for (let line = 0; line < fresh.lines; line += 7) {
        assert.equal(document.table.lineText(line), fresh.lineText(line));
      }
      assert.deepEqual(
        document.table.chunks.map(({ bytes }) => Buffer.from(bytes).toString()).join(''),
        text,
      );
    });
  }

  it('keep the columns of the chunks that were last asked for', () => {
    const { table } = new FlowDocument(lines.join('\n'), LATEST, { size: SIZE, kernel });
    const columnsOf = ({ columns }: Chunk) => columns;
    const first = table.chunks.slice(0, 20).map(columnsOf);
    assert.deepEqual(
      table.chunks.slice(0, 20).map((chunk, i) => columnsOf(chunk) === first[i]),
      Array<boolean>(20).fill(true),
    );
    for (const chunk of table.chunks) columnsOf(chunk);
    assert.notEqual(columnsOf(table.chunks[0]!), first[0]);
    assert.deepEqual(columnsOf(table.chunks[0]!), first[0]);
  });
});
