import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { formatSeconds } from '../fields/spans.ts';
import { type FrameClock, timecode } from '../fields/time-text.ts';
import type { Range } from '../session/range.ts';
import type { CutMode, CutPlanRow, useCutPlans } from './cut-plans.ts';
import styles from './inspector.module.css';

/** In words what a cut will do to the points that were set. */
export function useConsequence(clock: FrameClock): (plan: CutPlanRow, range: Range) => string[] {
  const { t, locale } = useWords();
  const half = 0.5 / clock.fps;
  return (plan, range) => {
    const lines = [];
    const early = range.from - plan.actual.from;
    const late = plan.actual.to - Math.min(range.to, clock.duration);
    if (early > half)
      lines.push(
        t('clip.starts-earlier', {
          time: timecode(clock, plan.actual.from),
          early: formatSeconds(early, locale),
        }),
      );
    else lines.push(t('clip.starts-exact', { time: timecode(clock, plan.actual.from) }));
    if (late > half) lines.push(t('clip.ends-later', { late: formatSeconds(late, locale) }));
    if (plan.reencodedSeconds > 0)
      lines.push(t('clip.reencodes', { time: formatSeconds(plan.reencodedSeconds, locale) }));
    else if (plan.mode === 'lossless') lines.push(t('clip.reencodes-nothing'));
    return lines;
  };
}

/** The three cuts side by side, each with what it would really do to this range. */
export function CutModes({
  clock,
  range,
  plans,
  chosen,
  onChoose,
}: {
  clock: FrameClock;
  range: Range;
  plans: ReturnType<typeof useCutPlans>;
  chosen: CutMode | undefined;
  onChoose(mode: CutMode): void;
}) {
  const { t, say } = useWords();
  const consequence = useConsequence(clock);
  const names: Record<CutMode, string> = {
    lossless: t('clip.mode-lossless'),
    smart: t('clip.mode-smart'),
    exact: t('clip.mode-exact'),
  };
  if (plans.failure)
    return (
      <Panel title={t('clip.cut')}>
        <FailureNote error={plans.failure} onRetry={plans.reload} />
      </Panel>
    );
  return (
    <Panel title={t('clip.cut')} remember="clip.cut">
      <div className={styles.modes} role="radiogroup" aria-label={t('clip.cut')} data-fresh={plans.fresh}>
        {plans.data?.map((plan) => (
          <label className={styles.mode} key={plan.mode} data-chosen={plan.mode === chosen}>
            <input
              type="radio"
              name="clip-cut-mode"
              className={styles.radio}
              checked={plan.mode === chosen}
              disabled={!plan.possible}
              onChange={() => onChoose(plan.mode)}
            />
            <span className={styles.modeWords}>
              <span className={styles.modeName}>
                {names[plan.mode]}
                {plan.recommended && <span className={styles.best}>{t('clip.recommended')}</span>}
              </span>
              {plan.possible &&
                consequence(plan, range).map((line) => (
                  <span className={styles.modeLine} key={line}>
                    {line}
                  </span>
                ))}
              <span className={styles.modeNote}>{say(plan.note)}</span>
            </span>
          </label>
        ))}
      </div>
    </Panel>
  );
}
