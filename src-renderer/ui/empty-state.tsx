import type { ComponentType, ReactNode } from 'react';
import styles from './empty-state.module.css';

/** What a screen is for while it has nothing to show, and the one next action (children). */
export function EmptyState({
  icon: Icon,
  title,
  body,
  children,
}: {
  icon?: ComponentType<{ size?: number | string; stroke?: number | string }>;
  title: string;
  body?: string;
  children?: ReactNode;
}) {
  return (
    <div className={styles.place}>
      <div className={styles.sheet}>
        <span className={styles.marks} aria-hidden />
        {Icon && (
          <span className={styles.icon} aria-hidden>
            <Icon size={28} stroke={1.25} />
          </span>
        )}
        <h2 className={styles.title}>{title}</h2>
        {body && <p className={styles.body}>{body}</p>}
        {children && <div className={styles.actions}>{children}</div>}
      </div>
    </div>
  );
}
