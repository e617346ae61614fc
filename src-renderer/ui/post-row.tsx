import { PlatformBadge } from './platform-badge.tsx';
import styles from './post-row.module.css';
import { Thumb } from './thumb.tsx';
import { useWords } from './words.tsx';
import type { PostStatus, PostSummary } from '#shared/domain/post.ts';

const badgesShown = 6;

export function useStatusWords(): Record<PostStatus, string> {
  const { t } = useWords();
  return {
    idea: t('ui.status-idea'),
    draft: t('ui.status-draft'),
    review: t('ui.status-review'),
    approved: t('ui.status-approved'),
    published: t('ui.status-published'),
  };
}

/** A wall time in the window's language: "Tue 24 Nov, 09:30". */
export function formatWallTime(local: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(`${local}:00Z`));
}

/** What a row of posts shows: picture, title, formats, status, time. The caller makes it a link or an option. */
export function PostRow({ post, late }: { post: PostSummary; late?: boolean }) {
  const { t, locale } = useWords();
  const statuses = useStatusWords();
  const rest = post.formats.length - badgesShown;
  return (
    <>
      <span className={styles.picture}>
        <Thumb path={post.thumbnail} alt="" />
      </span>
      <span className={styles.words}>
        <span className={styles.title} data-untitled={post.title === ''}>
          {post.title || post.excerpt || t('ui.untitled')}
        </span>
        {post.title !== '' && <span className={styles.excerpt}>{post.excerpt}</span>}
      </span>
      <span className={styles.formats}>
        {post.formats.slice(0, badgesShown).map((format) => (
          <PlatformBadge key={format} format={format} size={16} />
        ))}
        {rest > 0 && <span className={styles.rest}>+{rest}</span>}
      </span>
      <span className={styles.status} data-status={post.status}>
        {statuses[post.status]}
      </span>
      <time
        className={styles.time}
        data-late={late === true}
        {...(post.dueAt ? { dateTime: post.dueAt } : {})}
      >
        {post.schedule ? formatWallTime(post.schedule.local, locale) : t('ui.unscheduled')}
      </time>
    </>
  );
}
