import { ActionIcon, Menu, Select, TextInput, Tooltip } from '@mantine/core';
import {
  IconDots,
  IconEye,
  IconEyeOff,
  IconFlame,
  IconFlameOff,
  IconPlus,
  IconUpload,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { changeTrack } from '#shared/clip/edit/operations/cues.ts';
import { type ClipEditorParts, useClipEditor } from '../session/editor.tsx';
import { commonLanguages, languageName } from './languages.ts';
import styles from './track-list.module.css';
import { TrackMenu } from './track-menu.tsx';
import { mostTracks } from './tracks.ts';
import { useReadOnly } from './use-captions.ts';
import { useFirstFocus } from './use-first-focus.ts';

function set(editor: ClipEditorParts, id: string, next: Partial<CaptionTrack>, gesture?: string): void {
  editor.change((edit) => changeTrack(edit, id, (track) => ({ ...track, ...next })), gesture);
}

/** Name and language of a track, unfolded below it. */
function TrackFacts({ track, onDone }: { track: CaptionTrack; onDone(): void }) {
  const { t, locale } = useWords();
  const editor = useClipEditor();
  const field = useFirstFocus<HTMLInputElement>();
  const codes = [...new Set<string>([track.language, ...commonLanguages])];
  return (
    <div
      className={styles.facts}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.nativeEvent.isComposing || event.defaultPrevented) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <TextInput
        ref={field}
        label={t('clip-captions.name')}
        maxLength={200}
        value={track.name}
        onChange={(event) =>
          set(editor, track.id, { name: event.currentTarget.value }, `caption-name ${track.id}`)
        }
      />
      <Select
        label={t('clip-captions.language')}
        searchable
        data={codes.map((value) => ({ value, label: languageName(value, locale) }))}
        value={track.language}
        onChange={(language) => language !== null && set(editor, track.id, { language })}
      />
    </div>
  );
}

function TrackRow({
  track,
  shown,
  open,
  onShow,
  onOpen,
}: {
  track: CaptionTrack;
  shown: boolean;
  open: boolean;
  onShow(): void;
  onOpen(open: boolean): void;
}) {
  const { t, locale } = useWords();
  const editor = useClipEditor();
  const readOnly = useReadOnly();
  const renaming = useRef(false);
  const tongue = languageName(track.language, locale);
  const hidden = track.hidden === true;
  const toggles = [
    {
      word: hidden ? t('clip-captions.show') : t('clip-captions.hide'),
      Icon: hidden ? IconEyeOff : IconEye,
      on: !hidden,
      run: () => set(editor, track.id, { hidden: !hidden }),
    },
    {
      word: track.burn ? t('clip-captions.burn-off') : t('clip-captions.burn-on'),
      Icon: track.burn ? IconFlame : IconFlameOff,
      on: track.burn,
      run: () => set(editor, track.id, { burn: !track.burn }),
    },
  ];
  return (
    <li className={styles.item}>
      <div className={styles.row} data-shown={shown}>
        <button
          type="button"
          className={styles.name}
          aria-pressed={shown}
          title={track.name}
          onClick={onShow}
          onDoubleClick={() => !readOnly && onOpen(true)}
        >
          <span className={styles.nameText}>{track.name || t('clip-captions.untitled')}</span>
          {tongue !== track.name && <span className={styles.tongue}>{tongue}</span>}
        </button>
        {toggles.map(({ word, Icon, on, run }) => (
          <Tooltip key={word} label={word}>
            <ActionIcon
              size={24}
              className={styles.toggle ?? ''}
              data-on={on}
              aria-label={word}
              disabled={readOnly}
              onClick={run}
            >
              <Icon size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
        ))}
        <Menu
          position="bottom-end"
          onExitTransitionEnd={() => {
            // Not while the menu still holds the focus.
            if (renaming.current) onOpen(true);
            renaming.current = false;
          }}
        >
          <Menu.Target>
            <ActionIcon size={24} aria-label={t('clip-captions.track-menu', { name: track.name })}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <TrackMenu
            track={track}
            onRename={() => {
              renaming.current = true;
            }}
          />
        </Menu>
      </div>
      {open && shown && !readOnly && <TrackFacts track={track} onDone={() => onOpen(false)} />}
    </li>
  );
}

/** The tracks of captions: which one is edited, what is seen, what is painted into the picture. */
export function TrackList({
  tracks,
  shownId,
  importing,
  onShow,
  onImport,
  onAdd,
}: {
  tracks: readonly CaptionTrack[];
  shownId: string | null;
  importing: boolean;
  onShow(id: string): void;
  onImport(): void;
  onAdd(): void;
}) {
  const { t } = useWords();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<string | null>(null);
  const full = tracks.length >= mostTracks;
  return (
    <section className={styles.tracks} aria-label={t('clip-captions.tracks')}>
      <header className={styles.head}>
        <h3 className={styles.title}>{t('clip-captions.tracks')}</h3>
        <Tooltip label={t('clip-captions.import')}>
          <ActionIcon
            aria-label={t('clip-captions.import')}
            disabled={readOnly || full}
            loading={importing}
            onClick={onImport}
          >
            <IconUpload size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('clip-captions.add-track')}>
          <ActionIcon aria-label={t('clip-captions.add-track')} disabled={readOnly || full} onClick={onAdd}>
            <IconPlus size={16} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </header>
      <ul className={styles.list}>
        {tracks.map((track) => (
          <TrackRow
            key={track.id}
            track={track}
            shown={track.id === shownId}
            open={track.id === open}
            onShow={() => {
              if (track.id !== open) setOpen(null);
              onShow(track.id);
            }}
            onOpen={(next) => {
              setOpen(next ? track.id : null);
              if (next) onShow(track.id);
            }}
          />
        ))}
      </ul>
    </section>
  );
}
