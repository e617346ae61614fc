import { Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftExpand, IconLayoutSidebarLeftCollapse } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { Action } from '#renderer/commands/action.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { placeOf, places } from './places.ts';
import styles from './rail.module.css';

/** Where one can go; names on hover, or always when it is open. Alt+1 … Alt+9 by keyboard. */
export function Rail({ open, toggle }: { open: boolean; toggle: Action }) {
  const { t } = useWords();
  const [location] = useLocation();
  const here = placeOf(location);
  const ToggleIcon = open ? IconLayoutSidebarLeftCollapse : IconLayoutSidebarLeftExpand;
  return (
    <nav className={styles.rail} data-open={open} aria-label={t('app.rail')}>
      <div className={styles.mark} aria-hidden>
        <svg viewBox="0 0 32 32" width="24" height="24" fill="none">
          <path d="M1 7h4M7 1v4M27 25h4M25 27v4" stroke="var(--g-accent)" strokeWidth="1.75" />
          <circle cx="16" cy="16" r="6.5" stroke="var(--g-accent)" strokeWidth="1.75" />
          <path d="M16 5.5v21M5.5 16h21" stroke="var(--g-text)" strokeWidth="1.5" />
        </svg>
        {open && <span className={styles.name}>Galley</span>}
      </div>
      {places.map(({ path, word, icon: Icon }, index) => (
        <Tooltip
          key={path}
          label={`${t(word)}  Alt+${index + 1}`}
          position="right"
          disabled={open}
          openDelay={80}
        >
          <Link
            href={path}
            className={styles.place}
            data-here={here?.path === path}
            data-last={path === '/settings'}
            aria-label={t(word)}
            {...(here?.path === path ? { 'aria-current': 'page' as const } : {})}
          >
            <Icon size={20} stroke={1.5} aria-hidden />
            {open && <span className={styles.word}>{t(word)}</span>}
          </Link>
        </Tooltip>
      ))}
      <button
        type="button"
        className={styles.place}
        aria-label={t('app.toggle-rail')}
        aria-expanded={open}
        onClick={() => void toggle.run()}
      >
        <ToggleIcon size={20} stroke={1.5} aria-hidden />
        {open && <span className={styles.word}>{t('app.toggle-rail')}</span>}
      </button>
    </nav>
  );
}
