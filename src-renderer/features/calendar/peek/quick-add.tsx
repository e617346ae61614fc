import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { Floating } from './floating.tsx';
import styles from './peek.module.css';

/** Asks what a new post is about; nothing is made before that is answered. */
export function QuickAdd({
  wall,
  zone,
  beside,
  onClose,
  onMade,
}: {
  wall: string;
  zone: string;
  beside: DOMRect;
  onClose(): void;
  onMade(id: string, open: boolean): void;
}) {
  const { t, locale } = useWords();
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const make = (open: boolean): void => {
    if (busy) return;
    setBusy(true);
    call('posts.create', { change: { title: title.trim() }, schedule: { local: wall, zone } }).then(
      (post) => onMade(post.id, open),
      (error: unknown) => {
        setBusy(false);
        notifyFailure(error);
      },
    );
  };
  return (
    <Floating beside={beside} width={300} label={t('calendar.new-post')} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          make(title.trim() === '');
        }}
      >
        <TextInput
          label={t('calendar.new-post-on', { when: formatWallTime(wall, locale) })}
          placeholder={t('calendar.new-post-about')}
          value={title}
          data-autofocus
          maxLength={300}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <div className={styles.buttons}>
          <Button variant="default" disabled={busy} onClick={() => make(true)}>
            {t('calendar.make-and-write')}
          </Button>
          <Button type="submit" disabled={busy || title.trim() === ''}>
            {t('calendar.make')}
          </Button>
        </div>
      </form>
    </Floating>
  );
}
