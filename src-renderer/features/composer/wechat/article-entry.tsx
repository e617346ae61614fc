import { IconPalette } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { type Target, targetKey } from '#shared/domain/post.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './bar.module.css';

const ArticleBar = lazy(() => import('./article-bar.tsx'));
const ArticleStudio = lazy(() => import('./article-studio.tsx'));

/** Where an article of WeChat is dressed; nothing for any other target. Its parts load when they are first needed. */
export function ArticleEntry({
  session,
  target,
  live,
}: {
  session: PostSession;
  target: Target | null;
  live: LiveMeasures;
}) {
  const [open, setOpen] = useState(false);
  const shown = target?.format === 'wechat-article/article' ? target : null;
  const there = shown !== null;
  const actions = useMemo(
    (): Action[] => [
      {
        id: 'wechat.studio',
        icon: IconPalette,
        keys: ['mod+shift+Y'],
        enabled: () => there,
        run: () => setOpen(true),
      },
    ],
    [there],
  );
  useActions(actions);
  if (shown === null) return null;
  const key = targetKey(shown);
  const profile = live.profile(key);
  return (
    <Suspense fallback={<div className={classes['bar']} aria-busy="true" />}>
      <ArticleBar
        key={key}
        session={session}
        targetKey={key}
        profile={profile}
        onOpen={() => setOpen(true)}
      />
      {open && (
        <ArticleStudio session={session} targetKey={key} profile={profile} onClose={() => setOpen(false)} />
      )}
    </Suspense>
  );
}
