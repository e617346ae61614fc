import { useDebouncedValue } from '@mantine/hooks';
import { useCall } from '#renderer/bridge/use-call.ts';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { formatWallTime } from '#renderer/ui/post-row.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { placeOf } from '#shared/plan/recurrence-clock.ts';
import styles from './timing.module.css';

/** What a rule means: in words, and its next ten days with what clock changes do to them. */
export function RulePreview({ rule, start, zone }: { rule: string; start: string; zone: string }) {
  const { t, say, locale } = useWords();
  const [asked] = useDebouncedValue(rule.trim(), 120);
  const { data, failure } = useCall('series.preview', asked === '' ? null : { rule: asked, start, zone });
  return (
    <section className={styles.preview} aria-label={t('timing.preview')} aria-live="polite">
      {failure ? (
        <FailureNote error={failure} />
      ) : (
        <>
          <p className={styles.words}>{data ? say(data.words) : ''}</p>
          <ol className={styles.list}>
            {data?.items.map(({ local, note, shown }) => (
              <li key={local} className={styles.occurrence}>
                <time>{formatWallTime(local, locale)}</time>
                {note && (
                  <span className={`${styles.dim} ${styles.warning}`}>
                    {note === 'gap'
                      ? t('timing.note-gap', { time: shown.slice(11) })
                      : t('timing.note-overlap')}
                  </span>
                )}
              </li>
            ))}
          </ol>
          <p className={styles.hint}>{t('timing.kept-hour', { zone: placeOf(zone) })}</p>
        </>
      )}
    </section>
  );
}
