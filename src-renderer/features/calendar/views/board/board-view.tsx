import type { ViewProps } from '../view-props.ts';

export default function BoardView({ anchor }: ViewProps) {
  return <div data-calendar-view="board" data-day={anchor} />;
}
