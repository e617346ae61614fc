import {
  IconCalendarTime,
  IconChecklist,
  IconCopy,
  IconDeviceFloppy,
  IconHistory,
  IconMailForward,
  IconPackageExport,
  IconPhotoPlus,
  IconTargetArrow,
  IconTemplate,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { notify, notifyUndo } from '#renderer/ui/notify.tsx';
import { openReviewPackage } from '#renderer/ui/review/review-store.ts';
import { useWords, type Words } from '#renderer/ui/words.tsx';
import { targetKey } from '#shared/domain/post.ts';
import { templateOf } from './kit/template-of.ts';
import type { PostSession } from './session/post-session.ts';

interface ScreenParts {
  session: PostSession;
  select(key: string | null): void;
  openTargets(): void;
  openMedia(): void;
  openHandoff(): void;
  openSchedule(): void;
  openHistory(): void;
  toggleChecks(): void;
}

function composerActions(screen: ScreenParts, t: Words['t'], navigate: (path: string) => void) {
  const { session } = screen;
  const id = session.snapshot().post.id;

  const handoff: Action = {
    id: 'composer.handoff',
    icon: IconPackageExport,
    keys: ['mod+Enter'],
    enabled: () => session.snapshot().post.targets.length > 0,
    run: screen.openHandoff,
  };
  const save: Action = {
    id: 'composer.save',
    icon: IconDeviceFloppy,
    keys: ['mod+S'],
    run: async () => {
      await session.flush();
      const { state } = session.snapshot();
      if (state === 'saved') notify(t('composer.alreadySaved'));
    },
  };
  const schedule: Action = {
    id: 'composer.schedule',
    icon: IconCalendarTime,
    keys: ['mod+shift+D'],
    run: screen.openSchedule,
  };
  const targets: Action = {
    id: 'composer.chooseTargets',
    icon: IconTargetArrow,
    keys: ['mod+shift+T'],
    run: screen.openTargets,
  };
  const media: Action = {
    id: 'composer.attach',
    icon: IconPhotoPlus,
    keys: ['mod+shift+M'],
    run: screen.openMedia,
  };
  const checks: Action = {
    id: 'composer.toggleChecks',
    icon: IconChecklist,
    keys: ['mod+shift+L'],
    run: screen.toggleChecks,
  };
  const duplicate: Action = {
    id: 'composer.duplicate',
    icon: IconCopy,
    keys: ['mod+D'],
    run: async () => {
      await session.flush();
      const copy = await call('posts.duplicate', { id });
      navigate(`/posts/${copy.id}`);
      notify(t('composer.duplicated'));
    },
  };
  const history: Action = {
    id: 'composer.history',
    icon: IconHistory,
    keys: ['mod+shift+H'],
    run: screen.openHistory,
  };
  const review: Action = {
    id: 'review.make',
    icon: IconMailForward,
    run: async () => {
      await session.flush();
      openReviewPackage([id]);
    },
  };
  const keepTemplate: Action = {
    id: 'composer.keepTemplate',
    icon: IconTemplate,
    run: async () => {
      const { post } = session.snapshot();
      const name = post.title.trim() || post.body.trim().slice(0, 40) || t('composer.untitled');
      const body = { description: '', change: templateOf(post) };
      const item = await call('kit.save', { kind: 'post-template', name, body });
      notifyUndo(t('kit.kept-template'), async () => {
        await call('kit.trash', { ids: [item.id], trashed: true });
      });
    },
  };
  const trash: Action = {
    id: 'composer.trash',
    icon: IconTrash,
    run: async () => {
      await session.flush();
      await call('posts.trash', { ids: [id] });
      navigate('/posts');
      notifyUndo(t('composer.trashed'), async () => {
        await call('posts.restore', { ids: [id] });
        navigate(`/posts/${id}`);
      });
    },
  };
  const base: Action = { id: 'composer.goBase', keys: ['alt+0'], run: () => screen.select(null) };
  const byNumber = Array.from(
    { length: 9 },
    (_, index): Action => ({
      id: `composer.goTarget${index + 1}`,
      label: 'composer.goTarget',
      keys: [`alt+${index + 1}`],
      hidden: true,
      enabled: () => session.snapshot().post.targets.length > index,
      run: () => {
        const target = session.snapshot().post.targets[index];
        screen.select(target ? targetKey(target) : null);
      },
    }),
  );
  return {
    handoff,
    menu: [save, schedule, targets, media, checks, history, null, review, duplicate, keepTemplate, trash],
    all: [
      handoff,
      save,
      schedule,
      targets,
      media,
      checks,
      history,
      review,
      duplicate,
      keepTemplate,
      trash,
      base,
      ...byNumber,
    ],
  };
}

/** Everything a user can want of the open post, for buttons, menus, keys and the palette. `screen` never changes. */
export function useComposerActions(screen: ScreenParts) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  return useMemo(() => composerActions(screen, t, navigate), [screen, t, navigate]);
}
