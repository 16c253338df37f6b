import { LazyView } from '../record/lazyView';
import type { FieldValue, RecordView } from '../record/recordView';
import { checkValue } from '../rules/checkRecord';
import type { Rule, RuleContext } from '../rules/rule';

/** Texts of one field that are remembered; after more of them all are forgotten. */
const MOST_TEXTS = 4096;

/**
 * The rules that report on values that are wrong in records otherwise in order. In many a log the same
 * few values are wrong again and again, and need not be shown to every rule each time.
 */
export class KnownRules {
  private readonly byField = new Map<string, Map<string, Rule | undefined>>();

  constructor(private readonly context: RuleContext) {}

  /** The rule that owns a value; `read` gives its record. */
  ruleOf(value: FieldValue, read: () => RecordView): Rule | undefined {
    const known = this.textsOf(value.field.name);
    const rule = known.get(value.text);
    if (rule || known.has(value.text)) return rule;
    if (known.size === MOST_TEXTS) known.clear();
    const found = checkValue(value, new LazyView(read), this.context)?.rule;
    known.set(value.text, found);
    return found;
  }

  private textsOf(field: string): Map<string, Rule | undefined> {
    let texts = this.byField.get(field);
    if (!texts) this.byField.set(field, (texts = new Map<string, Rule | undefined>()));
    return texts;
  }
}
