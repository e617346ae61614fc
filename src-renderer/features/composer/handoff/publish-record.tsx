import { Button, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { MomentField } from '#renderer/ui/moment-field.tsx';
import { notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Target } from '#shared/domain/post.ts';
import type { PostSession } from '../session/post-session.ts';
import classes from './steps.module.css';

/** Now as a field of date and time wants it, in the time of this machine. */
function nowLocal(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Where a person notes that a target was published, when and under which address; never guessed, always undoable. */
export function PublishRecord({
  session,
  target,
  onRecorded,
}: {
  session: PostSession;
  target: Target;
  onRecorded(recorded: boolean): void;
}) {
  const { t, locale } = useWords();
  const [at, setAt] = useState(nowLocal);
  const [url, setUrl] = useState(target.publishedUrl ?? '');
  const fault = url !== '' && !URL.canParse(url) ? t('handoff.badLink') : null;
  const record = async (published: { at: string; url: string } | null): Promise<void> => {
    const id = session.snapshot().post.id;
    await session.around(() => call('posts.markPublished', { id, targetId: target.id, published }));
    onRecorded(published !== null);
    notifyUndo(published ? t('handoff.recorded') : t('handoff.takenBack'), async () => {
      await session.around(() => call('plan.undo', {}));
      onRecorded(published === null);
    });
  };
  if (target.status === 'published') {
    const when = target.publishedAt
      ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
          new Date(target.publishedAt),
        )
      : '';
    return (
      <div className={classes['recorded']}>
        <IconCircleCheck size={18} stroke={1.5} aria-hidden />
        <span className={classes['recordWords']}>
          {t('handoff.publishedAt', { when })}
          {target.publishedUrl && (
            <a href={target.publishedUrl} target="_blank" rel="noreferrer noopener">
              {target.publishedUrl}
            </a>
          )}
        </span>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => record(null).catch(notifyFailure)}
        >
          {t('handoff.takeBack')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className={classes['record']}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault || Number.isNaN(Date.parse(at))) return;
        record({ at: new Date(at).toISOString(), url }).catch(notifyFailure);
      }}
    >
      <MomentField label={t('handoff.postedAt')} value={at} onChange={setAt} />
      <TextInput
        type="url"
        size="xs"
        className={classes['grow'] ?? ''}
        label={t('handoff.postedLink')}
        placeholder="https://"
        value={url}
        error={fault}
        onChange={(event) => setUrl(event.currentTarget.value.trim())}
      />
      <Button type="submit" size="xs" disabled={fault !== null}>
        {t('handoff.record')}
      </Button>
    </form>
  );
}
