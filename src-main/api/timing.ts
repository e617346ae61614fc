import { changeSeries, removeFromSeries } from '#main/core/timing/change-series.ts';
import { listEvergreen, planEvergreen } from '#main/core/timing/evergreen.ts';
import { freeSlots, queuePosts } from '#main/core/timing/free-slots.ts';
import { extendSeries, makeSeries, previewSeries } from '#main/core/timing/make-series.ts';
import { applyShift, previewShift } from '#main/core/timing/shift-plan.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';

/** Milliseconds between two looks for posts of series that are due to be made. */
const aDay = 86_400_000;

export function createTimingHandlers(
  context: RecordContext,
): AreaHandlers<'slots' | 'timing' | 'series' | 'evergreen' | 'shift'> {
  return {
    'slots.next': (input) => freeSlots(context, input),
    'timing.queue': (input) => queuePosts(context, input),
    'series.preview': (input) => previewSeries(input),
    'series.make': (input) => makeSeries(context, input),
    'series.change': (input) => changeSeries(context, input),
    'series.remove': (input) => removeFromSeries(context, input),
    'series.extend': () => extendSeries(context),
    'evergreen.next': (input) => listEvergreen(context, input),
    'evergreen.plan': (input) => planEvergreen(context, input),
    'shift.preview': (input) => previewShift(context, input),
    'shift.apply': (input) => applyShift(context, input),
  };
}

/** Makes further posts of series when a workspace opens, and once a day while it is open. Answers how to stop. */
export function keepSeriesGoing(context: RecordContext, log: (line: string) => void): () => void {
  const extend = (): void => {
    try {
      extendSeries(context);
    } catch (error) {
      log(`series: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const stop = context.events.subscribe((name) => {
    if (name === 'workspace.changed') setImmediate(extend);
  });
  const timer = setInterval(extend, aDay);
  timer.unref();
  return () => {
    clearInterval(timer);
    stop();
  };
}
