import { Slot } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { type Selection, useChosenCount } from './session/selection.ts';
import { useNow } from './session/use-now.ts';

/** How many posts are shown and chosen; and what time it is here when the plan is in another zone. */
export function CalendarStatus({
  shown,
  selection,
  zone,
  homeZone,
}: {
  shown: number;
  selection: Selection;
  /** The shown one. */
  zone: string;
  /** The workspace's. */
  homeZone: string;
}) {
  const { t, locale } = useWords();
  const chosen = useChosenCount(selection);
  const now = useNow();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const number = new Intl.NumberFormat(locale);
  const wallHere = createZoneClock(here).wall(now);
  return (
    <>
      <Slot name="status-left">
        <span>
          {chosen > 0
            ? t('calendar.shown-chosen', { count: number.format(shown), chosen: number.format(chosen) })
            : t('calendar.shown', { count: number.format(shown) })}
        </span>
      </Slot>
      <Slot name="status-right">
        {zone !== homeZone && <span>{t('calendar.shown-in', { zone })}</span>}
        {zone === homeZone && wallHere !== createZoneClock(zone).wall(now) && (
          <span>{t('calendar.here', { time: wallHere.slice(11), zone: here })}</span>
        )}
      </Slot>
    </>
  );
}
