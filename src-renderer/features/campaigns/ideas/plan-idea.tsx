import { Button, Modal } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addDays } from '#shared/domain/calendar-days.ts';
import type { PostSummary } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import styles from '../campaigns.module.css';
import pageStyles from '../page/page.module.css';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useToday } from '../use-campaign-words.ts';

/** Gives an idea a day and a time, or the next free slot. */
export function PlanIdea({ idea, onClose }: { idea: PostSummary; onClose(): void }) {
  const { t, language, locale } = useWords();
  const zone = useCall('workspace.current', {}).data?.zone;
  const [chosen, setDay] = useState<string | null>(null);
  const [time, setTime] = useState('09:00');
  const today = useToday();
  const tomorrow = today === null ? null : addDays(today, 1);
  const day = chosen ?? tomorrow;
  const title = idea.title || idea.excerpt || t('ui.untitled');
  const said = (schedule: Schedule): void =>
    notifyUndo(
      t('campaigns.planned', { title, when: formatWallTime(schedule.local, locale) }),
      async () => void (await call('posts.schedule', { moves: [{ id: idea.id, schedule: null }] })),
    );
  const put = async (): Promise<void> => {
    if (day === null || !zone) return;
    const schedule = { local: `${day}T${time}`, zone };
    await call('posts.schedule', { moves: [{ id: idea.id, schedule }] });
    said(schedule);
    onClose();
  };
  const queue = async (): Promise<void> => {
    const { placed } = await call('timing.queue', { ids: [idea.id] });
    const first = placed[0];
    if (first) said(first.schedule);
    else notify(t('campaigns.no-slot'));
    if (first) onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('campaigns.plan-title', { title })} size={420}>
      <form
        className={pageStyles.form}
        onSubmit={(event) => {
          event.preventDefault();
          put().catch(notifyFailure);
        }}
      >
        <div className={pageStyles.pair}>
          <DateInput
            size="xs"
            label={t('campaigns.day')}
            locale={language === 'zh' ? 'zh-cn' : 'en'}
            valueFormat="YYYY-MM-DD"
            value={day}
            onChange={setDay}
          />
          {/* A focused day would open its calendar over the rest. */}
          <TimeField label={t('campaigns.time')} value={time} onChange={setTime} first />
        </div>
        <p className={styles.hint}>{t('campaigns.plan-hint', { zone: zone ?? '' })}</p>
        <div className={pageStyles.buttons}>
          <Button variant="default" onClick={() => void queue().catch(notifyFailure)}>
            {t('campaigns.next-slot')}
          </Button>
          <Button type="submit" disabled={day === null || time === ''}>
            {t('campaigns.plan-do')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
