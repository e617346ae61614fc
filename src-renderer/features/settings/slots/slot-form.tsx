import { Button, Chip, Select } from '@mantine/core';
import { useMemo } from 'react';
import { useKit } from '#renderer/ui/kit.ts';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { KitBody, KitItem } from '#shared/kit/schema.ts';
import styles from './slots.module.css';

/** Everything of one slot; each change is kept at once. */
export function SlotForm({
  slot,
  days,
  workspaceZone,
  onChange,
  onDelete,
}: {
  slot: KitItem<'slot'>;
  days: readonly { weekday: number; name: string }[];
  workspaceZone: string;
  onChange(body: KitBody<'slot'>): void;
  onDelete(): void;
}) {
  const { t } = useWords();
  const { body } = slot;
  const accounts = useKit('account') ?? [];
  const pillars = useKit('pillar') ?? [];
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const change = (part: Partial<KitBody<'slot'>>): void => onChange({ ...body, ...part });
  const names = [...new Set([...pillars.map(({ name }) => name), ...(body.pillar ? [body.pillar] : [])])];
  const inPlace = { withinPortal: false };
  return (
    <div className={styles.form}>
      <TimeField label={t('timing.time')} value={body.time} first onChange={(time) => change({ time })} />
      <div role="group" aria-label={t('timing.slot-days')}>
        <span className={styles.label}>{t('timing.slot-days')}</span>
        <Chip.Group
          multiple
          value={body.weekdays.map(String)}
          onChange={(values) =>
            values.length > 0 && change({ weekdays: values.map(Number).toSorted((a, b) => a - b) })
          }
        >
          <div className={styles.days}>
            {days.map(({ weekday, name }) => (
              <Chip key={weekday} value={String(weekday)} size="xs" variant="light">
                {name}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      </div>
      <Select
        label={t('timing.slot-account')}
        comboboxProps={inPlace}
        data={[
          { value: '', label: t('timing.any-account') },
          ...accounts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={body.accountId ?? ''}
        onChange={(value) => change({ accountId: value || null })}
      />
      <Select
        label={t('timing.slot-zone')}
        searchable
        comboboxProps={inPlace}
        data={[
          { value: '', label: t('timing.slot-zone-own', { zone: workspaceZone }) },
          ...zones.map((zone) => ({ value: zone, label: zone })),
        ]}
        value={body.zone ?? ''}
        onChange={(value) => change({ zone: value || null })}
      />
      <Select
        label={t('timing.slot-pillar')}
        comboboxProps={inPlace}
        data={[
          { value: '', label: t('timing.slot-pillar-any') },
          ...names.map((name) => ({ value: name, label: name })),
        ]}
        value={body.pillar}
        onChange={(value) => change({ pillar: value ?? '' })}
      />
      <div className={styles.buttons}>
        <Button variant="subtle" color="gray" size="xs" onClick={onDelete}>
          {t('timing.slot-delete')}
        </Button>
      </div>
    </div>
  );
}
