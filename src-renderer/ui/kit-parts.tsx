import type { ReactNode } from 'react';
import styles from './kit-parts.module.css';
import { useWords } from './words.tsx';

/** How often a kept thing was used. */
export function KitUses({ count }: { count: number }) {
  const { t } = useWords();
  return <span className={styles.uses}>{t('kit.uses', { count })}</span>;
}

/** An address as its tags make it. */
export function LinkExample({ children }: { children: ReactNode }) {
  return <p className={styles.example}>{children}</p>;
}
