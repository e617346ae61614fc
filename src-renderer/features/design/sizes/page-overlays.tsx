import { useRulePack } from '#renderer/ui/rule-pack.ts';
import type { DesignBody, Variant } from '#shared/design/schema.ts';
import { centreCrop, cropsOf } from './crops.ts';
import styles from './sizes.module.css';

export interface OverlayChoice {
  /** The design's safe area. */
  safe: boolean;
  /** Where grids and feeds cut. */
  crop: boolean;
  /** What the platform's own buttons and words cover. */
  furniture: boolean;
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function Frame({ box, kind }: { box: Box; kind: string }) {
  return (
    <g data-kind={kind}>
      <rect {...box} className={styles.line} vectorEffect="non-scaling-stroke" />
    </g>
  );
}

/** Safe area, crops and the platform's furniture over a painted page of a size. */
export function PageOverlays({
  body,
  variant,
  show,
}: {
  body: DesignBody;
  variant: Variant | null;
  show: OverlayChoice;
}) {
  const pack = useRulePack();
  const { width, height, safeArea } = body;
  const covered = variant?.safe ?? null;
  const crops =
    show.crop && variant && pack
      ? cropsOf(pack, variant.format).filter(
          ({ ratio }) => Math.abs(Math.log(ratio / (width / height))) > 0.02,
        )
      : [];
  return (
    <svg className={styles.overlay} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      {show.furniture && covered && (
        <path
          className={styles.covered}
          fillRule="evenodd"
          d={`M0 0H${width}V${height}H0Z M${covered.left} ${covered.top}V${height - covered.bottom}H${width - covered.right}V${covered.top}Z`}
        />
      )}
      {show.safe && safeArea && (
        <Frame
          kind="safe"
          box={{
            x: safeArea.left,
            y: safeArea.top,
            width: Math.max(0, width - safeArea.left - safeArea.right),
            height: Math.max(0, height - safeArea.top - safeArea.bottom),
          }}
        />
      )}
      {crops.map(({ label, ratio }) => {
        const box = centreCrop(body, ratio);
        return <Frame key={label} kind="crop" box={box} />;
      })}
    </svg>
  );
}
