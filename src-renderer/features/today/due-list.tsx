import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { PostRow } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { PostSummary } from '#shared/domain/post.ts';
import styles from './today.module.css';

/** Rows shown before the user asks for all: a team back from a holiday has hundreds overdue. */
const shownAtFirst = 8;

/** Posts that want attention, earliest first; nothing at all when there are none. */
export function DueList({
  title,
  posts,
  late,
}: {
  title: string;
  posts: readonly PostSummary[];
  late?: boolean;
}) {
  const id = useId();
  const { t } = useWords();
  const [all, setAll] = useState(false);
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h3 className={styles.heading} id={id}>
        {title}
        <span className={styles.count}>{posts.length}</span>
      </h3>
      <ul className={styles.rows}>
        {(all ? posts : posts.slice(0, shownAtFirst)).map((post) => (
          <li key={post.id}>
            <Link href={`/posts/${post.id}`} className={styles.row}>
              <PostRow post={post} late={late === true} />
            </Link>
          </li>
        ))}
      </ul>
      {!all && posts.length > shownAtFirst && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAll(true)}>
          {t('today.show-all', { count: posts.length })}
        </Button>
      )}
    </section>
  );
}
