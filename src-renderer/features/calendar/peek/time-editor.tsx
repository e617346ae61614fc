import { Button, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { MomentField } from '#renderer/ui/moment-field.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { localTimeSchema, type Schedule } from '#shared/domain/schedule.ts';
import { clockInWords } from '#shared/plan/recurrence-clock.ts';
import styles from './peek.module.css';

/** Wall time and zone of a post, with what it means elsewhere and what a clock change does to it. */
export function TimeEditor({
  schedule,
  zone,
  readOnly,
  onSet,
}: {
  schedule: Schedule | null;
  /** Zone of the calendar. */
  zone: string;
  readOnly: boolean;
  onSet(schedule: Schedule): void;
}) {
  const { t, say, locale } = useWords();
  const [draft, setDraft] = useState<Schedule>(schedule ?? { local: '', zone });
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const valid = localTimeSchema.safeParse(draft.local).success;
  const changed = draft.local !== schedule?.local || draft.zone !== schedule?.zone;
  const change = clockInWords(draft);
  const elsewhere = valid
    ? [...new Set([zone, here])]
        .filter((each) => each !== draft.zone)
        .map((each) => ({ zone: each, wall: createZoneClock(each).wall(dueInstant(draft)) }))
        .filter(({ wall }) => wall !== draft.local)
    : [];
  return (
    <form
      className={styles.time}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid && changed) onSet(draft);
      }}
    >
      <div className={styles.timeFields}>
        <MomentField
          label={t('calendar.local-time')}
          bare
          value={draft.local}
          disabled={readOnly}
          onChange={(local) => setDraft({ ...draft, local })}
        />
        <Button type="submit" disabled={!valid || !changed || readOnly}>
          {t('calendar.set-time')}
        </Button>
      </div>
      <Select
        aria-label={t('calendar.zone')}
        searchable
        data={zones.includes(draft.zone) ? zones : [draft.zone, ...zones]}
        value={draft.zone}
        disabled={readOnly}
        comboboxProps={{ withinPortal: false }}
        onChange={(chosen) => chosen && setDraft({ ...draft, zone: chosen })}
      />
      {elsewhere.map((each) => (
        <p className={styles.dim} key={each.zone}>
          {t('calendar.elsewhere', { when: formatWallTime(each.wall, locale), zone: each.zone })}
        </p>
      ))}
      {change && (
        <p className={styles.warning} role="status">
          {say(change)}
        </p>
      )}
      {readOnly && <p className={styles.dim}>{t('calendar.published-fixed')}</p>}
    </form>
  );
}
