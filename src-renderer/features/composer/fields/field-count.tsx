import { memo } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { type LiveMeasures, useMeasured } from '../session/live-measures.ts';
import { fieldMeasure } from '../session/measure.ts';
import { CountText } from '../targets/count-text.tsx';

/** The counter of a field: of the chosen target, on the base text of the target that is fullest. */
export const FieldCount = memo(function FieldCount({
  live,
  target,
  role,
}: {
  live: LiveMeasures;
  /** `targetKey`; null on the base text. */
  target: string | null;
  role: 'title' | 'body';
}) {
  const measure = useMeasured(live, (measures) => fieldMeasure(measures, target, role));
  if (!measure) return null;
  return (
    <>
      {target === null && (
        <PlatformBadge format={`${measure.count.platform}/${measure.count.format}`} size={14} />
      )}
      <CountText measure={measure} />
    </>
  );
});
