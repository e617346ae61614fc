import { Button, SegmentedControl } from '@mantine/core';
import { IconBadgeCc, IconPlus, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useEffect, useState } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { useClipEditor, useClipSelection } from '../session/editor.tsx';
import { CaptionStylePanel } from './caption-style.tsx';
import styles from './captions-panel.module.css';
import { CuesView } from './cues-view.tsx';
import { ImportNote } from './import-note.tsx';
import { languageName } from './languages.ts';
import { newTrack } from './new-track.ts';
import { onTextRequest } from './text-request.ts';
import { TrackList } from './track-list.tsx';
import { addTrack } from './tracks.ts';
import { useReadOnly, useTracks } from './use-captions.ts';
import { type CaptionImport, useCaptionImport } from './use-caption-import.ts';

const captionFile = /\.(srt|vtt|ass|ssa|txt)$/i;

/** Whether what is dragged may be caption files: their names are told only when they are dropped. */
function carriesFiles(event: DragEvent): boolean {
  return [...event.dataTransfer.items].some(({ kind }) => kind === 'file');
}

/** Takes dropped caption files; anything else is the frame's, which brings it into the library. */
function useDrop(from: CaptionImport, enabled: boolean) {
  const [over, setOver] = useState(false);
  return {
    'data-over': over,
    onDragOver: (event: DragEvent): void => {
      if (!enabled || !carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>): void => {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
      setOver(false);
    },
    onDrop: (event: DragEvent): void => {
      setOver(false);
      const files = [...event.dataTransfer.files].filter(({ name }) => captionFile.test(name));
      if (!enabled || files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      void from.take(files);
    },
  };
}

function NoTracks({ from, onAdd }: { from: CaptionImport; onAdd(): void }) {
  const { t } = useWords();
  const readOnly = useReadOnly();
  return (
    <EmptyState icon={IconBadgeCc} title={t('clip-captions.empty')} body={t('clip-captions.empty-body')}>
      <Button leftSection={<IconPlus size={16} stroke={1.5} />} disabled={readOnly} onClick={onAdd}>
        {t('clip-captions.write')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconUpload size={16} stroke={1.5} />}
        disabled={readOnly}
        loading={from.busy}
        onClick={() => void from.choose()}
      >
        {t('clip-captions.import')}
      </Button>
    </EmptyState>
  );
}

/** The track that is edited: the one of the chosen cue, else the one shown last, else the first. */
function useShownTrack(tracks: readonly CaptionTrack[]): [CaptionTrack | undefined, (id: string) => void] {
  const selection = useClipSelection();
  const selected = selection?.kind === 'cue' ? selection.track : undefined;
  const [shown, setShown] = useState(selected);
  const [seen, setSeen] = useState(selected);
  if (selected !== seen) {
    setSeen(selected);
    if (selected !== undefined) setShown(selected);
  }
  return [tracks.find(({ id }) => id === shown) ?? tracks[0], setShown];
}

/** Captions of the clip: tracks, their words and times, their look. */
export function CaptionsPanel() {
  const { t, language, locale } = useWords();
  const editor = useClipEditor();
  const tracks = useTracks();
  const readOnly = useReadOnly();
  const [track, show] = useShownTrack(tracks);
  const [view, setView] = useState<'cues' | 'style'>('cues');
  const showTrack = (id: string): void => {
    editor.selection.set(null);
    show(id);
  };
  const from = useCaptionImport(showTrack);
  const drop = useDrop(from, !readOnly);
  const add = (): void => {
    const facts = { name: languageName(language, locale), language, cues: [] };
    const added = newTrack(editor.session.now().edit, facts);
    editor.change((edit) => addTrack(edit, added));
    showTrack(added.id);
    setView('cues');
  };
  // A double click on the stage asks for the words.
  useEffect(() => onTextRequest(() => setView('cues')), []);

  return (
    <div className={styles.panel} {...drop}>
      {track === undefined ? (
        <NoTracks from={from} onAdd={add} />
      ) : (
        <>
          <TrackList
            tracks={tracks}
            shownId={track.id}
            importing={from.busy}
            onShow={showTrack}
            onImport={() => void from.choose()}
            onAdd={add}
          />
          {from.imported?.trackId === track.id && <ImportNote imported={from.imported} from={from} />}
          <div className={styles.views}>
            <SegmentedControl
              fullWidth
              aria-label={t('clip-captions.view')}
              value={view}
              onChange={(next) => setView(next === 'style' ? 'style' : 'cues')}
              data={[
                { value: 'cues', label: t('clip-captions.words') },
                { value: 'style', label: t('clip-captions.style') },
              ]}
            />
          </div>
          {view === 'cues' ? (
            <CuesView key={track.id} track={track} tracks={tracks} />
          ) : (
            <CaptionStylePanel key={track.id} track={track} />
          )}
        </>
      )}
    </div>
  );
}
