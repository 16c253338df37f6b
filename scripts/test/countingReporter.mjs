import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** The spec reporter, which also leaves its counts in the file of the option `results`. */
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
      writeFileSync(results, JSON.stringify({ passed: passes, failed: failures, pending }));
    });
  }
}
