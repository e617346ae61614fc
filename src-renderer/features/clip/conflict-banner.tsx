import { Button } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import type { ClipRecord } from '#shared/domain/design-record.ts';
import type { ClipSession } from './session/clip-session.ts';
import styles from './clip.module.css';

/** Another window stored this clip meanwhile: nothing is saved until the user has chosen. */
export function ConflictBanner({ session, theirs }: { session: ClipSession; theirs: ClipRecord }) {
  const { t, locale } = useWords();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(new Date(theirs.updatedAt));
  return (
    <div className={styles.banner} role="alert">
      <p>{t('clip.conflict', { time })}</p>
      <Button variant="default" onClick={() => session.loadTheirs()}>
        {t('clip.load-theirs')}
      </Button>
      <Button variant="default" onClick={() => session.keepMine()}>
        {t('clip.keep-mine')}
      </Button>
    </div>
  );
}
