import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** The spec reporter, which also leaves counts and failures in the file of the option `results`. */
export default class CountingReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const { results } = options.reporterOptions ?? {};
    if (!results) return;
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      // A failed hook is a failure, too, but the tests after it are not among the counts.
      const reasons = this.failures.map(failed => ({
        title: failed.titlePath().join(' › '),
        reason: String(failed.err?.stack ?? failed.err?.message ?? 'no reason'),
      }));
      const told = { passed: passes, failed: failures, pending, reasons };
      writeFileSync(results, JSON.stringify(told));
    });
  }
}
