import { useEffect, useMemo, useState } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { CreateMenu } from '#renderer/ui/create-menu.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { CatchUp } from './catch-up.tsx';
import { DueList } from './due-list.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Mentions, TasksToday } from './for-me.tsx';
import { RecentWork } from './recent-work.tsx';
import styles from './today.module.css';
import { addDays, wallTime, weekOf, weekStartOf } from './week.ts';
import { WeekStrip } from './week-strip.tsx';

/** How far back an overdue post is still shown; days. */
const overdueDays = 30;

/** Milliseconds. */
const minute = 60_000;

/** The time, to the minute: what is due becomes overdue while the window stays open. */
function useClock(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** What needs me now: due and overdue, the week with its gaps, and what I was working on. */
export default function TodayScreen() {
  const { t, locale } = useWords();
  const workspace = useCall('workspace.current', {}, ['workspace.changed', 'records.changed']);
  const settings = useCall('settings.get', {}, ['settings.changed']);
  const zone = workspace.data?.zone ?? 'UTC';
  const now = wallTime(useClock(), zone);
  const today = now.slice(0, 10);
  const weekStart = settings.data?.weekStart ?? weekStartOf(locale);
  const week = useMemo(() => weekOf(today, weekStart), [today, weekStart]);
  const from = addDays(today, -overdueDays);
  const end = addDays(week[0]?.date ?? today, 8);
  const plan = useCall(
    'plan.range',
    workspace.data ? { from: `${from}T00:00`, to: `${end}T00:00`, zone } : null,
    ['records.changed', 'workspace.changed'],
  );
  const posts = (plan.data ?? []).filter((post) => post.trashedAt === null);
  const open = posts.filter((post) => post.status !== 'published' && post.schedule !== null);
  const overdue = open.filter((post) => (post.schedule?.local ?? now) < now);
  const due = open.filter((post) => {
    const local = post.schedule?.local ?? '';
    return local >= now && local.slice(0, 10) === today;
  });
  const review = open.filter(
    (post) => post.status === 'review' && !overdue.includes(post) && !due.includes(post),
  );
  const reminders = useCall('reminders.list', workspace.data ? {} : null, [
    'reminders.changed',
    'records.changed',
    'workspace.changed',
  ]);
  const missed = reminders.data?.missed ?? [];
  const counts = workspace.data?.counts;
  const nothingYet = counts && counts.posts + counts.designs + counts.clips === 0;

  return (
    <div className={styles.screen}>
      <div className={styles.page}>
        <header className={styles.head}>
          <div>
            <h2 className={styles.date}>
              {new Intl.DateTimeFormat(locale, {
                timeZone: 'UTC',
                weekday: 'long',
                day: 'numeric',
                month: 'long',
              }).format(new Date(`${today}T12:00:00Z`))}
            </h2>
            <p className={styles.summary}>
              {plan.data === undefined
                ? '\u00a0'
                : overdue.length + due.length === 0
                  ? t('today.nothing-due')
                  : t('today.summary', { overdue: overdue.length, due: due.length })}
            </p>
          </div>
          <CreateMenu large />
        </header>
        {plan.failure && <FailureNote error={plan.failure} onRetry={plan.reload} />}
        {nothingYet ? (
          <FirstSteps assets={counts.assets} />
        ) : (
          <>
            <CatchUp missed={missed} />
            <WeekStrip week={week} today={today} posts={plan.data ? posts : null} />
            <DueList
              title={t('today.overdue')}
              posts={overdue.filter((post) => !missed.some(({ key }) => key === post.key))}
              late
            />
            <DueList title={t('today.due')} posts={due} />
            <DueList title={t('today.review')} posts={review} />
            <Mentions />
            <TasksToday today={today} />
            <RecentWork />
          </>
        )}
      </div>
    </div>
  );
}
