import { IconTable } from '@tabler/icons-react';
import { memo, useMemo } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import counterClasses from '../counters/counters.module.css';
import { type LiveMeasures, useMeasured } from '../session/live-measures.ts';
import { fieldMeasure } from '../session/measure.ts';
import { CountText } from '../targets/count-text.tsx';

/** The counter of a field: of the chosen target, on the base text of the target that is fullest. */
export const FieldCount = memo(function FieldCount({
  live,
  target,
  role,
  opened,
  onOpened,
}: {
  live: LiveMeasures;
  /** `targetKey`; null on the base text. */
  target: string | null;
  role: 'title' | 'body';
  /** Whether the counters of all targets are on the screen; absent where they are opened elsewhere. */
  opened?: boolean;
  onOpened?(opened: boolean): void;
}) {
  const { t } = useWords();
  const measure = useMeasured(live, (measures) => fieldMeasure(measures, target, role));
  const format = measure && target === null ? `${measure.count.platform}/${measure.count.format}` : null;
  // Its tooltip costs more than the number: it is drawn again only when another platform is the fullest.
  const badge = useMemo(() => format !== null && <PlatformBadge format={format} size={14} />, [format]);
  if (!measure) return null;
  const count = (
    <>
      {badge}
      <CountText measure={measure} />
    </>
  );
  if (!onOpened) return count;
  return (
    <button
      type="button"
      className={counterClasses['toggle']}
      aria-expanded={opened}
      title={t('adapt.counters')}
      onClick={() => onOpened(!opened)}
    >
      {count}
      <IconTable size={14} stroke={1.5} role="img" aria-label={t('adapt.counters')} />
    </button>
  );
});
