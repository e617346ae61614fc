/** Where the timeline stands: runs evenly by a monotonic clock, can be held while media are waited for. */
interface TimelineClock {
  /** Seconds. */
  time(): number;
  set(seconds: number): void;
  /** Seconds of the timeline per second; 0 stands still, negative runs backwards. */
  run(rate: number): void;
  rate(): number;
  /** Stands still without forgetting its rate. */
  hold(held: boolean): void;
  held(): boolean;
}

/** `milliseconds` must never run backwards. */
export function createTimelineClock(milliseconds: () => number): TimelineClock {
  let base = 0;
  let since = milliseconds();
  let rate = 0;
  let held = false;
  const time = (): number => (held || rate === 0 ? base : base + ((milliseconds() - since) / 1000) * rate);
  const rest = (): void => {
    base = time();
    since = milliseconds();
  };
  return {
    time,
    set(seconds) {
      base = seconds;
      since = milliseconds();
    },
    run(next) {
      rest();
      rate = next;
    },
    rate: () => rate,
    hold(next) {
      if (next === held) return;
      rest();
      held = next;
    },
    held: () => held,
  };
}
