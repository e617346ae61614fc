import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { type Selection, useChosenCount } from './session/selection.ts';
import { useNow } from './session/use-now.ts';

/** How many posts are shown and chosen, on the status line. */
export function ShownCount({ shown, selection }: { shown: number; selection: Selection }) {
  const { t, locale } = useWords();
  const chosen = useChosenCount(selection);
  const number = new Intl.NumberFormat(locale);
  const words = { count: number.format(shown), chosen: number.format(chosen) };
  return (
    <Slot name="status-left">
      <span>{chosen > 0 ? t('calendar.shown-chosen', words) : t('calendar.shown', words)}</span>
    </Slot>
  );
}

/** What time it is here when the plan is in another zone. */
export function ZoneStatus({
  zone,
  homeZone,
}: {
  /** The shown one. */
  zone: string;
  /** The workspace's. */
  homeZone: string;
}) {
  const { t } = useWords();
  const now = useNow();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const wallHere = createZoneClock(here).wall(now);
  return (
    <Slot name="status-right">
      {zone !== homeZone && <span>{t('calendar.shown-in', { zone })}</span>}
      {zone === homeZone && wallHere !== createZoneClock(zone).wall(now) && (
        <span>{t('calendar.here', { time: wallHere.slice(11), zone: here })}</span>
      )}
    </Slot>
  );
}
