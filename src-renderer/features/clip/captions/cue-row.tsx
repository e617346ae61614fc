import { type MouseEvent, memo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { CueProblem } from '#shared/clip/captions/checks.ts';
import type { Cue } from '#shared/clip/edit/captions.ts';
import { numberFormat } from '../fields/spans.ts';
import { TimeField } from '../fields/time-field.tsx';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import styles from './cue-list.module.css';
import { type CaretRequest, type CueKeys, CueText } from './cue-text.tsx';

/** One caption of the list: number, times, how fast it must be read, words, and what is wrong with it. */
export const CueRow = memo(function CueRow({
  cue,
  index,
  clock,
  language,
  hint,
  current,
  chosen,
  said,
  readOnly,
  problems,
  speed,
  caret,
  keys,
  onCaret,
  onTimes,
  onChoose,
}: {
  cue: Cue;
  index: number;
  clock: FrameClock;
  language: string;
  /** Stands where there are no words yet. */
  hint: string;
  current: boolean;
  chosen: boolean;
  /** The playhead is on it. */
  said: boolean;
  readOnly: boolean;
  problems: readonly CueProblem[];
  /** Characters per second. */
  speed: number;
  caret: CaretRequest['caret'] | null;
  keys: CueKeys;
  onCaret(): void;
  onTimes(id: string, edge: 'from' | 'to', seconds: number): void;
  onChoose(id: string, event: MouseEvent): void;
}) {
  const { t, say, locale } = useWords();
  const number = index + 1;
  const time = { clock, invalidWord: t('clip-captions.no-time'), disabled: readOnly };
  const tooFast = problems.some(({ code }) => code === 'fast' || code === 'too-fast');
  return (
    <div className={styles.row} data-current={current} data-chosen={chosen} data-said={said}>
      <button
        type="button"
        className={styles.number}
        tabIndex={current ? 0 : -1}
        aria-label={t('clip-captions.cue-number', { number })}
        aria-pressed={chosen}
        onClick={(event) => onChoose(cue.id, event)}
      >
        {number}
      </button>
      <div className={styles.times}>
        {current ? (
          <>
            <TimeField
              {...time}
              label={t('clip-captions.starts')}
              seconds={cue.from}
              onChange={(seconds) => onTimes(cue.id, 'from', seconds)}
            />
            <TimeField
              {...time}
              label={t('clip-captions.ends')}
              seconds={cue.to}
              onChange={(seconds) => onTimes(cue.id, 'to', seconds)}
            />
          </>
        ) : (
          <button
            type="button"
            className={styles.plainTimes}
            tabIndex={-1}
            aria-label={t('clip-captions.go-to', { time: timecode(clock, cue.from) })}
            onClick={(event) => onChoose(cue.id, event)}
          >
            <span>{timecode(clock, cue.from)}</span>
            <span>{timecode(clock, cue.to)}</span>
          </button>
        )}
        <span className={styles.speed} data-bad={tooFast} title={t('clip-captions.speed')}>
          {cue.text !== '' &&
            t('clip-captions.per-second', {
              count: numberFormat(locale, { maximumFractionDigits: 0 }).format(speed),
            })}
        </span>
      </div>
      <CueText
        id={cue.id}
        text={cue.text}
        label={t('clip-captions.cue-text', { number })}
        language={language}
        hint={hint}
        current={current}
        readOnly={readOnly}
        caret={caret}
        keys={keys}
        onCaret={onCaret}
      />
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <li key={problem.code} data-weight={problem.severity} title={say(problem.message)}>
              {say(problem.message)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
});
