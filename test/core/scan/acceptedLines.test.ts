import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { LayoutSet } from '../../../server/src/core/layouts/layoutSet';
import { readLine, type LineReading } from '../../../server/src/core/record/readLine';
import { checkRecord } from '../../../server/src/core/rules/checkRecord';
import { declaredAt, lineText, type Chunk } from '../../../server/src/core/scan/chunk';
import { Columns, LINE } from '../../../server/src/core/scan/columns';
import { fillRow } from '../../../server/src/core/scan/fillRow';
import { Names } from '../../../server/src/core/scan/names';
import { V6Table } from '../../../server/src/core/scan/v6Table';
import { readTable } from '../../../server/src/core/table/flowTable';
import { newKernel } from '../../support/compiledKernel';
import { legalLog, mutatedLog } from '../../support/flows/logs';
import { rowOf, type Row } from '../../support/tableRows';

const LATEST = 2_000_000_000;
const encoder = new TextEncoder();

/** A line that a scan accepted at once, and how it reads with care. */
interface Accepted {
  readonly text: string;
  readonly row: Row;
  readonly reading: LineReading;
  readonly layouts: LayoutSet;
}

const kernel = newKernel();
const scans = { reference: undefined, kernel } as const;

for (const [name, scan] of Object.entries(scans)) {
  describe(`A line that the ${name} scan accepts at once`, function () {
    this.timeout(120_000);
    let seen = 0;

    function* acceptedLines(log: string): Generator<Accepted> {
      const table = readTable(encoder.encode(log), LATEST, { kernel: scan });
      const { layouts } = table.options;
      for (const chunk of table.chunks) {
        for (let row = 0; row < chunk.lines; row++) {
          const found = rowOf(chunk, row, number => layouts.at(number).id);
          if (!found.accepted) continue;
          seen++;
          const text = lineText(chunk, row);
          const reading = readLine(text, layouts, { declared: declaredAt(chunk, row) });
          yield { text, row: found, reading, layouts };
        }
      }
    }

    it('reads the same with care', () => {
      assertOfAll(log => {
        for (const { text, row, reading, layouts } of acceptedLines(log)) {
          assert.deepEqual(filled(reading, layouts), row, text);
        }
      });
    });

    it('gives no rule anything to say', () => {
      const context = { latest: LATEST, icmpOrder: 'auto' } as const;
      assertOfAll(log => {
        for (const { text, reading } of acceptedLines(log)) {
          const findings = reading.kind === 'record' ? checkRecord(reading.view, context) : [];
          assert.deepEqual(
            findings.map(({ rule, finding }) => `${rule.code}: ${finding.message}`),
            [],
            text,
          );
        }
      });
    });

    it('is no rarity', () => {
      assert.ok(seen > 10_000, `only ${seen} lines`);
    });
  });
}

function assertOfAll(check: (log: string) => void): void {
  fc.assert(fc.property(legalLog, check), { seed: 11, numRuns: 1000, endOnFailure: true });
  fc.assert(fc.property(mutatedLog, check), { seed: 12, numRuns: 500, endOnFailure: true });
}

/** The row that a careful reading makes, as if the scan had accepted it. */
function filled(reading: LineReading, layouts: LayoutSet): Row {
  const columns = new Columns(1);
  const names = new Names();
  const v6 = new V6Table();
  columns.kind[0] = LINE[reading.kind];
  if (reading.kind === 'record') {
    columns.layout[0] = reading.layout;
    fillRow({ columns, names, v6 }, 0, reading.view);
  }
  const chunk: Pick<Chunk, 'columns' | 'names' | 'v6' | 'wrapped'> = {
    columns,
    names,
    v6,
    wrapped: [],
  };
  return rowOf(chunk, 0, number => layouts.at(number).id);
}
