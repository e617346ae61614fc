import type { ViewProps } from '../view-props.ts';

export default function YearView({ anchor }: ViewProps) {
  return <div data-calendar-view="year" data-day={anchor} />;
}
