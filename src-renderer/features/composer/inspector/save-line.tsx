import { IconAlertTriangle, IconCheck, IconPencil, IconRefresh } from '@tabler/icons-react';
import { memo, useSyncExternalStore } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import classes from '../composer.module.css';
import type { PostSession } from '../session/post-session.ts';

const icons = {
  saved: IconCheck,
  unsaved: IconPencil,
  saving: IconRefresh,
  failed: IconAlertTriangle,
  conflict: IconAlertTriangle,
};

/** Whether what is on the screen is stored; a key that changes nothing of it draws nothing. */
export const SaveLine = memo(function SaveLine({ session }: { session: PostSession }) {
  const now = useSyncExternalStore(session.subscribe, session.saving);
  const { t, say, locale } = useWords();
  const Icon = icons[now.state];
  const words = {
    saved: t('composer.stateSaved'),
    unsaved: t('composer.stateUnsaved'),
    saving: t('composer.stateSaving'),
    failed: t('composer.stateFailed'),
    conflict: t('composer.stateConflict'),
  };
  const time =
    now.state === 'saved' && now.savedAt !== null
      ? new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(now.savedAt)
      : '';
  const bad = now.state === 'failed' || now.state === 'conflict';
  return (
    <span
      className={classes['save']}
      role="status"
      data-state={now.state}
      data-bad={bad}
      title={now.failure ? say(now.failure.sentence) : undefined}
    >
      <Icon size={14} stroke={1.5} aria-hidden />
      {words[now.state]} {time}
      {now.state === 'failed' && (
        <button type="button" className={classes['retry']} onClick={session.retry}>
          {t('composer.retryNow')}
        </button>
      )}
    </span>
  );
});
