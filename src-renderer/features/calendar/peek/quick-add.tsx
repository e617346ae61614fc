import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { PlanChanges } from '../session/use-plan-changes.ts';
import { Floating } from './floating.tsx';
import styles from './peek.module.css';

/** Before the next key: what is typed right after the key that opened it belongs here. */
function focusAtOnce(field: HTMLInputElement | null): void {
  field?.focus({ preventScroll: true });
}

/** Asks what a new post is about; nothing is made before that is answered. */
export function QuickAdd({
  wall,
  schedule,
  beside,
  changes,
  onClose,
  onMade,
}: {
  /** In the shown zone. */
  wall: string;
  /** The same, as it is kept. */
  schedule: Schedule;
  beside: DOMRect;
  changes: PlanChanges;
  onClose(): void;
  onMade(id: string, open: boolean): void;
}) {
  const { t, locale } = useWords();
  const [title, setTitle] = useState('');
  const [busy, setBusy] = useState(false);
  const make = (open: boolean): void => {
    if (busy) return;
    setBusy(true);
    changes.create({ title: title.trim() }, schedule).then(
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
          ref={focusAtOnce}
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
