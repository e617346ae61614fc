import { Collapse } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

/**
 * A titled section of an inspector or drawer. With `remember` it folds, and comes back as it was left under that name.
 */
export function Panel({
  title,
  actions,
  remember,
  children,
}: {
  title: string;
  actions?: ReactNode;
  remember?: string;
  children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useLocalStorage({
    key: `galley.panel.${remember ?? ''}`,
    defaultValue: true,
    getInitialValueInEffect: false,
  });
  const shown = remember === undefined || open;
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.header}>
        {remember === undefined ? (
          <h3 className={styles.title} id={id}>
            {title}
          </h3>
        ) : (
          <h3 className={styles.title} id={id}>
            <button
              type="button"
              className={styles.toggle}
              aria-expanded={shown}
              onClick={() => setOpen(!open)}
            >
              <IconChevronRight size={14} stroke={1.5} className={styles.chevron} data-open={shown} />
              {title}
            </button>
          </h3>
        )}
        {actions}
      </header>
      <Collapse expanded={shown} transitionDuration={140}>
        <div className={styles.content}>{children}</div>
      </Collapse>
    </section>
  );
}
