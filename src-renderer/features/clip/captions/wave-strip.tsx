import { useElementSize } from '@mantine/hooks';
import { type PointerEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { CaptionTrack, Cue } from '#shared/clip/edit/captions.ts';
import { toFrameEdge } from '../fields/time-text.ts';
import { useClip } from '../session/editor.tsx';
import { createMediaBook } from '../timeline/media-book.ts';
import { useThemeTick } from '../timeline/use-theme-tick.ts';
import { drawStrip } from './draw-strip.ts';
import { StripEdge } from './strip-edge.tsx';
import { cuesIn, fits, moveEdge, type StripView, viewOfCue, viewOfTime } from './strip-view.ts';
import { type TrackEditing, useCaptionClock, usePlayhead, useReadOnly } from './use-captions.ts';
import styles from './wave-strip.module.css';

const book = createMediaBook();
let round = 0;
book.subscribe(() => {
  round += 1;
});

/**
 * What the strip shows: around the chosen cue, else the page that the playhead is on. It stays as long as it shows
 * what it must, and while an edge is dragged.
 */
function useStripView(cue: Cue | null, dragging: boolean): StripView {
  const [kept, setKept] = useState<StripView | null>(null);
  const page = usePlayhead((time) =>
    kept && time >= kept.from && time < kept.to ? null : viewOfTime(time).from,
  );
  const stays = kept !== null && (cue ? dragging || fits(kept, cue) : page === null);
  if (stays) return kept;
  const view = cue ? viewOfCue(cue) : viewOfTime(page ?? 0);
  setKept(view);
  return view;
}

/** The sound around the chosen cue: its edges can be dragged, a click moves the playhead. */
export function WaveStrip({
  editing,
  track,
  cue,
}: {
  editing: TrackEditing;
  track: CaptionTrack;
  cue: Cue | null;
}) {
  const { t } = useWords();
  const { editor } = editing;
  const clock = useCaptionClock(editing);
  const readOnly = useReadOnly();
  const { ref, width, height } = useElementSize<HTMLDivElement>();
  const canvas = useRef<HTMLCanvasElement>(null);
  const head = useRef<HTMLDivElement>(null);
  const [dragging, setDragging] = useState(false);
  const view = useStripView(cue, dragging);
  const placed = useClip(() => editor.placed());
  const theme = useThemeTick();
  const drawn = useSyncExternalStore(book.subscribe, () => round);
  const known = useSyncExternalStore(editor.sources.subscribe, () =>
    placed
      .map(({ segment }) => segment.kind === 'clip' && editor.sources.get(segment.source) !== null)
      .join(),
  );

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || width === 0) return;
    const ratio = window.devicePixelRatio;
    element.width = Math.round(width * ratio);
    element.height = Math.round(height * ratio);
    context.scale(ratio, ratio);
    const colour = getComputedStyle(element).getPropertyValue('--g-note').trim();
    const waveOf = (source: string) => book.wave(source, editor.sources.get(source)?.asset.duration ?? 0);
    drawStrip(context, { width, height, view, placed, waveOf, colour });
  }, [width, height, view, placed, theme, drawn, known, editor]);

  const perSecond = width / (view.to - view.from);
  const left = (seconds: number): number => (seconds - view.from) * perSecond;
  useEffect(() => {
    const place = (): void => {
      const { time } = editor.player.now();
      const x = (time - view.from) * perSecond;
      if (!head.current) return;
      head.current.style.transform = `translateX(${x}px)`;
      head.current.hidden = x < 0 || x > width;
    };
    place();
    return editor.player.subscribe(place);
  }, [editor, view, perSecond, width]);

  const timeAt = (clientX: number): number => {
    const box = canvas.current?.getBoundingClientRect();
    return view.from + (clientX - (box?.left ?? 0)) / perSecond;
  };
  const seek = (event: PointerEvent): void => {
    if (event.buttons !== 1) return;
    editor.player.seek(Math.max(0, timeAt(event.clientX)));
  };
  const move = (edge: 'from' | 'to', seconds: number, gesture: string): void => {
    if (!cue) return;
    const to = toFrameEdge(clock, seconds);
    editing.cues((cues) => moveEdge(cues, cue.id, edge, to, clock.duration), gesture);
  };
  const edges = { from: t('clip-captions.starts'), to: t('clip-captions.ends') };
  return (
    <div
      ref={ref}
      className={styles.strip}
      role="group"
      aria-label={t('clip-captions.wave')}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={seek}
    >
      <canvas ref={canvas} className={styles.canvas} aria-hidden />
      {width > 0 &&
        cuesIn(track.cues, view).map(({ cue: one, index }) => (
          <div
            key={one.id}
            className={styles.cue}
            data-current={one.id === cue?.id}
            style={{
              transform: `translateX(${left(one.from)}px)`,
              width: Math.max(1, left(one.to) - left(one.from)),
            }}
            aria-hidden
          >
            {index + 1}
          </div>
        ))}
      <div ref={head} className={styles.head} aria-hidden />
      {cue &&
        width > 0 &&
        (['from', 'to'] as const).map((edge) => (
          <StripEdge
            key={edge}
            edge={edge}
            label={edges[edge]}
            seconds={cue[edge]}
            left={left(cue[edge])}
            clock={clock}
            disabled={readOnly}
            timeAt={timeAt}
            onMove={(seconds, gesture) => move(edge, seconds, gesture)}
            onDrag={setDragging}
          />
        ))}
    </div>
  );
}
