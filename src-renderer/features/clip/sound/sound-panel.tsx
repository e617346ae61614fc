import { type DragEvent, useState, useSyncExternalStore } from 'react';
import { importFiles, pickFiles } from '#renderer/commands/import-files.ts';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { MediaPicker } from '#renderer/ui/media-picker/media-picker.tsx';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addBeside } from '#shared/clip/edit/operations/beside.ts';
import type { SoundItem } from '#shared/clip/edit/schema.ts';
import { newId } from '#shared/domain/id.ts';
import { useChosenSegments } from '../picture/use-chosen.ts';
import { useClip, useClipEditor, useClipSelection } from '../session/editor.tsx';
import { musicItems, replaceSound, type SoundFile } from './add-sounds.ts';
import { ItemList } from './item-list.tsx';
import { ItemSection } from './item-section.tsx';
import { RecordVoice } from './record-voice.tsx';
import { SegmentSection } from './segment-section.tsx';
import { SilenceDialog } from './silence-dialog.tsx';
import styles from './sound.module.css';
import { soundRequest } from './sound-request.ts';
import { useSoundActionSet } from './use-sound-actions.ts';
import { WholeSection } from './whole-section.tsx';

const none: readonly SoundItem[] = [];
const soundFiles = 'audio/*,video/*,.m4a,.flac,.opus,.mkv';

/** Puts files onto the clip: as music at the playhead, or in place of its own sound. */
function useTakeSounds() {
  const { t } = useWords();
  const { change, selection, player } = useClipEditor();
  return (files: readonly SoundFile[], way: 'music' | 'replace'): void => {
    const [first] = files;
    if (!first) return;
    if (way === 'replace') {
      change((edit) => replaceSound(edit, first, newId));
      notify(t('clip-sound.did-replace'));
      return;
    }
    const items = musicItems(files, player.now().time, newId);
    change((edit) => addBeside(edit, 'sounds', items));
    selection.set({ kind: 'sound', ids: items.map(({ id }) => id) });
  };
}

/** Files of this computer, brought into the library first. */
async function fromComputer(files: readonly File[]): Promise<SoundFile[]> {
  const result = await importFiles(files);
  const assets = [...(result?.imported ?? []), ...(result?.duplicates ?? [])];
  return assets.filter((asset) => asset.kind === 'audio' || asset.hasAudio);
}

/** Takes dropped sound files as music; anything else is the frame's. */
function useSoundDrop(enabled: boolean, onFiles: (files: readonly File[]) => void) {
  const [over, setOver] = useState(false);
  return {
    'data-over': over,
    onDragOver: (event: DragEvent): void => {
      const heard = [...event.dataTransfer.items].some(({ type }) => /^(audio|video)\//.test(type));
      if (!enabled || !heard) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    },
    onDragLeave: (event: DragEvent<HTMLElement>): void => {
      if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return;
      setOver(false);
    },
    onDrop: (event: DragEvent): void => {
      setOver(false);
      const files = [...event.dataTransfer.files].filter(({ type }) => /^(audio|video)\//.test(type));
      if (!enabled || files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      onFiles(files);
    },
  };
}

/** The sound of what is chosen, of the whole clip, and everything that brings in more of it. */
export function SoundPanel() {
  const { t } = useWords();
  const edit = useClip((snapshot) => snapshot.edit);
  const disabled = useClip((snapshot) => snapshot.record.readOnly);
  const selection = useClipSelection();
  const segments = useChosenSegments();
  const request = useSyncExternalStore(soundRequest.subscribe, soundRequest.get);
  const actions = useSoundActionSet(() => {});
  const take = useTakeSounds();
  const close = (): void => soundRequest.set(null);
  const drop = useSoundDrop(!disabled && edit.segments.length > 0, (files) => {
    void fromComputer(files).then((sounds) => take(sounds, 'music'), notifyFailure);
  });
  const items = edit.sounds ?? none;
  const chosen = selection?.kind === 'sound' ? items.filter(({ id }) => selection.ids.includes(id)) : none;
  const way = request === 'replace' ? 'replace' : 'music';
  return (
    <section className={styles.drop} aria-label={t('clip-sound.panel')} {...drop}>
      {request === 'voice' && <RecordVoice onClose={close} />}
      {chosen.length > 0 ? (
        <ItemSection items={chosen} disabled={disabled} />
      ) : (
        segments.length > 0 && (
          <SegmentSection segments={segments} silenced={edit.muted ?? false} disabled={disabled} />
        )
      )}
      <WholeSection edit={edit} disabled={disabled} />
      <Panel title={t('clip-sound.more')} remember="clip.sound.more">
        <div className={styles.actions}>
          <ActionButton action={actions.music} size="xs" />
          <ActionButton action={actions.voice} size="xs" />
          <ActionButton action={actions.replace} size="xs" />
          <ActionButton action={actions.pauses} size="xs" />
        </div>
        {items.length > 0 ? (
          <ItemList items={items} />
        ) : (
          <p className={styles.hint}>{t('clip-sound.no-items')}</p>
        )}
      </Panel>
      <MediaPicker
        opened={request === 'music' || request === 'replace'}
        title={way === 'replace' ? t('clip-sound.pick-replace') : t('clip-sound.pick-music')}
        shelves={['asset']}
        kinds={way === 'replace' ? ['audio', 'video'] : ['audio']}
        single={way === 'replace'}
        confirm={(count) =>
          way === 'replace' ? t('clip-sound.use') : t('clip-sound.add-count', { count: Math.max(1, count) })
        }
        onClose={close}
        onPick={(picked) => {
          const heard = picked.filter(({ asset }) => asset?.kind === 'audio' || asset?.hasAudio);
          if (heard.length < picked.length) notify(t('clip-sound.none-in-file'));
          take(heard, way);
        }}
        onBrowse={() => {
          close();
          void pickFiles(soundFiles)
            .then(fromComputer)
            .then((sounds) => take(sounds, way))
            .catch(notifyFailure);
        }}
      />
      {request === 'pauses' && <SilenceDialog segments={segments} onClose={close} />}
    </section>
  );
}
