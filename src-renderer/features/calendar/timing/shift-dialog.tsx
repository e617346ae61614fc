import { Button, Modal, NumberInput, Select, Switch } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallInput, CallOutput } from '#shared/contract/index.ts';
import { daysOfShift, type ShiftNote } from '#shared/plan/shift.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import styles from './timing.module.css';
import { useMeant } from './use-meant.ts';

function ShiftTable({ preview }: { preview: CallOutput<'shift.preview'> | undefined }) {
  const { t, locale } = useWords();
  const marks: Record<ShiftNote, string> = {
    gap: t('timing.mark-gap'),
    overlap: t('timing.mark-overlap'),
    collides: t('timing.mark-collides'),
    past: t('timing.mark-past'),
  };
  const rest = preview ? preview.total - preview.rows.length : 0;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('timing.shift-post')}</th>
            <th scope="col" className={styles.narrow}>
              {t('timing.shift-before')}
            </th>
            <th scope="col" className={styles.narrow}>
              {t('timing.shift-after')}
            </th>
            <th scope="col" className={styles.narrow}>
              {t('timing.shift-notes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {preview?.rows.map(({ key, title, before, after, notes }) => (
            <tr key={key}>
              <th scope="row">{title || t('ui.untitled')}</th>
              <td className={styles.was}>{formatWallTime(before.local, locale)}</td>
              <td>{formatWallTime(after.local, locale)}</td>
              <td className={styles.notes}>{notes.map((note) => marks[note]).join(', ')}</td>
            </tr>
          ))}
          {rest > 0 && (
            <tr>
              <td colSpan={4} className={styles.was}>
                {t('timing.shift-more', { count: rest })}
              </td>
            </tr>
          )}
          {preview?.total === 0 && (
            <tr>
              <td colSpan={4} className={styles.was}>
                {t('timing.shift-none')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

/** Moves many posts at once, with each time before and after in sight. */
export function ShiftDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const { entries, zone, today, changes } = usePlanTools();
  const meant = useMeant();
  const [scope, setScope] = useState<string>(meant.length > 1 ? 'chosen' : 'shown');
  const [from, setFrom] = useState(today);
  const [days, setDays] = useState(1);
  const [minutes, setMinutes] = useState(0);
  const [keepWeekdays, setKeepWeekdays] = useState(false);
  const shift = { days, minutes, keepWeekdays };
  const idsOf = (of: readonly { id: string }[]): string[] => [...new Set(of.map(({ id }) => id))];
  const input: CallInput<'shift.preview'> = {
    zone,
    ...shift,
    ...(scope === 'from' ? { from: `${from}T00:00` } : { ids: idsOf(scope === 'chosen' ? meant : entries) }),
  };
  const [asked] = useDebouncedValue(JSON.stringify(input), 150);
  const preview = useCall('shift.preview', JSON.parse(asked) as CallInput<'shift.preview'>);
  const moves = days !== 0 || minutes !== 0;
  const total = preview.data?.total ?? 0;
  const apply = (): void => {
    onClose();
    void changes.run(() => call('shift.apply', input), t('timing.shifted', { count: total }));
  };
  return (
    <Modal opened onClose={onClose} size={880} title={t('timing.shift-title')}>
      <div className={styles.form}>
        <div className={styles.line}>
          <Select
            className={styles.wide ?? ''}
            label={t('timing.shift-what')}
            data={[
              ...(meant.length > 0
                ? [{ value: 'chosen', label: t('timing.shift-chosen', { count: idsOf(meant).length }) }]
                : []),
              { value: 'shown', label: t('timing.shift-shown', { count: idsOf(entries).length }) },
              { value: 'from', label: t('timing.shift-from') },
            ]}
            value={scope}
            onChange={(value) => value && setScope(value)}
          />
          {scope === 'from' && (
            <DayField
              label={t('timing.shift-from-day')}
              value={from}
              onChange={(value) => value !== '' && setFrom(value)}
            />
          )}
          <NumberInput
            className={styles.number ?? ''}
            label={t('timing.shift-days')}
            min={-3660}
            max={3660}
            allowDecimal={false}
            value={days}
            data-autofocus
            onChange={(value) => setDays(Math.round(Number(value) || 0))}
          />
          <NumberInput
            className={styles.number ?? ''}
            label={t('timing.shift-minutes')}
            min={-1439}
            max={1439}
            step={15}
            allowDecimal={false}
            value={minutes}
            onChange={(value) => setMinutes(Math.round(Number(value) || 0))}
          />
        </div>
        <Switch
          size="xs"
          label={
            keepWeekdays && days !== 0
              ? t('timing.shift-weeks', { days: daysOfShift(shift) })
              : t('timing.shift-weekdays')
          }
          checked={keepWeekdays}
          onChange={(event) => setKeepWeekdays(event.currentTarget.checked)}
        />
        {preview.failure ? (
          <FailureNote error={preview.failure} onRetry={preview.reload} />
        ) : (
          <ShiftTable preview={preview.data} />
        )}
      </div>
      <div className={styles.foot}>
        <span className={`${styles.hint} ${styles.first}`} aria-live="polite">
          {moves
            ? t('timing.shift-summary', { count: total, published: preview.data?.published ?? 0 })
            : t('timing.shift-nothing')}
        </span>
        <Button variant="default" onClick={onClose}>
          {t('timing.cancel')}
        </Button>
        <Button disabled={!moves || total === 0} onClick={apply}>
          {t('timing.shift-apply', { count: total })}
        </Button>
      </div>
    </Modal>
  );
}
