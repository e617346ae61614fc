import { Popover } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState, useSyncExternalStore } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { Target } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './own-times.module.css';
import { ScheduleForm, timeInWords } from './schedule-form.tsx';

function OwnTime({
  session,
  postId,
  target,
  schedule,
  zone,
  name,
}: {
  session: PostSession;
  postId: string;
  target: Target;
  /** Of the post, where an own time begins. */
  schedule: Schedule | null;
  zone: string;
  name: string;
}) {
  const { t, locale } = useWords();
  const [opened, setOpened] = useState(false);
  const isPublished = target.status === 'published';
  const apply = async (next: Schedule | null): Promise<void> => {
    setOpened(false);
    if (next?.local === target.schedule?.local && next?.zone === target.schedule?.zone) return;
    const moves = [{ id: postId, targetId: target.id, schedule: next }];
    await session.around(() => call('posts.schedule', { moves }));
    notifyUndo(
      next
        ? t('timing.own-time-set', { name, when: timeInWords(next, locale) })
        : t('timing.own-time-cleared', { name }),
      async () => {
        await session.around(() => call('plan.undo', {}));
      },
    );
  };
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="right-start" trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes['row']}
          disabled={isPublished}
          title={isPublished ? t('timing.published-stays') : undefined}
          aria-label={t('timing.own-time-of', { name })}
          onClick={() => setOpened(!opened)}
        >
          <PlatformBadge format={target.format} size={14} />
          <span className={classes['time']} data-own={target.schedule !== null}>
            {target.schedule ? timeInWords(target.schedule, locale) : t('timing.own-time-inherits')}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <ScheduleForm
            target={target}
            schedule={target.schedule ?? schedule}
            zone={zone}
            clearWord={t('timing.own-time-clear')}
            onSet={(next) => void apply(next).catch(notifyFailure)}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Times of single platforms, each in a zone of its own; folded while all go out with the post. */
export function OwnTimes({ session, postId, zone }: { session: PostSession; postId: string; zone: string }) {
  const { t, say } = useWords();
  const { post } = useSyncExternalStore(session.subscribe, session.calm);
  const pack = useRulePack();
  const accounts = useKit('account');
  const own = post.targets.filter(({ schedule }) => schedule !== null).length;
  const [unfolded, setUnfolded] = useState(false);
  if (post.targets.length === 0) return null;
  const nameOf = (target: Target): string => {
    const platform = pack?.platforms.find(({ id }) => id === target.format.split('/')[0]);
    const account = accounts?.find(({ id }) => id === target.accountId);
    return [platform ? say(platform.name) : target.format, account?.name].filter(Boolean).join(' · ');
  };
  return (
    <div className={classes['own']}>
      <button
        type="button"
        className={classes['fold']}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        <IconChevronRight size={14} stroke={1.5} className={classes['arrow'] ?? ''} aria-hidden />
        {t('timing.own-times')}
        {own > 0 && <span className={classes['count']}>{own}</span>}
      </button>
      {unfolded &&
        post.targets.map((target) => (
          <OwnTime
            key={target.id}
            session={session}
            postId={postId}
            target={target}
            schedule={post.schedule}
            zone={zone}
            name={nameOf(target)}
          />
        ))}
    </div>
  );
}
