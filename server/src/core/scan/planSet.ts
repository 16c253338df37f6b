import { BUILT_IN_LAYOUTS, type LayoutSet } from '../layouts/layoutSet';
import { planOf, type Plan } from './plan';

/**
 * The plans that may accept a line, the one that accepted the last line first. Under declared
 * columns a built-in form with as many columns is left out: whether it or the header is right
 * takes a careful look.
 */
export class PlanSet {
  private plans: Plan[] = [];
  /** Changes whenever the plans or their order do. */
  version = 0;

  constructor(
    private readonly layouts: LayoutSet,
    public declared: number,
  ) {
    this.declare(declared);
  }

  /** The plans, in the order in which to try them. */
  inOrder(): readonly Plan[] {
    return this.plans;
  }

  /** Puts another header in force; -1 for none. */
  declare(declared: number): void {
    this.declared = declared;
    this.version++;
    this.plans = [...plansUnder(this.layouts, declared)];
  }

  /** Tries the plan of this layout first from now on. */
  prefer(layout: number): void {
    if (this.plans[0]?.layout === layout) return;
    const at = this.plans.findIndex(plan => plan.layout === layout);
    const plan = this.plans[at];
    if (!plan) return;
    this.plans.splice(at, 1);
    this.plans.unshift(plan);
    this.version++;
  }
}

const known = new WeakMap<LayoutSet, Map<number, readonly Plan[]>>();

/** The plans that may accept lines under a declared layout, made once. */
function plansUnder(layouts: LayoutSet, declared: number): readonly Plan[] {
  const plans = known.get(layouts) ?? new Map<number, readonly Plan[]>();
  known.set(layouts, plans);
  let under = plans.get(declared);
  if (!under) plans.set(declared, (under = makePlans(layouts, declared)));
  return under;
}

function makePlans(layouts: LayoutSet, declared: number): Plan[] {
  const width = declared < 0 ? -1 : layouts.at(declared).columns.length;
  const numbers = BUILT_IN_LAYOUTS.map((layout, number) =>
    layout.columns.length === width ? -1 : number,
  );
  return [declared, ...numbers]
    .filter(number => number >= 0)
    .map(number => planOf(layouts, number))
    .filter(plan => plan !== undefined);
}
