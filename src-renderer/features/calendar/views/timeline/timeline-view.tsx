import type { ViewProps } from '../view-props.ts';

export default function TimelineView({ anchor }: ViewProps) {
  return <div data-calendar-view="timeline" data-day={anchor} />;
}
