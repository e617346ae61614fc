import { Button } from '@mantine/core';
import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import { noonOf } from '#shared/domain/calendar-days.ts';
import styles from './dates.module.css';

/** What a chosen file holds, before it is kept. */
export function CalendarPreview({
  found,
  working,
  onKeep,
  onCancel,
}: {
  found: CallOutput<'dates.readIcs'>;
  working: boolean;
  onKeep(): void;
  onCancel(): void;
}) {
  const { t, say, locale } = useWords();
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return (
    <div className={styles.preview}>
      <p className={styles.name}>{found.name}</p>
      <p className={styles.about}>
        {t('dates.calendar-about', { file: found.fileName, count: found.events })}
      </p>
      {found.next.length > 0 && (
        <ul className={styles.next}>
          {found.next.map(({ title, from, time }) => (
            <li key={`${from} ${time} ${title}`}>
              <time className={styles.about}>
                {[date.format(noonOf(from)), time].filter(Boolean).join(' ')}
              </time>
              <span>{title || t('dates.untitled')}</span>
            </li>
          ))}
        </ul>
      )}
      {found.next.length === 0 && <p className={styles.about}>{t('dates.nothing-ahead')}</p>}
      {found.problems.map((problem) => (
        <p key={problem.en} className={styles.problem}>
          {say(problem)}
        </p>
      ))}
      <div className={styles.buttons}>
        <Button size="xs" loading={working} disabled={found.events === 0} onClick={onKeep}>
          {found.replaces ? t('dates.calendar-replace') : t('dates.calendar-keep')}
        </Button>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('dates.cancel')}
        </Button>
      </div>
    </div>
  );
}
