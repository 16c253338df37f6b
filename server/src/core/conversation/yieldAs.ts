/** Runs a piece of work as part of a larger one: wherever it pauses, `step` says how far that is. */
export function* yieldAs<Step, Result>(
  work: Generator<unknown, Result>,
  step: Step,
): Generator<Step, Result> {
  let next = work.next();
  for (; !next.done; next = work.next()) yield step;
  return next.value;
}
