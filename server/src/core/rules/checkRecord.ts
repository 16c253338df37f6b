import { isGuessed } from '../record/guessed';
import { logStatusOf } from '../record/readValue';
import type { RecordView } from '../record/recordView';
import type { Token } from '../record/tokenize';
import { contradictions } from './dataFields';
import { RULES } from './index';
import { isOrdinaryTogether } from './ordinaryTogether';
import { isOrdinaryValue } from './ordinaryValue';
import type { Finding, Rule, RuleContext } from './rule';

/** A finding and the rule that made it. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

const VALUE_RULES = RULES.filter(rule => rule.scope === 'value');
const RECORD_RULES = RULES.filter(rule => rule.scope === 'record');
const HEADER_RULES = RULES.filter(rule => rule.scope === 'header');
const LINE_RULES = RULES.filter(rule => rule.scope === 'line');

/** What is wrong with a record: one finding a value at most, then what concerns several. */
export function checkRecord(record: RecordView, context: RuleContext): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const guessed = isGuessed(record);
  const isOk = logStatusOf(record) === 'OK' && contradictions(record) === undefined;
  for (const value of record.values) {
    if (guessed || (isOk && isOrdinaryValue(value, context.latest))) continue;
    for (const rule of VALUE_RULES) {
      const finding = rule.check(value, record, context);
      if (!finding) continue;
      findings.push({ rule, finding });
      break;
    }
  }
  if (isOk && isOrdinaryTogether(record)) return findings;
  const isIncomplete = guessed || (record.layout.form !== 'key-value' && record.missing.length > 0);
  for (const rule of RECORD_RULES) {
    if (isIncomplete && !rule.onIncomplete) continue;
    for (const finding of rule.check(record, context)) findings.push({ rule, finding });
  }
  return findings;
}

/** What is wrong with a line of field names. */
export function checkHeader(names: readonly Token[]): RuleFinding[] {
  return HEADER_RULES.flatMap(rule => rule.check(names).map(finding => ({ rule, finding })));
}

/** What there is to say about a line that reads as nothing. */
export function checkLine(text: string): RuleFinding[] {
  return LINE_RULES.map(rule => ({ rule, finding: rule.check(text) }));
}
