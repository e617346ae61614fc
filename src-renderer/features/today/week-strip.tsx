import { IconPlus } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { createPost } from '#renderer/commands/create.ts';
import { notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { PostSummary } from '#shared/domain/post.ts';
import styles from './week-strip.module.css';
import type { Day } from './week.ts';

const shownPerDay = 4;
/** Time a post gets that is made on a day here. */
const usualTime = '09:00';

/** This week in seven columns; a day that has nothing and is still to come is a gap with a way to fill it. */
export function WeekStrip({
  week,
  today,
  posts,
}: {
  week: readonly Day[];
  today: string;
  /** null while they are fetched: no day is called free before that is known. */
  posts: readonly PostSummary[] | null;
}) {
  const { t, locale } = useWords();
  const [, navigate] = useLocation();
  const workspace = useCall('workspace.current', {}, ['workspace.changed']);
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' });
  const number = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric' });
  const long = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  });

  const fill = (date: string): void => {
    const zone = workspace.data?.zone;
    if (!zone) return;
    createPost({ local: `${date}T${usualTime}`, zone }).then(navigate, notifyFailure);
  };

  return (
    <ol className={styles.strip} aria-label={t('today.week')}>
      {week.map(({ date, noon }) => {
        const planned = (posts ?? [])
          .filter((post) => post.schedule?.local.startsWith(date))
          .sort((one, other) => (one.schedule?.local ?? '').localeCompare(other.schedule?.local ?? ''));
        const past = date < today;
        return (
          <li className={styles.day} key={date} data-today={date === today} data-past={past}>
            <span className={styles.name} {...(date === today ? { 'aria-current': 'date' as const } : {})}>
              {weekday.format(noon)}
              <strong className={styles.number}>{number.format(noon)}</strong>
            </span>
            <ul className={styles.posts}>
              {planned.slice(0, shownPerDay).map((post) => (
                <li key={post.id}>
                  <Link href={`/posts/${post.id}`} className={styles.post} data-status={post.status}>
                    <span className={styles.time}>{post.schedule?.local.slice(11)}</span>
                    <span className={styles.title}>{post.title || post.excerpt || t('ui.untitled')}</span>
                  </Link>
                </li>
              ))}
            </ul>
            {planned.length > shownPerDay && (
              <Link href="/calendar" className={styles.more}>
                {t('today.more', { count: planned.length - shownPerDay })}
              </Link>
            )}
            {posts !== null && planned.length === 0 && !past && (
              <button
                type="button"
                className={styles.gap}
                aria-label={t('today.fill', { day: long.format(noon) })}
                onClick={() => fill(date)}
              >
                <IconPlus size={16} stroke={1.5} aria-hidden />
                <span>{t('today.gap')}</span>
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
