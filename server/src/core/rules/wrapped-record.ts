import type { FileRule } from './rule';
import { eni } from './sampleLines';

/** The words for a record that runs over several lines. */
interface WrappedRecordRule extends FileRule {
  readonly fixTitle: string;
  fixAllTitle(records: number): string;
  message(lines: number): string;
}

export const wrappedRecord: WrappedRecordRule = {
  code: 'wrapped-record',
  scope: 'file',
  severity: 'error',
  title: 'Record wrapped over several lines',
  why: 'A PDF or a narrow terminal broke the line, between values or inside one. The pieces read as nothing or as something else; together they are a record.',
  bad: [
    eni().replace(' ACCEPT', '\nACCEPT'),
    eni({ action: 'REJECT' }).replace('REJECT', 'R\nEJECT'),
  ],
  good: [eni()],
  fixTitle: 'Join wrapped record',
  fixAllTitle: records =>
    records === 1 ? 'Join the wrapped record' : `Join all ${records} wrapped records`,
  message: lines =>
    `One record runs over ${lines} lines. It is read as one; join it for other tools.`,
};
