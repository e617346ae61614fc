import type { Box } from './picture-geometry.ts';
import styles from './stage.module.css';

const edges = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height });

/** Darkens a picture but for a part of it. */
export function Shade({ whole, part }: { whole: Box; part: Box }) {
  return (
    <div className={styles.whole} style={edges(whole)} aria-hidden>
      <div className={styles.shade} style={edges({ ...part, x: part.x - whole.x, y: part.y - whole.y })} />
    </div>
  );
}
