import { Button, Chip, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DayField } from '#renderer/ui/day-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addMonths, weekdayOf } from '#shared/domain/calendar-days.ts';
import { frequencies, partsOf, plainParts, type RuleParts, ruleOf } from '#shared/plan/recurrence-parts.ts';
import styles from './timing.module.css';

/** A Sunday. */
const sunday = Date.UTC(2026, 0, 4, 12);

/** Names of the days of the week, from `weekStart` on. */
export function weekdayNames(
  locale: string,
  weekStart: number,
  weekday: 'short' | 'long' = 'short',
): { weekday: number; name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => {
    const day = (weekStart + index) % 7;
    return { weekday: day, name: format.format(sunday + day * 86_400_000) };
  });
}

function Monthly({
  parts,
  day,
  onChange,
}: {
  parts: RuleParts;
  day: string;
  onChange(monthly: RuleParts['monthly']): void;
}) {
  const { t, locale } = useWords();
  const weekday = weekdayOf(day);
  const nth = Math.min(4, Math.ceil(Number(day.slice(8)) / 7));
  const nths: Record<number, string> = {
    1: t('timing.nth-1'),
    2: t('timing.nth-2'),
    3: t('timing.nth-3'),
    4: t('timing.nth-4'),
    [-1]: t('timing.nth-last'),
  };
  const dayName = (of: number): string =>
    weekdayNames(locale, 0, 'long').find((each) => each.weekday === of)?.name ?? '';
  const choices: RuleParts['monthly'][] = [
    { kind: 'day' },
    { kind: 'last-day' },
    { kind: 'nth', nth, weekday },
    { kind: 'nth', nth: -1, weekday },
  ];
  if (!choices.some((each) => JSON.stringify(each) === JSON.stringify(parts.monthly)))
    choices.push(parts.monthly);
  const wordOf = (each: RuleParts['monthly']): string =>
    each.kind === 'day'
      ? t('timing.monthly-day', { day: Number(day.slice(8)) })
      : each.kind === 'last-day'
        ? t('timing.monthly-last')
        : t('timing.monthly-nth', { nth: nths[each.nth] ?? each.nth, weekday: dayName(each.weekday) });
  return (
    <Select
      label={t('timing.on-monthly')}
      data={choices.map((each) => ({ value: JSON.stringify(each), label: wordOf(each) }))}
      value={JSON.stringify(parts.monthly)}
      onChange={(value) => {
        const chosen = choices.find((each) => JSON.stringify(each) === value);
        if (chosen) onChange(chosen);
      }}
    />
  );
}

function Ending({
  parts,
  day,
  onChange,
}: {
  parts: RuleParts;
  day: string;
  onChange(end: RuleParts['end']): void;
}) {
  const { t } = useWords();
  const { end } = parts;
  return (
    <div className={styles.line}>
      <Select
        className={styles.wide ?? ''}
        label={t('timing.ends')}
        data={[
          { value: 'never', label: t('timing.end-never') },
          { value: 'count', label: t('timing.end-count') },
          { value: 'until', label: t('timing.end-until') },
        ]}
        value={end.kind}
        onChange={(kind) =>
          onChange(
            kind === 'count'
              ? { kind, count: 10 }
              : kind === 'until'
                ? { kind, day: addMonths(day, 3) }
                : { kind: 'never' },
          )
        }
      />
      {end.kind === 'count' && (
        <NumberInput
          className={styles.number ?? ''}
          aria-label={t('timing.end-count')}
          min={1}
          max={1000}
          value={end.count}
          suffix={` ${t('timing.times')}`}
          onChange={(count) => Number(count) >= 1 && onChange({ kind: 'count', count: Number(count) })}
        />
      )}
      {end.kind === 'until' && (
        <DayField
          aria-label={t('timing.until')}
          value={end.day}
          min={day}
          onChange={(value) => value !== '' && onChange({ kind: 'until', day: value })}
        />
      )}
    </div>
  );
}

/** Asks for a rule by its parts, or as text for those who know the language of calendar files. */
export function RuleForm({
  rule,
  start,
  weekStart,
  onChange,
}: {
  rule: string;
  /** Wall time of the first occurrence. */
  start: string;
  weekStart: number;
  onChange(rule: string): void;
}) {
  const { t, locale } = useWords();
  const known = partsOf(rule);
  const [writes, setWrites] = useState(known === null);
  const parts = known ?? plainParts;
  const day = start.slice(0, 10);
  const change = (part: Partial<RuleParts>): void => onChange(ruleOf({ ...parts, ...part }));
  const units = {
    DAILY: t('timing.days'),
    WEEKLY: t('timing.weeks'),
    MONTHLY: t('timing.months'),
    YEARLY: t('timing.years'),
  };
  if (writes) {
    return (
      <div className={styles.form}>
        <TextInput
          label={t('timing.rule')}
          description={t('timing.rule-hint')}
          value={rule}
          spellCheck={false}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          mr="auto"
          onClick={() => {
            if (!known) onChange(ruleOf(plainParts));
            setWrites(false);
          }}
        >
          {t('timing.as-form')}
        </Button>
      </div>
    );
  }
  const weekdays = parts.weekdays.length > 0 ? parts.weekdays : [weekdayOf(day)];
  return (
    <div className={styles.form}>
      <div className={styles.line}>
        <NumberInput
          className={styles.number ?? ''}
          label={t('timing.every')}
          min={1}
          max={99}
          value={parts.interval}
          onChange={(interval) => Number(interval) >= 1 && change({ interval: Number(interval) })}
        />
        <Select
          className={styles.wide ?? ''}
          aria-label={t('timing.frequency')}
          data={frequencies.map((value) => ({ value, label: units[value] }))}
          value={parts.frequency}
          onChange={(value) => {
            const frequency = frequencies.find((each) => each === value);
            if (frequency) change({ frequency });
          }}
        />
      </div>
      {parts.frequency === 'WEEKLY' && (
        <div role="group" aria-label={t('timing.on-days')}>
          <span className={styles.label}>{t('timing.on-days')}</span>
          <Chip.Group
            multiple
            value={weekdays.map(String)}
            onChange={(values) => values.length > 0 && change({ weekdays: values.map(Number) })}
          >
            <div className={styles.line}>
              {weekdayNames(locale, weekStart).map(({ weekday, name }) => (
                <Chip key={weekday} value={String(weekday)} size="xs" variant="light">
                  {name}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </div>
      )}
      {parts.frequency === 'MONTHLY' && (
        <Monthly parts={parts} day={day} onChange={(monthly) => change({ monthly })} />
      )}
      <Ending parts={parts} day={day} onChange={(end) => change({ end })} />
      <Button variant="subtle" color="gray" size="compact-xs" mr="auto" onClick={() => setWrites(true)}>
        {t('timing.as-rule')}
      </Button>
    </div>
  );
}
