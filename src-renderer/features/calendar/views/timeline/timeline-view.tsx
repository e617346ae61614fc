import { useVirtualizer } from '@tanstack/react-virtual';
import { IconTimeline } from '@tabler/icons-react';
import { type CSSProperties, type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { weekdayOf } from '#shared/domain/calendar-days.ts';
import { useCalendarTools } from '../../session/calendar-context.ts';
import { usePlanTools } from '../../session/plan-tools.ts';
import { platformsOfEntry } from '#shared/plan/filter.ts';
import { type Grouping, useGrouping } from '../../toolbar/grouping.ts';
import { followFocus } from '../parts/follow-focus.ts';
import type { ViewProps } from '../view-props.ts';
import styles from './timeline.module.css';
import { TimelineHead } from './timeline-head.tsx';
import { mostChips, TimelineLine } from './timeline-line.tsx';
import { rowBeside, type TimelineRow, timelineRows } from './timeline-rows.ts';

/** Pixels of one entry with its gap, of a campaign's bar, and of the room above and below; as in the style sheet. */
const chipHeight = 22;
const barHeight = 28;
const roomHeight = 14;
const nothing: readonly string[] = [];

/** Six weeks with a row for each account, campaign or pillar. */
export default function TimelineView({
  entries,
  days,
  today,
  now,
  clock,
  weekend,
  locale,
  onOpenDay,
}: ViewProps) {
  const { t } = useWords();
  const { selection } = useCalendarTools();
  const { changes, postsOf } = usePlanTools();
  const group = useGrouping('timeline');
  const accounts = useKit('account');
  const campaigns = useKit('campaign');
  const pillars = useKit('pillar');
  const scroller = useRef<HTMLDivElement>(null);
  const known = useMemo(
    () =>
      (group === 'account'
        ? accounts?.map(({ id }) => id)
        : (group === 'campaign' ? campaigns : pillars)?.map(({ name }) => name)) ?? nothing,
    [group, accounts, campaigns, pillars],
  );
  const nameOf = useCallback(
    (value: string): string => {
      const none: Record<Grouping<'timeline'>, string> = {
        account: t('calendar-views.no-account'),
        campaign: t('calendar-views.no-campaign'),
        pillar: t('calendar-views.no-pillar'),
      };
      if (value === '') return none[group];
      if (group !== 'account') return value;
      return accounts?.find(({ id }) => id === value)?.name ?? t('calendar-views.unknown-account');
    },
    [group, accounts, t],
  );
  const rows = useMemo(() => {
    const order = new Intl.Collator(locale, { numeric: true });
    return timelineRows(entries, group, known, days, clock).sort((one, other) =>
      one.value === '' ? 1 : other.value === '' ? -1 : order.compare(nameOf(one.value), nameOf(other.value)),
    );
  }, [entries, group, known, days, clock, locale, nameOf]);
  const campaignOf = (row: TimelineRow) =>
    group === 'campaign' ? campaigns?.find(({ name }) => name === row.value) : undefined;
  const heightOf = (row: TimelineRow | undefined): number => {
    if (!row) return 0;
    const most = row.cells.reduce((top, cell) => Math.max(top, cell.length), 1);
    return roomHeight + Math.min(most, mostChips) * chipHeight + (campaignOf(row) ? barHeight : 0);
  };
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => `${group} ${rows[index]?.value} ${heightOf(rows[index])}`,
    overscan: 3,
  });
  const widthOfDay = useCallback((): number => {
    const track = scroller.current?.querySelector<HTMLElement>('[data-track]');
    return Math.max(1, (track?.getBoundingClientRect().width ?? days.length) / days.length);
  }, [days.length]);

  /** Puts what is chosen, else the entry of the chip, into the next row that takes it; its day stays. */
  const toRow = (chip: HTMLElement, from: string, step: -1 | 1): void => {
    const key = chip.dataset['post'] ?? '';
    const moving = postsOf(selection.chosen.has(key) ? selection.chosen : [key]);
    const platforms = group === 'account' ? moving.flatMap(platformsOfEntry) : null;
    const to = rowBeside(rows, from, step, ({ value }) => {
      const platform = accounts?.find(({ id }) => id === value)?.body.platform;
      return platforms === null || value === '' || (platform !== undefined && platforms.includes(platform));
    });
    if (!to) return notify(t('calendar-views.no-row-there'));
    selection.goTo(selection.place.day, key);
    void changes.place(
      moving.map((post) => ({ post, schedule: post.schedule })),
      { from, to: { by: group, value: to.value }, name: nameOf(to.value) },
    );
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    const chip =
      event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-post]') : null;
    if (!chip || !event.key.startsWith('Arrow')) return;
    if (event.altKey && event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    const line = chip.closest<HTMLElement>('[data-row]');
    if (event.altKey) return toRow(chip, line?.dataset['row'] ?? '', event.key === 'ArrowUp' ? -1 : 1);
    const inLine = [...(line?.querySelectorAll<HTMLElement>('[data-post]') ?? [])];
    let next: HTMLElement | undefined;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      next = inLine[inLine.indexOf(chip) + (event.key === 'ArrowLeft' ? -1 : 1)];
    else {
      const up = event.key === 'ArrowUp';
      const box = chip.getBoundingClientRect();
      const others = [...(scroller.current?.querySelectorAll<HTMLElement>('[data-post]') ?? [])]
        .map((each) => ({ each, at: each.getBoundingClientRect() }))
        .filter(({ at }) => (up ? at.top < box.top : at.top > box.top));
      const distance = ({ at }: (typeof others)[number]): number =>
        Math.abs(at.top - box.top) + Math.abs(at.left - box.left) * 2;
      next = others.sort((one, other) => distance(one) - distance(other))[0]?.each;
    }
    const key = next?.dataset['post'];
    if (!next || key === undefined) return;
    if (event.shiftKey) selection.add(chip.dataset['post'] ?? key, key);
    else selection.clear();
    selection.goTo(next.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? selection.place.day, key);
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };

  const firstKey = rows.find((row) => row.total > 0)?.cells.find((cell) => cell.length > 0)?.[0]?.entry.key;
  const groupWords: Record<Grouping<'timeline'>, string> = {
    account: t('calendar-views.filter-account'),
    campaign: t('calendar-views.filter-campaign'),
    pillar: t('calendar-views.filter-pillar'),
  };
  if (rows.length === 0)
    return (
      <div className={styles.timeline} data-calendar-view="timeline">
        <EmptyState
          icon={IconTimeline}
          title={t('calendar-views.timeline-empty')}
          body={t('calendar-views.timeline-empty-body')}
        />
      </div>
    );
  const sized: CSSProperties & Record<'--days', number> = { '--days': days.length };
  return (
    <div className={styles.timeline} ref={scroller} data-calendar-view="timeline" style={sized}>
      <div
        className={styles.sheet}
        role="group"
        aria-label={t('calendar-views.timeline-of', { what: groupWords[group] })}
        aria-description={t('calendar-views.timeline-hint')}
        data-calendar-grid
        onKeyDown={onKeyDown}
        onFocus={(event) => followFocus(event, selection)}
      >
        <TimelineHead days={days} today={today} weekend={weekend} onOpenDay={onOpenDay} />
        <div className={styles.rows} style={{ height: list.getTotalSize() }}>
          <div className={styles.backdrop} aria-hidden>
            <span className={styles.backLabel} />
            <span className={styles.backTrack} data-track>
              {days.map((day) => (
                <span
                  key={day}
                  className={styles.backDay}
                  data-today={day === today}
                  data-weekend={weekend.includes(weekdayOf(day))}
                />
              ))}
            </span>
          </div>
          {list.getVirtualItems().map(({ index, start, size, key }) => {
            const row = rows[index];
            if (!row) return null;
            const campaign = campaignOf(row);
            const hue =
              campaign?.body.hue ??
              (group === 'pillar' ? pillars?.find(({ name }) => name === row.value)?.body.hue : undefined);
            const account = group === 'account' ? accounts?.find(({ id }) => id === row.value) : undefined;
            return (
              <div
                key={key}
                className={styles.place}
                style={{ height: size, transform: `translateY(${start}px)` }}
              >
                <TimelineLine
                  row={row}
                  group={group}
                  name={nameOf(row.value)}
                  mark={
                    account ? (
                      <PlatformBadge format={account.body.platform} size={15} />
                    ) : (
                      <span
                        className={styles.hue}
                        style={hue ? { background: hue } : undefined}
                        aria-hidden
                      />
                    )
                  }
                  campaign={campaign}
                  days={days}
                  today={today}
                  now={now}
                  firstKey={firstKey}
                  widthOfDay={widthOfDay}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
