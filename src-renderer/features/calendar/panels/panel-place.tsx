import { ActionIcon, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { panels } from './panels.tsx';
import styles from './panels.module.css';

/** The buttons that open and close the tools beside the calendar; one is open at most. */
export function PanelButtons({ open, onOpen }: { open: string; onOpen(id: string): void }) {
  const { t } = useWords();
  if (panels.length === 0) return null;
  return (
    <span className={styles.buttons} role="group" aria-label={t('calendar.panels')}>
      {panels.map(({ id, word, icon: Icon }) => (
        <Tooltip key={id} label={word(t)}>
          <ActionIcon
            aria-label={word(t)}
            aria-pressed={open === id}
            variant={open === id ? 'light' : 'subtle'}
            color={open === id ? 'vermilion' : 'gray'}
            onClick={() => onOpen(open === id ? '' : id)}
          >
            <Icon size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      ))}
    </span>
  );
}

/** The open tool, at the right of the days. */
export function PanelPlace({ open, onClose }: { open: string; onClose(): void }) {
  const { t } = useWords();
  const panel = panels.find(({ id }) => id === open);
  if (!panel) return null;
  const { component: Component } = panel;
  return (
    <aside className={styles.panel} aria-label={panel.word(t)} data-calendar-panel={panel.id}>
      <header className={styles.header}>
        <h2 className={styles.heading}>{panel.word(t)}</h2>
        <Tooltip label={t('calendar.close-panel')}>
          <ActionIcon aria-label={t('calendar.close-panel')} size="sm" onClick={onClose}>
            <IconX size={15} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={styles.content}>
        <Suspense fallback={null}>
          <Component />
        </Suspense>
      </div>
    </aside>
  );
}
