import { Button, Menu, Select, Skeleton } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { weekOf } from '#shared/domain/calendar-days.ts';
import type { KitBody, KitItem } from '#shared/kit/schema.ts';
import styles from './slots.module.css';
import { SlotWeek, type SlotChanges } from './week-grid.tsx';

type Preset = { weekdays: number[]; times: string[] };

const workingDays = [1, 2, 3, 4, 5];
const everyDay = [0, 1, 2, 3, 4, 5, 6];
const presets: Record<'office' | 'evening' | 'three' | 'daily', Preset> = {
  office: { weekdays: workingDays, times: ['09:00', '12:30', '17:30'] },
  evening: { weekdays: everyDay, times: ['18:30', '21:00'] },
  three: { weekdays: [1, 3, 5], times: ['10:00'] },
  daily: { weekdays: everyDay, times: ['12:00'] },
};

/** A Sunday. */
const sunday = Date.UTC(2026, 0, 4, 12);

function weekdays(locale: string, start: number): { weekday: number; name: string }[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => {
    const weekday = (start + index) % 7;
    return { weekday, name: format.format(sunday + weekday * 86_400_000) };
  });
}

/** Times of the week kept for posting, by account. */
export function SlotsPage() {
  const { t, locale } = useWords();
  const slots = useKit('slot');
  const accounts = useKit('account');
  const workspace = useCall('workspace.current', {}, ['workspace.changed']).data;
  const weekStart = useCall('settings.get', {}, ['settings.changed']).data?.weekStart;
  const [accountId, setAccountId] = useState<string | null>(null);
  if (!slots || !workspace) return <Skeleton height={480} />;
  const week = weekOf(locale);
  const undo = async (): Promise<void> => {
    await call('plan.undo', {});
  };
  const save = async (body: KitBody<'slot'>, slot?: KitItem<'slot'>): Promise<void> => {
    const name = t('timing.slot-name', { time: body.time });
    await call('plan.saveKit', { kind: 'slot', name, body, ...(slot ? { id: slot.id } : {}) });
  };
  const blank = { accountId, zone: null, pillar: '' };
  const done = (work: Promise<void>, said: string): void =>
    void work.then(() => notifyUndo(said, undo), notifyFailure);
  const changes: SlotChanges = {
    add: (weekday, time) =>
      done(save({ ...blank, weekdays: [weekday], time }), t('timing.slot-added', { time })),
    change: (slot, body) => {
      if (JSON.stringify(body) === JSON.stringify(slot.body)) return;
      const { time } = body;
      const said =
        time === slot.body.time ? t('timing.slot-changed', { time }) : t('timing.slot-moved', { time });
      done(save(body, slot), said);
    },
    remove: (slot) =>
      done(
        call('plan.trashKit', { ids: [slot.id], trashed: true }).then(() => undefined),
        t('timing.slot-deleted', { time: slot.body.time }),
      ),
  };
  const start = async ({ weekdays: days, times }: Preset): Promise<void> => {
    const made: string[] = [];
    for (const time of times) {
      const name = t('timing.slot-name', { time });
      const body = { ...blank, weekdays: days, time };
      // One after the other: each is a step of its own.
      // oxlint-disable-next-line no-await-in-loop
      made.push((await call('plan.saveKit', { kind: 'slot', name, body })).item.id);
    }
    notifyUndo(t('timing.preset-made', { count: made.length }), async () => {
      await call('plan.trashKit', { ids: made, trashed: true });
    });
  };
  const words = {
    office: t('timing.preset-office'),
    evening: t('timing.preset-evening'),
    three: t('timing.preset-three'),
    daily: t('timing.preset-daily'),
  };
  return (
    <>
      <p className={styles.lead}>{t('timing.slots-lead')}</p>
      <div className={styles.tools}>
        <Select
          label={t('timing.slot-new-for')}
          data={[
            { value: '', label: t('timing.any-account') },
            ...(accounts ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={accountId ?? ''}
          onChange={(value) => setAccountId(value || null)}
        />
        <Menu position="bottom-start">
          <Menu.Target>
            <Button
              variant={slots.length === 0 ? 'filled' : 'default'}
              leftSection={<IconPlus size={14} stroke={1.5} />}
              rightSection={<IconChevronDown size={14} stroke={1.5} />}
            >
              {t('timing.slot-presets')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['office', 'evening', 'three', 'daily'] as const).map((id) => (
              <Menu.Item key={id} onClick={() => void start(presets[id]).catch(notifyFailure)}>
                {words[id]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      <SlotWeek
        slots={slots}
        accountId={accountId}
        days={weekdays(locale, typeof weekStart === 'number' ? weekStart : week.start)}
        weekend={week.weekend}
        workspaceZone={workspace.zone}
        changes={changes}
      />
    </>
  );
}
