import { Button, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconBookmarkPlus, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { RowButton } from '#renderer/ui/row-button.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Revision } from '#shared/contract/posts.ts';
import { type Post, targetKey } from '#shared/domain/post.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './history.module.css';
import { WordDiff } from './word-diff.tsx';

/** Kept states of the post: what changed since, word by word, under names of one's own, and back again. */
export function HistoryPanel({ session, post }: { session: PostSession; post: Post }) {
  const { t, locale } = useWords();
  const revisions = useCall('posts.revisions', { id: post.id }, ['records.changed'], {
    concerns: ({ kind, ids }) => kind === 'post' && ids.includes(post.id),
    quiet: 300,
  });
  const [open, setOpen] = useState<string | null>(null);
  const [name, setName] = useState('');
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const keep = async (): Promise<void> => {
    await session.flush();
    await call('posts.keepRevision', { id: post.id, name: name.trim() || when.format(new Date()) });
    setName('');
    revisions.reload();
  };
  const restore = async (revision: Revision): Promise<void> => {
    await session.around(() => call('posts.restoreRevision', { id: post.id, revision: revision.id }));
    setOpen(null);
    const [before] = await call('posts.revisions', { id: post.id });
    notifyUndo(t('history.restored', { when: when.format(new Date(revision.createdAt)) }), async () => {
      if (before)
        await session.around(() => call('posts.restoreRevision', { id: post.id, revision: before.id }));
    });
  };
  return (
    <div className={classes['panel']}>
      <form
        className={classes['keep']}
        onSubmit={(event) => {
          event.preventDefault();
          keep().catch(notifyFailure);
        }}
      >
        <TextInput
          className={classes['grow'] ?? ''}
          size="xs"
          aria-label={t('history.name')}
          placeholder={t('history.name')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="xs"
          variant="default"
          leftSection={<IconBookmarkPlus size={15} stroke={1.5} />}
        >
          {t('history.keep')}
        </Button>
      </form>
      {revisions.failure && <FailureNote error={revisions.failure} onRetry={revisions.reload} />}
      {revisions.data?.length === 0 && (
        <EmptyState icon={IconHistory} title={t('history.empty')} body={t('history.empty-body')} />
      )}
      <ul className={classes['list']} aria-label={t('history.list')}>
        {revisions.data?.map((revision) => (
          <li key={revision.id} className={classes['item']} data-open={revision.id === open}>
            <RowButton
              name={revision.name || when.format(new Date(revision.createdAt))}
              about={
                <>
                  {revision.name ? `${when.format(new Date(revision.createdAt))} · ` : ''}
                  {t('history.length', { count: new Intl.NumberFormat(locale).format(revision.length) })}
                </>
              }
              open={revision.id === open}
              onToggle={() => setOpen(revision.id === open ? null : revision.id)}
            />
            {revision.id === open && (
              <RevisionChanges
                post={post}
                revision={revision.id}
                onRestore={() => restore(revision).catch(notifyFailure)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function RevisionChanges({ post, revision, onRestore }: { post: Post; revision: string; onRestore(): void }) {
  const { t } = useWords();
  const content = useCall('posts.revision', { id: post.id, revision });
  if (content.failure) return <FailureNote error={content.failure} onRetry={content.reload} />;
  if (!content.data) return null;
  const then = content.data;
  const was = then.targets.map((target) => targetKey(target));
  const is = post.targets.map((target) => targetKey(target));
  const gone = was.filter((key) => !is.includes(key));
  const fresh = is.filter((key) => !was.includes(key));
  const changed = then.targets.flatMap((target) => {
    const now = post.targets.find((each) => targetKey(each) === targetKey(target));
    const own = target.overrides.body ?? '';
    const nowOwn = now?.overrides.body ?? '';
    return now && own !== nowOwn ? [{ key: targetKey(target), own, nowOwn }] : [];
  });
  return (
    <div className={classes['changes']}>
      {then.title !== post.title && (
        <WordDiff label={t('composer.title')} before={then.title} after={post.title} />
      )}
      <WordDiff label={t('composer.body')} before={then.body} after={post.body} />
      {changed.map(({ key, own, nowOwn }) => (
        <WordDiff key={key} label={key} before={own} after={nowOwn} />
      ))}
      {then.hashtags.join(' ') !== post.hashtags.join(' ') && (
        <WordDiff
          label={t('composer.hashtags')}
          before={then.hashtags.join(' ')}
          after={post.hashtags.join(' ')}
        />
      )}
      {(gone.length > 0 || fresh.length > 0) && (
        <p className={classes['about']}>
          {gone.length > 0 && `− ${gone.join(', ')} `}
          {fresh.length > 0 && `+ ${fresh.join(', ')}`}
        </p>
      )}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowBackUp size={15} stroke={1.5} />}
        onClick={onRestore}
      >
        {t('history.restore')}
      </Button>
    </div>
  );
}
