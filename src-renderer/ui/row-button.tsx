import type { ReactNode } from 'react';
import styles from './row-button.module.css';

/** The head of a row that unfolds: a name with one dim line beneath. `close` where the row has other controls too. */
export function RowButton({
  name,
  about,
  open,
  close = false,
  onToggle,
}: {
  name: string;
  about: ReactNode;
  open: boolean;
  close?: boolean;
  onToggle(): void;
}) {
  return (
    <button
      type="button"
      className={`${styles.row} ${close ? styles.close : styles.roomy}`}
      aria-expanded={open}
      onClick={onToggle}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.about}>{about}</span>
    </button>
  );
}
