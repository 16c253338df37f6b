import { setFlagsFromString } from 'node:v8';

/** How much a function runs before the engine compiles it anew, as it counts: by itself, and here. */
const USUAL_BUDGET = 67_584;
const BUDGET = 300_000;

let underway = 0;

/**
 * Lets the engine compile only what runs very often, until the result is called: most of a file is
 * read by what is compiled already, and to compile the rest takes the processors from it, a tenth of
 * the time of a process that reads 1 GB. Threads should have started before: Node.js does not use what
 * it has compiled under other settings. An engine that does not know the setting says so on stderr.
 */
export function compileLater(): () => void {
  if (underway++ === 0) setBudget(BUDGET);
  return () => {
    if (--underway === 0) setBudget(USUAL_BUDGET);
  };
}

function setBudget(budget: number): void {
  setFlagsFromString(`--interrupt-budget=${budget}`);
}
