import { Tooltip } from '@mantine/core';
import { useStatusWords } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostStatus } from '#shared/domain/post.ts';
import { shares } from '#shared/plan/campaign-facts.ts';
import styles from './campaigns.module.css';

/** How far posts are, as one bar; in words for whoever points at it or cannot see it. */
export function StatusBar({ byStatus }: { byStatus: Partial<Record<PostStatus, number>> }) {
  const { t } = useWords();
  const statuses = useStatusWords();
  const parts = shares(byStatus);
  const said = parts.map(({ status, count }) => `${statuses[status]} ${count}`).join(' · ');
  if (parts.length === 0) return <span className={styles.barEmpty}>{t('campaigns.no-posts')}</span>;
  return (
    <Tooltip label={said}>
      <span className={styles.statusBar} role="img" aria-label={said}>
        {parts.map(({ status, share }) => (
          <span key={status} data-status={status} style={{ flexGrow: share }} />
        ))}
      </span>
    </Tooltip>
  );
}
