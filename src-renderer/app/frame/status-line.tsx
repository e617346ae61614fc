import { IconWorld } from '@tabler/icons-react';
import type { Workspace } from '#renderer/bridge/types.ts';
import { useSlotPlace } from '#renderer/ui/slots.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import styles from './status-line.module.css';

/** Saved state and counts on the left (a screen's own words replace ours), zone on the right. */
export function StatusLine({ workspace }: { workspace: Workspace }) {
  const { t, locale } = useWords();
  const left = useSlotPlace('status-left');
  const right = useSlotPlace('status-right');
  const number = new Intl.NumberFormat(locale);
  const { posts, designs, clips, assets } = workspace.counts;
  return (
    <footer className={styles.line} aria-label={t('app.status')}>
      <span className={styles.slot} ref={left} />
      <span className={styles.counts}>
        {t('app.counts', {
          posts: number.format(posts),
          designs: number.format(designs),
          clips: number.format(clips),
          assets: number.format(assets),
        })}
      </span>
      {workspace.readOnly && <span className={styles.readOnly}>{t('app.read-only')}</span>}
      <span className={styles.room} />
      <span className={styles.slot} ref={right} />
      <span className={styles.zone} title={t('app.zone')}>
        <IconWorld size={13} stroke={1.5} aria-hidden />
        {workspace.zone}
      </span>
    </footer>
  );
}
