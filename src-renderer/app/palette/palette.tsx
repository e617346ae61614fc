import { Modal } from '@mantine/core';
import { IconPoint, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { keyWord } from '#renderer/ui/action-words.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { closeOverlay, useOverlay } from '../frame/overlays.ts';
import styles from './palette.module.css';
import { type PaletteEntry, usePaletteEntries } from './palette-entries.ts';

function PaletteContent() {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const go = useCallback((path: string) => navigate(path), [navigate]);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const entries = usePaletteEntries(query, go);
  const list = useRef<HTMLDivElement>(null);
  const current = Math.min(at, entries.length - 1);
  const groupWords: Record<PaletteEntry['group'], string> = {
    actions: t('app.palette-actions'),
    posts: t('app.go-posts'),
    designs: t('app.go-designs'),
    library: t('app.go-library'),
  };

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const choose = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    closeOverlay();
    // After the dialog has given the focus back, so that what opens next keeps its own.
    setTimeout(entry.run, 0);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((current + step + entries.length) % Math.max(1, entries.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(entries[current]);
    }
  };

  return (
    <div>
      <div className={styles.field}>
        <IconSearch size={18} stroke={1.5} aria-hidden />
        <input
          className={styles.input}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-label={t('app.palette')}
          {...(entries[current] ? { 'aria-activedescendant': `palette-${current}` } : {})}
          placeholder={t('app.palette-placeholder')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div
        className={styles.list}
        id="palette-list"
        role="listbox"
        tabIndex={-1}
        aria-label={t('app.palette')}
        ref={list}
      >
        {entries.length === 0 && <p className={styles.nothing}>{t('app.palette-nothing')}</p>}
        {entries.map((entry, index) => {
          const Icon = entry.icon ?? IconPoint;
          const heading = entries[index - 1]?.group !== entry.group;
          return (
            <div key={entry.id}>
              {heading && <div className={styles.group}>{groupWords[entry.group]}</div>}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys (combobox) */}
              <div
                className={styles.entry}
                id={`palette-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                onMouseMove={() => setAt(index)}
                onClick={() => choose(entry)}
              >
                <Icon size={17} stroke={1.5} />
                <span className={styles.word}>{entry.word}</span>
                {entry.keys[0] && <kbd className={styles.key}>{keyWord(entry.keys[0])}</kbd>}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Search and commands: every action on offer, every place, and what the workspace holds. */
export function Palette() {
  const { t } = useWords();
  const overlay = useOverlay();
  return (
    <Modal
      opened={overlay === 'palette'}
      onClose={closeOverlay}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': t('app.palette') } }}
      centered={false}
      yOffset="14vh"
      size={600}
      padding={0}
      transitionProps={{ duration: 90, transition: 'fade' }}
    >
      <PaletteContent />
    </Modal>
  );
}
