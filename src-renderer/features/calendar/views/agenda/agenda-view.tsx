import type { ViewProps } from '../view-props.ts';

export default function AgendaView({ anchor }: ViewProps) {
  return <div data-calendar-view="agenda" data-day={anchor} />;
}
