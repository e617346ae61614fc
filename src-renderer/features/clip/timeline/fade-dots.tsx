import { fadesOf, type Ground } from './hit.ts';
import { rulerHeight } from './lanes.ts';
import styles from './timeline.module.css';

/** Dots on chosen segments and sounds by which their fades are dragged; the pointer meets them through `hitAt`. */
export function FadeDots({ ground, width }: { ground: Ground; width: number }) {
  const { rows, scale, scrolled, chosen } = ground;
  if (chosen.size === 0 || chosen.size > 40) return null;
  const px = (seconds: number): number => (seconds - scale.start) * scale.density;
  const dots: { key: string; x: number; y: number }[] = [];
  for (const row of rows) {
    if (row.kind !== 'main' && row.kind !== 'sound') continue;
    for (const item of row.items) {
      if (!chosen.has(`${item.kind} ${item.id}`)) continue;
      const [left, right] = [px(item.from), px(item.to)];
      const fades = right - left > 48 ? fadesOf(ground, item) : null;
      if (!fades) continue;
      const y = rulerHeight + row.top - scrolled + fades.offset + 5;
      if (y < rulerHeight) continue;
      dots.push({ key: `${item.id} in`, x: Math.max(left + 12, px(fades.from)), y });
      dots.push({ key: `${item.id} out`, x: Math.min(right - 12, px(fades.to)), y });
    }
  }
  return (
    <div className={styles.feedback} aria-hidden>
      {dots
        .filter(({ x }) => x > -8 && x < width + 8)
        .map(({ key, x, y }) => (
          <span key={key} className={styles.dot} style={{ left: x, top: y }} />
        ))}
    </div>
  );
}
