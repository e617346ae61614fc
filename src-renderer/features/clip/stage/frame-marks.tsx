import { useRulePack } from '#renderer/ui/rule-pack.ts';
import type { SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import { safeZoneOf } from '#shared/clip/render/safe-zone.ts';
import { useClip } from '../session/editor.tsx';
import type { Size } from './picture-geometry.ts';
import styles from './stage.module.css';
import { useStageState } from './stage-state.ts';

/** Where the platform's own buttons and words lie: px of the frame, or null when none are stated. */
export function useSafeZone(frame: Size): SafeInsets | null {
  const pack = useRulePack();
  const drawn = useClip((now) => now.edit.frame);
  return pack ? safeZoneOf(pack, drawn ? { frame: drawn } : {}, null, frame) : null;
}

/** Bars where a vertical video's buttons and words usually lie, inside what the platform says is covered. */
function Furniture({ frame, zone }: { frame: Size; zone: SafeInsets }) {
  const unit = frame.width / 100;
  const tall = frame.height > frame.width;
  if (!tall) return null;
  const x = frame.width - zone.right / 2;
  return (
    <g className={styles.furniture}>
      {zone.right > 8 * unit &&
        [0, 1, 2, 3].map((place) => (
          <circle
            key={place}
            cx={x}
            cy={frame.height - zone.bottom - (3 + place * 13) * unit}
            r={3.6 * unit}
          />
        ))}
      {zone.bottom > 12 * unit && (
        <>
          <rect
            x={Math.max(zone.left, 4 * unit)}
            y={frame.height - zone.bottom + 4 * unit}
            width={34 * unit}
            height={3 * unit}
            rx={1.5 * unit}
          />
          <rect
            x={Math.max(zone.left, 4 * unit)}
            y={frame.height - zone.bottom + 10 * unit}
            width={58 * unit}
            height={2.4 * unit}
            rx={1.2 * unit}
          />
        </>
      )}
    </g>
  );
}

/** Safe area with hints of the platform's furniture, and the grid of thirds, over the picture. */
export function FrameMarks({ frame }: { frame: Size; shown: Size }) {
  const { safe, thirds } = useStageState();
  const zone = useSafeZone(frame);
  const { width, height } = frame;
  return (
    <svg className={styles.marks} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      {safe && zone && (
        <>
          <path
            className={styles.covered}
            fillRule="evenodd"
            d={`M0 0H${width}V${height}H0Z M${zone.left} ${zone.top}V${height - zone.bottom}H${width - zone.right}V${zone.top}Z`}
          />
          <Furniture frame={frame} zone={zone} />
          <rect
            className={styles.line}
            x={zone.left}
            y={zone.top}
            width={Math.max(0, width - zone.left - zone.right)}
            height={Math.max(0, height - zone.top - zone.bottom)}
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
      {thirds && (
        <path
          className={styles.thirds}
          vectorEffect="non-scaling-stroke"
          d={`M${width / 3} 0V${height}M${(2 * width) / 3} 0V${height}M0 ${height / 3}H${width}M0 ${(2 * height) / 3}H${width}`}
        />
      )}
    </svg>
  );
}
