import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconTimeline } from '@tabler/icons-react';
import { memo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { canThread } from '#shared/adapt/actions.ts';
import type { Overrides, Thread } from '#shared/domain/post.ts';
import { type LiveMeasures, useMeasured } from '../session/live-measures.ts';
import { targetOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './fields.module.css';

/** Whether a long text of the target is told as a thread, and how its posts are numbered. */
export const ThreadControl = memo(function ThreadControl({
  session,
  live,
  target,
  thread,
}: {
  session: PostSession;
  live: LiveMeasures;
  /** `targetKey`. */
  target: string;
  thread: Thread | null;
}) {
  const { t } = useWords();
  const posts = useMeasured(live, (measures) => measures.get(target)?.composed.thread?.length ?? 0);
  if (thread === null && !canThread(live.profile(target))) return null;
  const set = (next: Thread | null): void => {
    const now = targetOf(session.snapshot().post, target);
    if (!now) return;
    const { thread: _before, ...rest } = now.overrides;
    const overrides: Overrides = next ? { ...rest, thread: next } : rest;
    session.edit({ targets: new Map([[target, overrides]]) });
  };
  const place = thread?.place ?? 'end';
  const numbering = thread?.numbering ?? 'slash';
  const choices: { label: string; value: Thread | null }[] = [
    { label: t('adapt.threadNone'), value: null },
    { label: '1/4', value: { numbering: 'slash', place } },
    { label: '(1/4)', value: { numbering: 'brackets', place } },
    { label: t('adapt.threadPlain'), value: { numbering: 'none', place } },
  ];
  const same = (one: Thread | null): boolean => JSON.stringify(one) === JSON.stringify(thread);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('adapt.thread')}>
          <ActionIcon
            size={22}
            w="auto"
            px={thread ? 6 : 0}
            miw={22}
            aria-label={thread ? t('adapt.threadOf', { count: posts }) : t('adapt.thread')}
            variant={thread ? 'light' : 'subtle'}
            color={thread ? 'vermilion' : 'gray'}
          >
            <IconTimeline size={14} stroke={1.5} />
            {thread && <span className={classes['posts']}>{posts}</span>}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ label, value }) => (
          <Menu.Item
            key={label}
            rightSection={same(value) ? <IconCheck size={14} stroke={1.5} /> : null}
            onClick={() => set(value)}
          >
            {label}
          </Menu.Item>
        ))}
        {thread && thread.numbering !== 'none' && (
          <>
            <Menu.Divider />
            {(['start', 'end'] as const).map((each) => (
              <Menu.Item
                key={each}
                rightSection={place === each ? <IconCheck size={14} stroke={1.5} /> : null}
                onClick={() => set({ numbering, place: each })}
              >
                {each === 'start' ? t('adapt.threadStart') : t('adapt.threadEnd')}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
});
