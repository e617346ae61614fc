import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { call } from '#renderer/bridge/client.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { MergeResult } from './merge-dialog.tsx';
import styles from './merge.module.css';

/** What was made, each a step away, and which rows were not; all of it can be taken back. */
export function ResultStep({ result, onClose }: { result: MergeResult; onClose(): void }) {
  const { t, say } = useWords();
  const takeBack = async (): Promise<void> => {
    const posts = result.results.flatMap(({ postId }) => (postId === null ? [] : [postId]));
    if (posts.length > 0) await call('posts.trash', { ids: posts });
    if (result.results.length > 0)
      await call('designs.trash', { ids: result.results.map(({ designId }) => designId) });
    notify(t('design-merge.taken-back', { count: result.results.length }));
    onClose();
  };
  return (
    <div className={styles.result}>
      <p className={styles.lead} role="status">
        {t('design-merge.made', { count: result.results.length })}
      </p>
      {result.errors.length > 0 && (
        <ul className={styles.errors}>
          {result.errors.map(({ row, message }) => (
            <li key={row} className={styles.warning}>
              {t('design-merge.row', { number: row })}: {say(message)}
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.results}>
        {result.results.map(({ row, designId, postId }) => (
          <li key={designId}>
            <Link href={`/designs/${designId}`} className={styles.made} onClick={onClose}>
              <span className={styles.thumb}>
                <Thumb path={`design/${designId}`} alt="" fit="contain" />
              </span>
              {t('design-merge.row', { number: row })}
            </Link>
            {postId !== null && (
              <Link href={`/posts/${postId}`} className={styles.link} onClick={onClose}>
                {t('design-merge.open-post')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          variant="default"
          disabled={result.results.length === 0}
          onClick={() => void takeBack().catch(notifyFailure)}
        >
          {t('design-merge.take-back')}
        </Button>
        <Button onClick={onClose}>{t('design-merge.done')}</Button>
      </div>
    </div>
  );
}
