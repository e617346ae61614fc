import { rulerHeight } from './lanes.ts';
import type { Scale } from './scale.ts';
import styles from './timeline.module.css';

/** What a gesture shows while it lasts; times in seconds of the timeline, places in pixels of the lanes. */
export interface Feedback {
  tip?: string;
  /** Where the tip stands. */
  x?: number;
  y?: number;
  /** The time that was taken hold of. */
  snapAt?: number | null;
  /** Where a dragged or dropped thing would come between segments. */
  insertAt?: number | null;
  marquee?: { left: number; top: number; width: number; height: number };
  /** A dropped thing on a lane. */
  ghost?: { from: number; to: number; top: number; height: number };
}

/** Snap line, insertion mark, marquee and the live time beside the pointer. */
export function FeedbackLayer({
  feedback,
  scale,
  width,
}: {
  feedback: Feedback | null;
  scale: Scale;
  width: number;
}) {
  if (!feedback) return null;
  const px = (seconds: number): number => (seconds - scale.start) * scale.density;
  const { tip, x = 0, y = 0, snapAt, insertAt, marquee, ghost } = feedback;
  return (
    <div className={styles.feedback} aria-hidden>
      {ghost && (
        <span
          className={styles.ghost}
          style={{
            left: px(ghost.from),
            width: Math.max(4, (ghost.to - ghost.from) * scale.density),
            top: ghost.top,
            height: ghost.height,
          }}
        />
      )}
      {typeof snapAt === 'number' && <span className={styles.snapLine} style={{ left: px(snapAt) }} />}
      {typeof insertAt === 'number' && (
        <span className={styles.insert} style={{ left: px(insertAt), top: rulerHeight }} />
      )}
      {marquee && <span className={styles.marquee} style={marquee} />}
      {tip !== undefined && (
        <span
          className={styles.tip}
          data-testid="timeline-tip"
          style={{ left: Math.min(Math.max(x, 40), width - 60), top: Math.max(rulerHeight + 2, y - 34) }}
        >
          {tip}
        </span>
      )}
    </div>
  );
}
