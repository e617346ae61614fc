import { Button, Popover } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './inspector.module.css';
import { ScheduleForm, timeInWords } from './schedule-form.tsx';

/** Date, time and zone of the post; the derived moment in the viewer's own zone is shown beside it. */
export function ScheduleControl({
  session,
  postId,
  schedule,
  zone,
  opened,
  onOpened,
}: {
  session: PostSession;
  postId: string;
  schedule: Schedule | null;
  /** Zone of the workspace, for posts without one. */
  zone: string;
  opened: boolean;
  onOpened(opened: boolean): void;
}) {
  const { t, locale } = useWords();
  const apply = async (next: Schedule | null): Promise<void> => {
    onOpened(false);
    if (next?.local === schedule?.local && next?.zone === schedule?.zone) return;
    await session.around(() => call('posts.schedule', { moves: [{ id: postId, schedule: next }] }));
    notifyUndo(
      next ? t('composer.scheduled', { when: timeInWords(next, locale) }) : t('composer.unscheduled'),
      async () => {
        await session.around(() => call('plan.undo', {}));
      },
    );
  };
  return (
    <Popover opened={opened} onChange={onOpened} width={300} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<IconCalendarTime size={16} stroke={1.5} />}
          onClick={() => onOpened(!opened)}
        >
          <span className={classes['when']}>
            {schedule ? timeInWords(schedule, locale) : t('composer.noTime')}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <ScheduleForm
            schedule={schedule}
            zone={zone}
            target={session.calm().post.targets[0]}
            clearWord={t('composer.clearTime')}
            onSet={(next) => void apply(next).catch(notifyFailure)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
