import { useEffect, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { type Day, noonOf } from '#shared/domain/calendar-days.ts';
import { PostCard } from '../grid/post-card.tsx';
import type { Placed } from '../session/arrange.ts';
import { Floating } from './floating.tsx';
import styles from './peek.module.css';

/** All posts of one day, to open or to drag elsewhere. */
export function DayList({
  day,
  posts,
  now,
  beside,
  onClose,
}: {
  day: Day;
  posts: readonly Placed[];
  now: string;
  beside: DOMRect;
  onClose(): void;
}) {
  const { t, locale } = useWords();
  const list = useRef<HTMLDivElement>(null);
  const title = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' }).format(noonOf(day));
  useEffect(() => {
    const timer = setTimeout(() => list.current?.querySelector<HTMLElement>('[data-post]')?.focus(), 30);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Floating beside={beside} width={320} label={title} onClose={onClose}>
      <header className={styles.dayHead}>
        <strong>{title}</strong>
        <span className={styles.dim}>{t('calendar.posts-count', { count: posts.length })}</span>
      </header>
      <div
        className={styles.dayList}
        ref={list}
        role="group"
        aria-label={title}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          event.stopPropagation();
          const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-post]')];
          const at = cards.findIndex((card) => card === document.activeElement);
          cards[Math.min(cards.length - 1, Math.max(0, at + step))]?.focus();
        }}
      >
        {posts.map((placed) => (
          <PostCard
            key={placed.post.key}
            placed={placed}
            shape="card"
            late={placed.wall < now && placed.post.status !== 'published'}
          />
        ))}
      </div>
    </Floating>
  );
}
