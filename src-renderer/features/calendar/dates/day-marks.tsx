import { Tooltip } from '@mantine/core';
import { memo, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Day } from '#shared/domain/calendar-days.ts';
import { useShownDates } from './dates-provider.tsx';
import styles from './day-marks.module.css';
import { dayLines, dayRest, dayWord } from './day-words.ts';

/**
 * What a day is, in one line of at most the width it is given: its festival, solar term or lunar date, whether it is
 * off or worked, and dots for other dates. Takes what it shows from the `DatesProvider` around; nothing without one.
 */
export const DayMarks = memo(function DayMarks({ day }: { day: Day }) {
  const words = useWords();
  const { t, language } = words;
  const place = useRef<HTMLSpanElement>(null);
  const [hovered, setHovered] = useState(false);
  const dates = useShownDates().get(day);
  if (!dates) return null;
  const word = dayWord(dates, language);
  const rest = dayRest(dates);
  const hues = [...new Set(dates.events.map(({ hue }) => hue))].slice(0, 3);
  if (!word && !rest && hues.length === 0) return null;
  // Written from the last to the first: the line runs backwards, so that the word is what gives way.
  return (
    <span
      ref={place}
      className={styles.marks}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      {rest && (
        <span className={styles.rest} data-kind={rest}>
          {rest === 'off' ? t('dates.off') : t('dates.work')}
        </span>
      )}
      {hues.map((hue) => (
        <span
          key={hue ?? ''}
          className={styles.dot}
          aria-hidden="true"
          {...(hue ? { style: { background: hue } } : {})}
        />
      ))}
      {word && (
        <span className={styles.word} data-tone={word.tone}>
          {word.text}
        </span>
      )}
      {hovered && (
        <Tooltip
          opened
          target={place}
          multiline
          label={dayLines(dates, words).map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines never move while they are shown
            <span key={index} className={styles.line}>
              {line}
            </span>
          ))}
        />
      )}
    </span>
  );
});
