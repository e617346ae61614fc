import { Suspense } from 'react';
import { MonthGrid } from './grid/month-grid.tsx';
import { WeekGrid } from './grid/week-grid.tsx';
import type { Arrangement } from './session/arrange.ts';
import type { Density, View } from './session/remembered.ts';
import { lazyViews } from './views/lazy-views.ts';
import type { ViewProps } from './views/view-props.ts';

/** The plan in the chosen view. */
export function CalendarPage({
  view,
  arrangement,
  density,
  shared,
}: {
  view: View;
  arrangement: Arrangement;
  density: Density;
  shared: ViewProps;
}) {
  const { days, anchor, now, weekend } = shared;
  if (view === 'month')
    return (
      <MonthGrid
        days={days}
        month={anchor.slice(0, 7)}
        now={now}
        weekend={weekend}
        density={density}
        arrangement={arrangement}
      />
    );
  if (view === 'week' || view === 'day')
    return (
      <WeekGrid
        key={view}
        days={days}
        now={now}
        weekend={weekend}
        density={density}
        arrangement={arrangement}
      />
    );
  const Lazy = lazyViews[view];
  return (
    <Suspense fallback={null}>
      <Lazy {...shared} />
    </Suspense>
  );
}
