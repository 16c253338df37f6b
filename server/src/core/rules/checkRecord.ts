import { isGuessed } from '../record/guessed';
import { logStatusOf } from '../record/readValue';
import type { FieldValue, RecordView } from '../record/recordView';
import type { Token } from '../record/tokenize';
import { contradictions } from './dataFields';
import { RULES } from './index';
import { isOrdinaryTogether } from './ordinaryTogether';
import { isOrdinaryValue } from './ordinaryValue';
import type { Finding, RecordRule, Rule, RuleContext, ValueRule } from './rule';

/** A finding and the rule that made it. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

const VALUE_RULES = RULES.filter(rule => rule.scope === 'value');
const RULES_UNDER_OK = VALUE_RULES.filter(rule => !rule.onlyWithoutData);
const RECORD_RULES = RULES.filter(rule => rule.scope === 'record');
const RULES_OF_VALUES = RECORD_RULES.filter(rule => rule.ofValues);
const HEADER_RULES = RULES.filter(rule => rule.scope === 'header');
const LINE_RULES = RULES.filter(rule => rule.scope === 'line');

/** What is wrong with a record: one finding a value at most, then what concerns several. */
export function checkRecord(record: RecordView, context: RuleContext): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const guessed = isGuessed(record);
  const isOk = logStatusOf(record) === 'OK' && contradictions(record) === undefined;
  for (const value of record.values) {
    if (guessed || (isOk && isOrdinaryValue(value, context.latest))) continue;
    const found = firstFinding(VALUE_RULES, value, record, context);
    if (found) findings.push(found);
  }
  if (isOk && isOrdinaryTogether(record)) return findings;
  const isIncomplete = guessed || (record.layout.form !== 'key-value' && record.missing.length > 0);
  for (const rule of RECORD_RULES) {
    if (isIncomplete && !rule.onIncomplete) continue;
    addFindings(findings, rule, record, context);
  }
  return findings;
}

/** What values of a record that are all legal have wrong together, if nothing else is wrong with it. */
export function checkTogether(record: RecordView, context: RuleContext): RuleFinding[] {
  const findings: RuleFinding[] = [];
  for (const rule of RULES_OF_VALUES) addFindings(findings, rule, record, context);
  return findings;
}

/** What is wrong with a value of a record whose log-status is OK and of which all others are in order. */
export function checkValue(
  value: FieldValue,
  record: RecordView,
  context: RuleContext,
): RuleFinding | undefined {
  return firstFinding(RULES_UNDER_OK, value, record, context);
}

function addFindings(
  findings: RuleFinding[],
  rule: RecordRule,
  record: RecordView,
  context: RuleContext,
): void {
  for (const finding of rule.check(record, context)) findings.push({ rule, finding });
}

function firstFinding(
  rules: readonly ValueRule[],
  value: FieldValue,
  record: RecordView,
  context: RuleContext,
): RuleFinding | undefined {
  for (const rule of rules) {
    const finding = rule.check(value, record, context);
    if (finding) return { rule, finding };
  }
  return undefined;
}

/** What is wrong with a line of field names. */
export function checkHeader(names: readonly Token[]): RuleFinding[] {
  return HEADER_RULES.flatMap(rule => rule.check(names).map(finding => ({ rule, finding })));
}

/** What there is to say about a line that reads as nothing. */
export function checkLine(text: string): RuleFinding[] {
  return LINE_RULES.map(rule => ({ rule, finding: rule.check(text) }));
}
