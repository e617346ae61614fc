import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import {
  cueAtTime,
  type FrameSize,
  layoutTracks,
  type SafeInsets,
  type ShownCue,
} from '#shared/clip/captions/layout-cue.ts';
import { timedWords, wordAt } from '#shared/clip/captions/words.ts';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { changeTrack } from '#shared/clip/edit/operations/cues.ts';
import { useClipEditor, useClipSelection } from '../session/editor.tsx';
import styles from './caption-layer.module.css';
import { drawCaptions } from './draw-captions.ts';
import { openCueText } from './text-request.ts';
import { useCaptionFonts } from './use-caption-fonts.ts';
import { chosenCues, useReadOnly, useTracks } from './use-captions.ts';

const byKeys = 0.02;

/** Which cues and words stand on the screen at a time, as one string: nothing is drawn anew while it stays. */
function stateAt(tracks: readonly CaptionTrack[], seconds: number): string {
  return tracks
    .map((track) => {
      const cue = track.hidden ? null : cueAtTime(track.cues, seconds);
      if (!cue) return '';
      return `${cue.id} ${track.style.highlight === 'none' ? '' : wordAt(timedWords(cue), seconds)}`;
    })
    .join();
}

/** Lays out what is shown at a time, and answers the same list until something of it changes: `fonts` count too. */
function createShown(
  tracks: readonly CaptionTrack[],
  frame: FrameSize,
  safe: SafeInsets,
  fonts: number,
): (seconds: number) => ShownCue[] {
  let known: { state: string; shown: ShownCue[] } | null = null;
  return (seconds) => {
    const state = `${fonts} ${stateAt(tracks, seconds)}`;
    if (known?.state !== state) known = { state, shown: layoutTracks(tracks, seconds, frame, safe) };
    return known.shown;
  };
}

/** What is shown now; laid out anew when fonts have come. */
function useShownCues(
  tracks: readonly CaptionTrack[],
  { width, height }: FrameSize,
  { top, right, bottom, left }: SafeInsets,
  fonts: number,
): ShownCue[] {
  const { player } = useClipEditor();
  const shownAt = useMemo(
    () => createShown(tracks, { width, height }, { top, right, bottom, left }, fonts),
    [tracks, width, height, top, right, bottom, left, fonts],
  );
  return useSyncExternalStore(player.subscribe, () => shownAt(player.now().time));
}

/** Where a block stands in its room from 0 to 1 after a drag; the room is what is left beside its own height. */
function positionAfter(start: number, movedBy: number, room: number): number {
  if (room <= 0) return start;
  return Math.round(Math.min(1, Math.max(0, start + movedBy / room)) * 1000) / 1000;
}

/** One caption on the stage: dragged up and down, double-clicked to change its words. */
function CueBox({
  shown,
  track,
  scale,
  frame,
  safe,
}: {
  shown: ShownCue;
  track: CaptionTrack;
  scale: number;
  frame: FrameSize;
  safe: SafeInsets;
}) {
  const { t } = useWords();
  const editor = useClipEditor();
  const readOnly = useReadOnly();
  const chosen = chosenCues(useClipSelection(), track.id).includes(shown.cueId);
  const drag = useRef<{ y: number; position: number; gesture: string; moved: boolean } | null>(null);
  const { box } = shown;
  const room = frame.height - safe.top - safe.bottom - box.height;
  const number = track.cues.findIndex(({ id }) => id === shown.cueId) + 1;
  const text = track.cues[number - 1]?.text ?? '';

  const move = (position: number, gesture: string): void => {
    editor.change(
      (edit) =>
        changeTrack(edit, track.id, (one) =>
          one.style.position === position ? one : { ...one, style: { ...one.style, position } },
        ),
      gesture,
    );
  };
  const begin = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    editor.selection.set({ kind: 'cue', ids: [shown.cueId], track: track.id });
    if (readOnly) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const gesture = `caption-position ${crypto.randomUUID()}`;
    drag.current = { y: event.clientY, position: track.style.position, gesture, moved: false };
  };
  const follow = (event: PointerEvent<HTMLDivElement>): void => {
    const from = drag.current;
    if (!from) return;
    const by = event.clientY - from.y;
    // A click that trembles is no drag.
    if (!from.moved && Math.abs(by) < 3) return;
    from.moved = true;
    move(positionAfter(from.position, by / scale, room), from.gesture);
  };
  const byKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Enter') openCueText(editor, { track: track.id, cue: shown.cueId });
    else if ((event.key === 'ArrowUp' || event.key === 'ArrowDown') && !readOnly) {
      const by = (event.key === 'ArrowDown' ? byKeys : -byKeys) * (event.shiftKey ? 5 : 1);
      const position = Math.round(Math.min(1, Math.max(0, track.style.position + by)) * 1000) / 1000;
      move(position, 'caption-position-keys');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles.cue}
      role="button"
      tabIndex={0}
      aria-label={t('clip-captions.on-stage', { number, text })}
      title={t('clip-captions.on-stage-hint')}
      data-chosen={chosen}
      data-fixed={readOnly}
      style={{
        left: box.x * scale,
        top: box.y * scale,
        width: box.width * scale,
        height: box.height * scale,
      }}
      onPointerDown={begin}
      onPointerMove={follow}
      onPointerUp={() => {
        drag.current = null;
      }}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
        openCueText(editor, { track: track.id, cue: shown.cueId });
      }}
      onKeyDown={byKey}
    />
  );
}

/**
 * All captions that are burnt in, at the player's time over the stage, drawn as the render paints them. Sizes in CSS px; `frame`
 * in px of the finished clip, `safe` in px of it that a platform covers.
 */
export function CaptionLayer({
  width,
  height,
  frame,
  safe,
}: {
  width: number;
  height: number;
  frame: FrameSize;
  safe: SafeInsets;
}) {
  const all = useTracks();
  // What is not burnt in is in no frame, and takes no place from others.
  const tracks = useMemo(() => all.filter((track) => track.burn), [all]);
  const fonts = useCaptionFonts(tracks);
  const shown = useShownCues(tracks, frame, safe, fonts);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = width / frame.width;
  const byId = useMemo(() => new Map(tracks.map((track) => [track.id, track])), [tracks]);
  useEffect(() => {
    if (!canvas.current) return;
    drawCaptions(
      canvas.current,
      shown.map(({ node }) => node),
      { width, height, scale },
    );
  }, [shown, width, height, scale]);
  return (
    <div className={styles.layer} style={{ width, height }}>
      <canvas ref={canvas} className={styles.canvas} style={{ width, height }} aria-hidden />
      {shown.map((cue) => {
        const track = byId.get(cue.trackId);
        return (
          track && (
            <CueBox key={cue.trackId} shown={cue} track={track} scale={scale} frame={frame} safe={safe} />
          )
        );
      })}
    </div>
  );
}
