import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays, addMonths, type Day, monthDays, noonOf } from '#shared/domain/calendar-days.ts';
import styles from './mini-month.module.css';

/** Posts on a day from which its mark has that strength. */
const steps = [1, 4, 10];

/** A small month: how much each day holds, which days are shown, and a way to any of them. */
export function MiniMonth({
  anchor,
  shown,
  today,
  zone,
  weekStart,
  onGo,
}: {
  anchor: Day;
  /** The days of the view. */
  shown: readonly Day[];
  today: Day;
  zone: string;
  weekStart: number;
  onGo(day: Day): void;
}) {
  const { t, locale } = useWords();
  const [turned, setTurned] = useState({ anchor, month: `${anchor.slice(0, 7)}-01` });
  // It follows the view until it is turned by itself.
  const month = turned.anchor === anchor ? turned.month : `${anchor.slice(0, 7)}-01`;
  const days = useMemo(() => monthDays(month, weekStart), [month, weekStart]);
  const first = days[0] ?? month;
  const last = days.at(-1) ?? month;
  const density = useCall(
    'plan.density',
    { from: `${first}T00:00`, to: `${addDays(last, 1)}T00:00`, zone },
    ['records.changed', 'workspace.changed'],
    { concerns: (event) => !('kind' in event) || event.kind !== 'kit', quiet: 250 },
  );
  const counts = useMemo(() => new Map(density.data?.map(({ day, total }) => [day, total])), [density.data]);
  const names = useMemo(() => {
    const of = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
    return {
      title: of({ month: 'long', year: 'numeric' }),
      weekday: of({ weekday: 'narrow' }),
      full: of({ dateStyle: 'full' }),
    };
  }, [locale]);
  const turn = (step: number): void => setTurned({ anchor, month: addMonths(month, step) });
  const shownFirst = shown[0] ?? '';
  const shownLast = shown.at(-1) ?? '';
  return (
    <section className={styles.mini} aria-label={t('calendar.small-month')}>
      <header className={styles.header}>
        <span className={styles.title}>{names.title.format(noonOf(month))}</span>
        <ActionIcon size="sm" aria-label={t('calendar.previous-month')} onClick={() => turn(-1)}>
          <IconChevronLeft size={15} stroke={1.5} />
        </ActionIcon>
        <ActionIcon size="sm" aria-label={t('calendar.next-month')} onClick={() => turn(1)}>
          <IconChevronRight size={15} stroke={1.5} />
        </ActionIcon>
      </header>
      <div className={styles.days}>
        {days.slice(0, 7).map((day) => (
          <span key={day} className={styles.weekday} aria-hidden>
            {names.weekday.format(noonOf(day))}
          </span>
        ))}
        {days.map((day) => {
          const count = counts.get(day) ?? 0;
          return (
            <button
              type="button"
              key={day}
              className={styles.day}
              tabIndex={day === anchor ? 0 : -1}
              data-drop="day"
              data-day={day}
              data-in-month={day.startsWith(month.slice(0, 7))}
              data-shown={day >= shownFirst && day <= shownLast}
              data-today={day === today}
              data-strength={steps.filter((step) => count >= step).length}
              aria-label={t('calendar.day-label', { day: names.full.format(noonOf(day)), count })}
              {...(day === today ? { 'aria-current': 'date' as const } : {})}
              onClick={() => onGo(day)}
              onKeyDown={(event) => {
                const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
                if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                event.stopPropagation();
                const goal = `[data-day="${addDays(day, step)}"]`;
                event.currentTarget.parentElement?.querySelector<HTMLElement>(goal)?.focus();
              }}
            >
              {Number(day.slice(8))}
            </button>
          );
        })}
      </div>
    </section>
  );
}
