import { Button } from '@mantine/core';
import { memo, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays, type Day, daysBetween, noonOf } from '#shared/domain/calendar-days.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { useCalendarTools } from '../../session/calendar-context.ts';
import type { Grouping } from '../../toolbar/grouping.ts';
import { CampaignBar, useSpanSaving } from './campaign-bar.tsx';
import { TimelineChip } from './timeline-chip.tsx';
import { gapsOf, type TimelineRow } from './timeline-rows.ts';
import styles from './timeline.module.css';

/** Entries of one day that a row shows; the others are behind a button. */
export const mostChips = 3;
/** Days of a campaign that gets dates here. */
const newCampaignDays = 14;

function SetDates({
  campaign,
  row,
  days,
  today,
}: {
  campaign: KitItem<'campaign'>;
  row: TimelineRow;
  days: readonly Day[];
  today: Day;
}) {
  const { t } = useWords();
  const save = useSpanSaving(campaign);
  const first = days[row.cells.findIndex((cell) => cell.length > 0)] ?? today;
  const last = days[row.cells.findLastIndex((cell) => cell.length > 0)];
  const to = last !== undefined && last > first ? last : addDays(first, newCampaignDays - 1);
  return (
    <Button
      size="compact-xs"
      variant="default"
      className={styles.setDates}
      onClick={() => void save({ from: first, to })}
    >
      {t('calendar-views.campaign-dates')}
    </Button>
  );
}

/** One row of the timeline: its name and total, the campaign's bar, and the entries on their days. */
export const TimelineLine = memo(function TimelineLine({
  row,
  group,
  name,
  mark,
  campaign,
  days,
  today,
  now,
  firstKey,
  widthOfDay,
}: {
  row: TimelineRow;
  /** What the rows stand for. */
  group: Grouping<'timeline'>;
  name: string;
  mark: ReactNode;
  campaign: KitItem<'campaign'> | undefined;
  days: readonly Day[];
  today: Day;
  /** Wall time now. */
  now: string;
  /** The entry that takes the focus while none is current. */
  firstKey: string | undefined;
  widthOfDay(): number;
}) {
  const { t, locale } = useWords();
  const tools = useCalendarTools();
  const number = new Intl.NumberFormat(locale);
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long' });
  const from = campaign?.body.from ?? null;
  const to = campaign?.body.to ?? null;
  const start = days[0] ?? today;
  const gaps =
    campaign && from !== null && to !== null
      ? gapsOf(row, Math.max(0, daysBetween(start, from)), Math.min(days.length - 1, daysBetween(start, to)))
      : campaign
        ? []
        : gapsOf(row, 0, days.length - 1);
  return (
    <section className={styles.line} aria-label={name} data-row={row.value} data-rows-by={group}>
      <div className={styles.label}>
        {mark}
        {campaign ? (
          <Link className={styles.name} href={`/campaigns/${campaign.id}`} title={name}>
            {name}
          </Link>
        ) : (
          <span className={styles.name} title={name}>
            {name}
          </span>
        )}
        {campaign && (from === null || to === null) && (
          <SetDates campaign={campaign} row={row} days={days} today={today} />
        )}
        <span className={styles.total} title={t('calendar-views.row-total', { count: row.total })}>
          {number.format(row.total)}
        </span>
      </div>
      <div className={styles.track}>
        {gaps.map((gap) => (
          <span
            key={gap.from}
            className={styles.gap}
            data-low={campaign !== undefined}
            style={{ gridColumn: `${gap.from + 1} / span ${gap.count}` }}
            title={t('calendar-views.gap-days', { count: gap.count })}
          >
            <span className={styles.gapWords}>{number.format(gap.count)}</span>
          </span>
        ))}
        {campaign && from !== null && to !== null && (
          <CampaignBar campaign={campaign} span={{ from, to }} days={days} widthOfDay={widthOfDay} />
        )}
        {row.cells.map((cell, place) => {
          const day = days[place] ?? today;
          const shown = cell.length > mostChips ? cell.slice(0, mostChips - 1) : cell;
          return (
            <div
              key={day}
              className={styles.cell}
              style={{ gridColumn: place + 1 }}
              data-drop="day"
              data-day={day}
              data-low={campaign !== undefined}
            >
              {shown.map(({ entry, wall }) => (
                <TimelineChip
                  key={entry.key}
                  entry={entry}
                  wall={wall}
                  late={wall < now && entry.status !== 'published'}
                  focusable={entry.key === firstKey}
                />
              ))}
              {shown.length < cell.length && (
                <button
                  type="button"
                  className={styles.more}
                  tabIndex={-1}
                  aria-label={t('calendar-views.day-entries', {
                    row: name,
                    day: format.format(noonOf(day)),
                    count: cell.length,
                  })}
                  onClick={(event) => tools.showDay(day, event.currentTarget)}
                >
                  +{number.format(cell.length - shown.length)}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
});
