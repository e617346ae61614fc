import type { CSSProperties } from 'react';
import { initials } from '../initials.ts';
import styles from './avatar.module.css';

/** Somebody as a small disc with their initials and colour; the name is for pointers and is read where it stands alone. */
export function Avatar({
  name,
  hue,
  size = 22,
  named = false,
}: {
  name: string;
  /** `#rrggbb`; null is neutral. */
  hue: string | null;
  /** Pixels. */
  size?: number;
  /** The name is not written beside it. */
  named?: boolean;
}) {
  const look: CSSProperties & Record<'--hue' | '--disc', string> = {
    '--hue': hue ?? 'var(--g-text-faint)',
    '--disc': `${size}px`,
  };
  return (
    <span
      className={styles.avatar}
      style={look}
      title={name}
      {...(named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {initials(name)}
    </span>
  );
}
