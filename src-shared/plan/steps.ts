/** Work that pauses: each `yield` is a place at which something else may be done. */
export type Steps<Result> = Generator<void, Result>;

/** Does all of it at once. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
