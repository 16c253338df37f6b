import type { Layout } from '../layouts/layout';
import { listed } from './findings';
import type { FileRule } from './rule';
import { eni, keyed } from './sampleLines';

/** The words for a place where records begin to have another form. */
interface FormChangedRule extends FileRule {
  message(before: Layout, after: Layout): string;
}

export const formChanged: FormChangedRule = {
  code: 'form-changed',
  scope: 'file',
  severity: 'information',
  title: 'The form changes here',
  why: 'Logs of different sources were put together. Each line is read in its own form; the same traffic may have been recorded at two points.',
  bad: [`${eni()}\n${keyed({ dstport: '22' })}`],
  good: [`${eni()}\n${eni({ dstport: '22' })}`],
  message: (before, after) =>
    before.title === after.title
      ? `The columns change here to ${listed(after.columns.map(({ name }) => name))}.`
      : `The form changes here from ${before.title} to ${after.title}.`,
};
