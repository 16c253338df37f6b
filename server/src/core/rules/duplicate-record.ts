import { grouped } from '../explain/quantities';
import type { FileRule } from './rule';
import { eni } from './sampleLines';

/** The words for a record that stands in the log before, to the letter. */
interface DuplicateRecordRule extends FileRule {
  /** What is said at the first of them. */
  readonly first: string;
  /** `line` counts from 1. */
  message(line: number): string;
}

export const duplicateRecord: DuplicateRecordRule = {
  code: 'duplicate-record',
  scope: 'file',
  severity: 'information',
  title: 'The same record again',
  why: 'Exports that overlap hold a record twice, and every total counts it twice.',
  bad: [`${eni()}\n${eni()}`],
  good: [`${eni()}\n${eni({ dstport: '22' })}`],
  first: 'The record stands here first.',
  message: line => `The same record stands on line ${grouped(line)}. Totals count it twice.`,
};
