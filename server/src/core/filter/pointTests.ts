import { FLAG, NO_NAME, type Columns } from '../scan/columns';
import type { Chunk } from '../scan/chunk';
import type { NameTable } from '../scan/names';
import type { ObservationKind } from '../record/recordView';
import { kindOfInterface, shortForm, shortName } from './pointName';
import type { RecordFilter } from './recordFilter';
import type { ChunkTest, MatchContext } from './recordMatcher';

type NameColumn = 'point' | 'account' | 'region' | 'srcRegion' | 'dstRegion';

/** The conditions of a filter on where a record was made, and in what form. */
export function pointTests(filter: RecordFilter, { layouts }: MatchContext): ChunkTest[] {
  const { form, observation, point, account, region, sourceRegion, destinationRegion } = filter;
  const tests: ChunkTest[] = [];
  if (form !== undefined) {
    tests.push(
      ({ columns: { layout } }) =>
        row =>
          shortForm(layouts.at(layout[row]!).id) === form,
    );
  }
  if (observation) {
    tests.push(chunk => {
      const kindOf = observationsIn(chunk);
      return row => kindOf(row) === observation;
    });
  }
  if (point !== undefined) tests.push(nameTest('point', point));
  if (account !== undefined) tests.push(nameTest('account', account));
  if (region !== undefined) tests.push(nameTest('region', region));
  if (sourceRegion !== undefined) tests.push(nameTest('srcRegion', sourceRegion));
  if (destinationRegion !== undefined) tests.push(nameTest('dstRegion', destinationRegion));
  return tests;
}

function nameTest(column: NameColumn, name: string): ChunkTest {
  return ({ columns, names }) => {
    const meant = namesThat(names, text => shortName(text) === name);
    const values = columns[column];
    return row => meant[values[row]!] === 1;
  };
}

/** Marks the names of a table that fulfil a condition; no name fulfils none. */
function namesThat(names: NameTable, test: (text: string) => boolean): Uint8Array {
  const marks = new Uint8Array(names.size);
  for (let number = NO_NAME + 1; number < marks.length; number++) {
    if (test(names.text(number))) marks[number] = 1;
  }
  return marks;
}

/** What kind of observation point made the record at a row. */
function observationsIn({ columns, names }: Chunk): (row: number) => ObservationKind {
  const kinds: ObservationKind[] = [];
  return row => {
    if (isCcn(columns, row)) return 'ccn';
    const name = columns.point[row]!;
    return (kinds[name] ??= name === NO_NAME ? 'unknown' : kindOfInterface(names.text(name)));
  };
}

/** Whether a record is one of cross-region traffic: it names a CCN, or no point but a source region. */
export function isCcn({ flags, point, srcRegion }: Columns, row: number): boolean {
  if ((flags[row]! & FLAG.ccn) !== 0) return true;
  return point[row] === NO_NAME && srcRegion[row] !== NO_NAME;
}
