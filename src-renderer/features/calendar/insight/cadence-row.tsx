import { Tooltip } from '@mantine/core';
import type { CSSProperties } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { addDays, type Day, noonOf } from '#shared/domain/calendar-days.ts';
import styles from './insight.module.css';

/** A cadence: a cell for each week with what is planned of what is wanted. */
export function CadenceRow({
  cadence,
  name,
  today,
  onGo,
}: {
  cadence: CallOutput<'insight.balance'>['cadences'][number];
  name: string;
  today: Day;
  /** Shows the first day of a week. */
  onGo(day: Day): void;
}) {
  const { t, locale } = useWords();
  const date = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const { perWeek } = cadence;
  return (
    <div className={styles.goal}>
      <div className={styles.goalHead}>
        <span className={styles.goalName}>{name}</span>
        <span className={styles.figures}>{t('insight.per-week', { count: perWeek })}</span>
      </div>
      <ul className={styles.weeks}>
        {cadence.weeks.map(({ from, week, planned, published }) => {
          const when = date.formatRange(noonOf(from), noonOf(addDays(from, 6)));
          const about = t('insight.week-about', { week: when, planned, wanted: perWeek, published });
          const part = perWeek === 0 ? 1 : Math.min(1, planned / perWeek);
          return (
            <li key={week} className={styles.weekItem}>
              <Tooltip label={about}>
                <button
                  type="button"
                  className={styles.week}
                  aria-label={about}
                  data-state={planned >= perWeek ? 'met' : addDays(from, 6) < today ? 'missed' : 'short'}
                  style={{ '--part': `${Math.round(part * 100)}%` } as CSSProperties}
                  onClick={() => onGo(from)}
                >
                  {planned}
                </button>
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
