import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { BestHours } from '#renderer/ui/insight/best-hours.tsx';
import { MomentField } from '#renderer/ui/moment-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Target } from '#shared/domain/post.ts';
import { localTimeSchema, type Schedule } from '#shared/domain/schedule.ts';
import { clockInWords } from '#shared/plan/recurrence-clock.ts';
import classes from './inspector.module.css';
import { instantOf } from './instant.ts';

/** A time in the window's language, in its own zone or in another. */
export function timeInWords(value: Schedule, locale: string, inZone?: string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' };
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: inZone ?? value.zone });
  return format.format(instantOf(value));
}

/** Date, time and zone, with what they mean here and what a clock change does to them. */
export function ScheduleForm({
  schedule,
  zone,
  clearWord,
  target,
  onSet,
}: {
  schedule: Schedule | null;
  /** Zone where none was chosen. */
  zone: string;
  clearWord: string;
  /** Whose good hours are shown; absent: none. */
  target?: Pick<Target, 'format' | 'accountId'> | undefined;
  onSet(schedule: Schedule | null): void;
}) {
  const { t, say, locale } = useWords();
  const [draft, setDraft] = useState<Schedule>(schedule ?? { local: '', zone });
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const viewerZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const valid = localTimeSchema.safeParse(draft.local).success;
  const change = clockInWords(draft);
  return (
    <form
      className={classes['schedule']}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) onSet(draft);
      }}
    >
      <MomentField
        first
        label={t('composer.localTime')}
        value={draft.local}
        onChange={(local) => setDraft({ ...draft, local })}
      />
      <Select
        label={t('composer.zone')}
        searchable
        data={zones.includes(draft.zone) ? zones : [draft.zone, ...zones]}
        value={draft.zone}
        comboboxProps={{ withinPortal: false }}
        onChange={(chosen) => chosen && setDraft({ ...draft, zone: chosen })}
      />
      <p className={classes['derived']} aria-live="polite">
        {valid && draft.zone !== viewerZone
          ? t('composer.hereIs', { when: timeInWords(draft, locale, viewerZone) })
          : ''}
      </p>
      {change && (
        <p className={classes['clock']} role="status">
          {say(change)}
        </p>
      )}
      <div className={classes['buttons']}>
        <Button variant="subtle" color="gray" disabled={schedule === null} onClick={() => onSet(null)}>
          {clearWord}
        </Button>
        <Button type="submit" disabled={!valid}>
          {t('composer.setTime')}
        </Button>
      </div>
      {target && (
        <BestHours
          platform={target.format.split('/')[0] ?? ''}
          accountId={target.accountId ?? undefined}
          zone={draft.zone}
        />
      )}
    </form>
  );
}
