import { ActionIcon, Button, Select, Tooltip } from '@mantine/core';
import { IconCalendarPlus, IconClockPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useKit } from '#renderer/ui/kit.ts';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { useCalendarTools } from '../session/calendar-context.ts';
import { usePlanTools } from '../session/plan-tools.ts';
import styles from './timing.module.css';
import { useMeant } from './use-meant.ts';

const page = 15;

/** The next free slots, each with what can be done there. */
export default function SlotsPanel() {
  const { t, locale } = useWords();
  const { clock, changes } = usePlanTools();
  const { addAt } = useCalendarTools();
  const accounts = useKit('account');
  const slots = useKit('slot');
  const [accountId, setAccountId] = useState<string | null>(null);
  const [count, setCount] = useState(page);
  const free = useCall(
    'slots.next',
    { count, ...(accountId === null ? {} : { accountId }) },
    ['records.changed', 'workspace.changed'],
    { concerns: ({ kind }) => kind === 'post' || kind === 'kit', quiet: 150 },
  );
  const meant = useMeant().find(({ status }) => status !== 'published');
  const edit = (
    <Link href="/settings/slots" className={styles.dim ?? ''}>
      {t('timing.slots-edit')}
    </Link>
  );
  if (slots?.length === 0) {
    return (
      <EmptyState icon={IconClockPlay} title={t('timing.slots-none')} body={t('timing.slots-none-body')}>
        <Button component={Link} href="/settings/slots" size="xs">
          {t('timing.slots-edit')}
        </Button>
      </EmptyState>
    );
  }
  const title = meant?.title || meant?.excerpt || t('ui.untitled');
  const put = (schedule: { local: string; zone: string }): void => {
    if (!meant) return;
    const moves = [{ id: meant.id, targetId: meant.targetId, schedule }];
    void changes.run(
      () => call('posts.schedule', { moves }),
      t('timing.queued-one', { title, when: formatWallTime(schedule.local, locale) }),
    );
  };
  return (
    <div className={styles.panel}>
      {(accounts?.length ?? 0) > 0 && (
        <Select
          size="xs"
          aria-label={t('timing.slot-account')}
          data={[
            { value: '', label: t('timing.all-accounts') },
            ...(accounts ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={accountId ?? ''}
          onChange={(value) => setAccountId(value || null)}
        />
      )}
      {free.failure && <FailureNote error={free.failure} onRetry={free.reload} />}
      {free.data?.length === 0 && <p className={styles.hint}>{t('timing.slots-none-free')}</p>}
      <ul className={styles.list} aria-label={t('timing.slots')}>
        {free.data?.map((turn) => {
          const wall = clock.wall(turn.dueAt);
          const when = formatWallTime(wall, locale);
          const account = accounts?.find(({ id }) => id === turn.accountId)?.name ?? t('timing.any-account');
          return (
            <li key={`${turn.slotId} ${turn.dueAt}`} className={styles.free}>
              <span className={styles.freeWords}>
                <time className={styles.when} dateTime={turn.dueAt}>
                  {when}
                </time>
                <span className={styles.dim}>
                  {[account, turn.pillar].filter((word) => word !== '').join(' · ')}
                </span>
              </span>
              <Tooltip
                label={meant ? t('timing.put-here-what', { title }) : t('timing.put-here-none')}
                multiline
                maw={260}
              >
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-disabled={!meant}
                  data-disabled={meant ? undefined : true}
                  onClick={() => put(turn.schedule)}
                >
                  {t('timing.put-here')}
                </Button>
              </Tooltip>
              <Tooltip label={t('timing.new-here', { when })}>
                <ActionIcon
                  aria-label={t('timing.new-here', { when })}
                  onClick={(event) => addAt(wall, event.currentTarget)}
                >
                  <IconCalendarPlus size={16} stroke={1.5} />
                </ActionIcon>
              </Tooltip>
            </li>
          );
        })}
      </ul>
      {free.data && free.data.length >= count && count < 195 && (
        <Button size="xs" variant="subtle" color="gray" onClick={() => setCount(count + page)}>
          {t('timing.show-more')}
        </Button>
      )}
      {edit}
    </div>
  );
}
