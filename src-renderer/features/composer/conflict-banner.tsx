import { Button } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import type { Post } from '#shared/domain/post.ts';
import classes from './composer.module.css';
import type { PostSession } from './session/post-session.ts';

/** Two windows changed the same field: nothing is saved until the user has chosen. */
export function ConflictBanner({ session, theirs }: { session: PostSession; theirs: Post }) {
  const { t, locale } = useWords();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(new Date(theirs.updatedAt));
  return (
    <div className={classes['banner']} role="alert">
      <p>{t('composer.conflict', { time })}</p>
      <Button variant="default" onClick={() => session.loadTheirs()}>
        {t('composer.loadTheirs')}
      </Button>
      <Button onClick={() => session.keepMine()}>{t('composer.keepMine')}</Button>
    </div>
  );
}
