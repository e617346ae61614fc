import { Skeleton } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '../failure-note.tsx';
import { useWords } from '../words.tsx';
import styles from './best-hours.module.css';
import { hourName, weekdayNames } from './week-words.ts';

/** Monday first, as the sources have it. */
const order = [1, 2, 3, 4, 5, 6, 0];
const marked = [0, 6, 12, 18];

/** The hours of the week in which posts do well on a platform, and where that is known from. */
export function BestHours({
  platform,
  accountId,
  zone,
}: {
  platform: string;
  accountId?: string | undefined;
  zone: string;
}) {
  const { t, locale } = useWords();
  const { data, failure, reload } = useCall(
    'insight.bestHours',
    { platform, zone, ...(accountId === undefined ? {} : { accountId }) },
    ['records.changed', 'workspace.changed'],
    { concerns: ({ kind }) => kind === 'kit', quiet: 300 },
  );
  if (failure) return <FailureNote error={failure} onRetry={reload} />;
  if (!data) return <Skeleton height={120} />;
  const names = weekdayNames(locale);
  const when = ({ weekday, hour }: { weekday: number; hour: number }): string =>
    `${names[weekday] ?? ''} ${hourName(hour, locale)}`;
  const best = new Intl.ListFormat(locale, { style: 'narrow' }).format(data.best.slice(0, 4).map(when));
  return (
    <div className={styles.hours}>
      <div className={styles.grid} role="img" aria-label={t('insight.hours-image', { best })}>
        {order.map((weekday) => (
          <div key={weekday} className={styles.row} aria-hidden="true">
            <span className={styles.day}>{names[weekday]}</span>
            {data.cells[weekday]?.map((score, hour) => (
              <span
                // The place of an hour is its name.
                key={`${weekday} ${String(hour)}`}
                className={styles.cell}
                title={when({ weekday, hour })}
                style={{ '--score': score.toFixed(2) } as CSSProperties}
              />
            ))}
          </div>
        ))}
        <div className={styles.row} aria-hidden="true">
          <span className={styles.day} />
          {marked.map((hour) => (
            <span key={hour} className={styles.mark}>
              {hourName(hour, locale)}
            </span>
          ))}
        </div>
      </div>
      <p className={styles.best}>{t('insight.hours-best', { best })}</p>
      <p className={styles.source}>
        {data.source.kind === 'results' && t('insight.hours-results', { count: data.source.count })}
        {data.source.kind === 'estimate' && t('insight.hours-estimate')}
        {data.source.kind === 'source' && (
          <>
            {data.source.confidence === 'study' ? t('insight.hours-study') : t('insight.hours-secondary')}{' '}
            <a href={data.source.url} target="_blank" rel="noreferrer">
              {data.source.name}
            </a>
            {` (${data.source.date})`}
          </>
        )}
        {data.source.kind !== 'results' && ` ${t('insight.hours-own', { count: data.results })}`}
      </p>
    </div>
  );
}
