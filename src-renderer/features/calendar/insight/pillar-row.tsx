import { useWords } from '#renderer/ui/words.tsx';
import type { CallOutput } from '#shared/contract/index.ts';
import styles from './insight.module.css';

/** Beyond so many percent from its target a share is named as off. */
const tolerance = 10;

/** The share of a pillar as a bar, with a mark where it is wanted. */
export function PillarRow({ pillar }: { pillar: CallOutput<'insight.balance'>['pillars'][number] }) {
  const { t, locale } = useWords();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const actual = percent.format(pillar.actual / 100);
  const wanted = percent.format(pillar.wanted / 100);
  const off = pillar.actual - pillar.wanted;
  const state =
    Math.abs(off) <= tolerance
      ? t('insight.on-target')
      : off > 0
        ? t('insight.above-target')
        : t('insight.below-target');
  return (
    <div className={styles.goal}>
      <div className={styles.goalHead}>
        <span className={styles.goalName}>{pillar.name}</span>
        <span className={styles.figures}>{t('insight.share', { actual, wanted })}</span>
      </div>
      <div
        className={styles.bar}
        role="meter"
        aria-label={pillar.name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(pillar.actual)}
        aria-valuetext={`${t('insight.share', { actual, wanted })}, ${state}`}
      >
        <span
          className={styles.fill}
          style={{ width: `${pillar.actual}%`, ...(pillar.hue ? { background: pillar.hue } : {}) }}
        />
        <span className={styles.target} style={{ insetInlineStart: `${pillar.wanted}%` }} />
      </div>
      <p className={styles.dim}>{t('insight.posts-and', { count: pillar.count, state })}</p>
    </div>
  );
}
