import { replaced, shown } from './findings';
import { isNamedKind } from './numberFields';
import type { ValueRule } from './rule';
import { nodata } from './sampleLines';

/** What databases, spreadsheets and programs write for "no value". */
const SPELLINGS = /^(?:null|\(null\)|<null>|nil|none|nan|n\/a|#n\/a|undefined|\\n|-{2,}|\?)$/i;

export const absentSpelling: ValueRule = {
  code: 'absent-spelling',
  scope: 'value',
  severity: 'error',
  title: 'Absent value not written as a hyphen',
  why: 'Databases and export tasks fill gaps with a word of their own. In a flow log an absent value is a single hyphen, and anything else is read as a value.',
  bad: [nodata({ action: 'null' }), nodata({ srcport: 'N/A', dstport: 'N/A' })],
  good: [nodata()],
  check(value) {
    if (!isNamedKind(value.field) || !SPELLINGS.test(value.text)) return undefined;
    const message = `${value.field.name} is ${shown(value.text)}: an absent value is written -.`;
    return replaced(value, message, '-');
  },
};
