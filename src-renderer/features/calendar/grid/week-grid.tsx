import { useElementSize } from '@mantine/hooks';
import { type CSSProperties, useLayoutEffect, useMemo, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type Day, noonOf, weekdayOf } from '#shared/domain/calendar-days.ts';
import type { Arrangement, Placed } from '../session/arrange.ts';
import { useCalendarTools } from '../session/calendar-context.ts';
import { DayMarks } from '../dates/day-marks.tsx';
import type { Density } from '../session/remembered.ts';
import { CampaignStrip } from './campaign-strip.tsx';
import { DayColumn, usualSnap } from './day-column.tsx';
import { type FreeTurn, useFreeTurns } from './use-free-turns.ts';
import styles from './week.module.css';

const none: readonly Placed[] = [];
const noTurns: readonly FreeTurn[] = [];
const hours = Array.from({ length: 24 }, (_, hour) => hour);
/** Narrowest card that still shows a time, in pixels. */
const narrowest = 50;
/** The same where one day has the whole width: title and platforms. */
const narrowestOfOne = 150;
/** Minutes a drop is rounded to where a day has the room. */
const fineSnap = 5;
/** Hour at the top when hours are first shown; later the one that was left. */
const firstHour = 6.75;
const minutesOfDay = 1440;
/** What a single day shows above now or its first post, an hour with its name, and of it at least; in minutes. */
const minutesAbove = 70;
const minutesShown = 30;
/** Minutes on each side of now in which its words cover those of an hour. */
const minutesCovered = 12;
const rememberedScroll = 'galley.calendar.hour';

/** The hours of one or seven days; cards stand at their time, overlapping ones side by side. */
export function WeekGrid({
  days,
  now,
  weekend,
  density,
  arrangement,
}: {
  days: readonly Day[];
  now: string;
  weekend: readonly number[];
  density: Density;
  arrangement: Arrangement;
}) {
  const { t, locale } = useWords();
  const { clock } = useCalendarTools();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref, width } = useElementSize();
  const today = now.slice(0, 10);
  const nowMinute = Number(now.slice(11, 13)) * 60 + Number(now.slice(14));
  const names = useMemo(
    () => ({
      weekday: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }),
      number: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric' }),
      full: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }),
    }),
    [locale],
  );
  const free = useFreeTurns(days, today, clock);
  // The time of now stands in the place of an hour that it would cover.
  const isClear = (hour: number): boolean =>
    !days.includes(today) || Math.abs(hour * 60 - nowMinute) > minutesCovered;
  const changes = useMemo(() => days.map((day) => clock.changeOn(day)), [days, clock]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const stored = Number(sessionStorage.getItem(rememberedScroll) ?? Number.NaN);
    element.scrollTop = (element.scrollHeight * (Number.isFinite(stored) ? stored : firstHour)) / 24;
  }, []);

  // A single day shows its first post, or what time it is, however it was left.
  const single = days.length === 1 ? days[0] : undefined;
  const firstPost = single === undefined ? undefined : arrangement.byDay.get(single)?.[0]?.minute;
  const wanted = single === undefined ? null : single === today ? nowMinute : (firstPost ?? null);
  const shownDay = useRef('');
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || single === undefined || wanted === null || shownDay.current === single) return;
    const opening = shownDay.current === '';
    shownDay.current = single;
    const minutes = element.scrollHeight / minutesOfDay;
    const top = element.scrollTop / minutes;
    const seen = wanted >= top && wanted + minutesShown <= top + element.clientHeight / minutes;
    if (opening || !seen) element.scrollTop = Math.max(0, wanted - minutesAbove) * minutes;
  }, [single, wanted]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: cards stand at their time, not in rows
    <div
      className={styles.week}
      role="grid"
      aria-label={days.length === 1 ? t('calendar.day-grid') : t('calendar.week-grid')}
      data-calendar-grid
      data-density={density}
      data-single={days.length === 1}
      style={{ '--days': days.length } as CSSProperties}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className={styles.names} role="row" tabIndex={-1}>
        <span />
        {days.map((day) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <span
            key={day}
            className={styles.name}
            role="columnheader"
            tabIndex={-1}
            data-today={day === today}
            data-weekend={weekend.includes(weekdayOf(day))}
          >
            {names.weekday.format(noonOf(day))}
            <strong className={styles.number}>{names.number.format(noonOf(day))}</strong>
            <span className={styles.marks}>
              <DayMarks day={day} />
            </span>
          </span>
        ))}
      </div>
      <CampaignStrip days={days} />
      <div
        className={styles.scroller}
        ref={scroller}
        data-calendar-scroll
        onScroll={({ currentTarget: { scrollTop, scrollHeight } }) =>
          sessionStorage.setItem(rememberedScroll, String((scrollTop / scrollHeight) * 24))
        }
      >
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div className={styles.hours} role="row" tabIndex={-1} ref={ref}>
          <div className={styles.gutter} aria-hidden>
            {hours
              .slice(1)
              .filter(isClear)
              .map((hour) => (
                <span key={hour} className={styles.hour} style={{ top: `${(hour / 24) * 100}%` }}>
                  {`${String(hour).padStart(2, '0')}:00`}
                </span>
              ))}
            {days.includes(today) && (
              <span className={styles.nowTime} style={{ top: `${(nowMinute / 1440) * 100}%` }}>
                {now.slice(11)}
              </span>
            )}
          </div>
          {days.map((day, index) => (
            <DayColumn
              key={day}
              day={day}
              label={names.full.format(noonOf(day))}
              free={free.get(day) ?? noTurns}
              posts={arrangement.byDay.get(day) ?? none}
              lanes={Math.max(
                2,
                Math.floor(width / (days.length + 0.4) / (days.length === 1 ? narrowestOfOne : narrowest)),
              )}
              snap={days.length === 1 ? fineSnap : usualSnap}
              pictured={density === 'pictures'}
              change={changes[index] ?? null}
              weekend={weekend.includes(weekdayOf(day))}
              lateBefore={day < today ? '9' : day === today ? now : ''}
              nowMinute={day === today ? nowMinute : null}
            />
          ))}
        </div>
      </div>
    </div>
  );
}
