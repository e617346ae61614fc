import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { IconAspectRatio, IconCheck, IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { PlatformBadge } from '#renderer/ui/platform-badge.tsx';
import { useRulePack } from '#renderer/ui/rule-pack.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { ClipFrame } from '#shared/clip/edit/schema.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { type FormatRow, matches, useFormatRows } from './format-rows.ts';
import type { Size } from './picture-geometry.ts';
import styles from './format-picker.module.css';

/** Chooses the frame of the clip: its own size, common shapes, or what a platform wants. */
export function FormatPicker({ frame }: { frame: Size }) {
  const { t, say } = useWords();
  const editor = useClipEditor();
  const pack = useRulePack();
  const chosen = useClip((now) => now.edit.frame);
  const readOnly = useClip((now) => now.record.readOnly);
  const [opened, setOpened] = useState(false);
  const [search, setSearch] = useState('');
  const rows = useFormatRows(pack);
  const isChosen = (row: FormatRow): boolean =>
    row.frame === null
      ? chosen === undefined
      : chosen?.width === row.frame.width &&
        chosen.height === row.frame.height &&
        (chosen.format ?? '') === (row.frame.format ?? '');
  const set = (wanted: ClipFrame | null): void => {
    editor.change((edit) => {
      const { frame: _, ...rest } = edit;
      return wanted ? { ...rest, frame: wanted } : rest;
    });
    setOpened(false);
    setSearch('');
  };
  const current = rows.find(isChosen);
  const shown = rows.filter((row) => matches(row, search, say));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      trapFocus
      returnFocus
      width="auto"
    >
      <Popover.Target>
        <UnstyledButton
          className={styles.target}
          disabled={readOnly}
          aria-label={t('clip-stage.format')}
          onClick={() => setOpened((now) => !now)}
        >
          {current?.frame?.format ? (
            <PlatformBadge format={current.frame.format} size={16} />
          ) : (
            <IconAspectRatio size={16} stroke={1.5} />
          )}
          <span className={styles.name}>{current ? current.name(say, t) : t('clip-stage.own-frame')}</span>
          <span className={styles.size}>{`${frame.width} × ${frame.height}`}</span>
          <IconChevronDown size={14} stroke={1.5} />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.sheet ?? ''}>
        <TextInput
          size="xs"
          data-autofocus
          aria-label={t('clip-stage.search-formats')}
          placeholder={t('clip-stage.search-formats')}
          leftSection={<IconSearch size={14} stroke={1.5} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && shown[0]) set(shown[0].frame);
          }}
        />
        <div className={styles.list} role="listbox" aria-label={t('clip-stage.format')}>
          {shown.map((row) => (
            <UnstyledButton
              key={row.key}
              role="option"
              aria-selected={isChosen(row)}
              className={styles.row}
              onClick={() => set(row.frame)}
            >
              {row.frame?.format ? (
                <PlatformBadge format={row.frame.format} size={16} />
              ) : (
                <span
                  className={styles.shape}
                  style={{ aspectRatio: row.frame ? `${row.frame.width} / ${row.frame.height}` : '4 / 3' }}
                  aria-hidden
                />
              )}
              <span className={styles.name}>{row.name(say, t)}</span>
              <span className={styles.size}>
                {row.frame ? `${row.frame.width} × ${row.frame.height}` : ''}
              </span>
              {isChosen(row) && <IconCheck size={14} stroke={2} />}
            </UnstyledButton>
          ))}
          {shown.length === 0 && <p className={styles.none}>{t('clip-stage.no-format')}</p>}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
