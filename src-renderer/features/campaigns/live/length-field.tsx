import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { clockLength, readLength } from '#shared/plan/run-of-show.ts';
import styles from './live.module.css';

/** A length that takes `5`, `2.5` (minutes), `5:30` and `1:05:00`; arrows go by a minute, with Shift by ten seconds. */
export function LengthField({ minutes, onChange }: { minutes: number; onChange(minutes: number): void }) {
  const { t } = useWords();
  const [draft, setDraft] = useState<string | null>(null);
  const wrong = draft !== null && readLength(draft) === null;
  const commit = (): void => {
    const next = draft === null ? null : readLength(draft);
    if (next !== null && next !== minutes) onChange(next);
    setDraft(null);
  };
  return (
    <input
      className={styles.length}
      aria-label={t('campaigns.length')}
      aria-invalid={wrong}
      title={t('campaigns.length-hint')}
      value={draft ?? clockLength(minutes * 60)}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        const step = event.shiftKey ? 1 / 6 : 1;
        if (event.key === 'Enter') commit();
        else if (event.key === 'Escape') setDraft(null);
        else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          setDraft(null);
          onChange(Math.min(1440, Math.max(0, minutes + (event.key === 'ArrowUp' ? step : -step))));
        }
      }}
    />
  );
}
