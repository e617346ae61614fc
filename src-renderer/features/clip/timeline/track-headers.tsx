import {
  IconEye,
  IconEyeOff,
  IconLayersSubtract,
  IconMessage2,
  IconMicrophone,
  IconMovie,
  IconMusic,
  IconVolume,
  IconVolumeOff,
  IconWaveSine,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import type { LaneRow } from './lanes.ts';
import styles from './timeline.module.css';

const icons = {
  caption: IconMessage2,
  overlay: IconLayersSubtract,
  main: IconMovie,
  music: IconMusic,
  voice: IconMicrophone,
  effect: IconWaveSine,
};

/** All sounds of a role on or off. */
const withRoleMuted = (edit: ClipEdit, role: LaneRow['role'], muted: boolean): ClipEdit => ({
  ...edit,
  sounds: edit.sounds?.map((sound) => (sound.role === role ? { ...sound, muted } : sound)),
});

function Switch({
  row,
  edit,
  change,
}: {
  row: LaneRow;
  edit: ClipEdit;
  change(next: (edit: ClipEdit) => ClipEdit): void;
}) {
  const { t } = useWords();
  if (!row.first) return null;
  const hides = row.kind === 'caption' || row.kind === 'overlay';
  const track = edit.captions?.find(({ id }) => id === row.track);
  const off =
    row.kind === 'caption'
      ? track?.hidden === true
      : row.kind === 'overlay'
        ? (edit.overlays ?? []).every((overlay) => overlay.hidden === true)
        : row.kind === 'main'
          ? edit.muted === true
          : (edit.sounds ?? []).every((sound) => sound.role !== row.role || sound.muted === true);
  const toggle = (): void =>
    change((before) => {
      if (row.kind === 'caption')
        return {
          ...before,
          captions: before.captions?.map((one) => (one.id === row.track ? { ...one, hidden: !off } : one)),
        };
      if (row.kind === 'overlay')
        return { ...before, overlays: before.overlays?.map((one) => ({ ...one, hidden: !off })) };
      if (row.kind === 'main') return { ...before, muted: !off };
      return withRoleMuted(before, row.role, !off);
    });
  const Icon = hides ? (off ? IconEyeOff : IconEye) : off ? IconVolumeOff : IconVolume;
  const word = hides
    ? off
      ? t('clip-timeline.show-track')
      : t('clip-timeline.hide-track')
    : off
      ? t('clip-timeline.unmute-track')
      : t('clip-timeline.mute-track');
  return (
    <button
      type="button"
      className={styles.headSwitch}
      aria-pressed={off}
      aria-label={word}
      title={word}
      onClick={toggle}
    >
      <Icon size={15} stroke={1.5} aria-hidden />
    </button>
  );
}

/** What each lane is, and whether it is seen or heard. */
export const TrackHeaders = memo(function TrackHeaders({
  rows,
  scrolled,
}: {
  rows: readonly LaneRow[];
  scrolled: number;
}) {
  const { t } = useWords();
  const { change } = useClipEditor();
  const edit = useClip((now) => now.edit);
  const readOnly = useClip((now) => now.record.readOnly);
  const names = {
    main: t('clip-timeline.main-track'),
    overlay: t('clip-timeline.overlay-track'),
    music: t('clip-timeline.music-track'),
    voice: t('clip-timeline.voice-track'),
    effect: t('clip-timeline.effect-track'),
  };
  return (
    <div className={styles.heads}>
      <div className={styles.headsInner} style={{ transform: `translateY(${-scrolled}px)` }}>
        {rows.map((row) => {
          const Icon = icons[row.kind === 'sound' ? (row.role ?? 'music') : row.kind];
          const track = edit.captions?.find(({ id }) => id === row.track);
          const name =
            row.kind === 'caption'
              ? track?.name
              : names[row.kind === 'sound' ? (row.role ?? 'music') : row.kind];
          return (
            <div
              key={row.key}
              className={styles.head}
              role="group"
              aria-label={name}
              style={{ top: row.top, height: row.height }}
            >
              {row.first && (
                <>
                  <Icon size={15} stroke={1.5} aria-hidden />
                  <span className={styles.headName} title={name}>
                    {name}
                  </span>
                  {!readOnly && <Switch row={row} edit={edit} change={change} />}
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});
