import type { Steps } from '#shared/plan/steps.ts';

/** Milliseconds of work after which other calls are answered. */
const longest = 15;

/** Answers at once while little time was used, and lets everything that waits go first when it was more. */
export type Breath = () => Promise<void> | undefined;

export function createBreath(): Breath {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longest) return undefined;
    return new Promise((resolve) =>
      setImmediate(() => {
        since = performance.now();
        resolve();
      }),
    );
  };
}

/** Does the steps, and what else waits in between. */
export async function takingTurns<Result>(steps: Steps<Result>, breath: Breath): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const pause = breath();
    if (pause) await pause;
  }
}
