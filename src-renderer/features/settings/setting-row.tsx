import { type ReactNode, useId } from 'react';
import styles from './settings.module.css';

/** One setting: its name, what it does, its control (given the ids that label it). */
export function SettingRow({
  name,
  hint,
  children,
}: {
  name: string;
  hint?: string;
  children: (labels: { 'aria-labelledby': string; 'aria-describedby'?: string }) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span className={styles.name} id={id}>
          {name}
        </span>
        {hint && (
          <span className={styles.hint} id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
      <div className={styles.control}>
        {children({ 'aria-labelledby': id, ...(hint ? { 'aria-describedby': `${id}-hint` } : {}) })}
      </div>
    </div>
  );
}
