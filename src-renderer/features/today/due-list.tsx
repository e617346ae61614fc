import { useId } from 'react';
import { Link } from 'wouter';
import { PostRow } from '#renderer/ui/post-row.tsx';
import type { PostSummary } from '#shared/domain/post.ts';
import styles from './today.module.css';

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
  if (posts.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 className={styles.heading} id={id}>
        {title}
        <span className={styles.count}>{posts.length}</span>
      </h3>
      <ul className={styles.rows}>
        {posts.map((post) => (
          <li key={post.id}>
            <Link href={`/posts/${post.id}`} className={styles.row}>
              <PostRow post={post} late={late === true} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
