import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { FrameClock } from '../fields/time-text.ts';
import { CommentMarks } from '../comments/comment-marks.tsx';
import { useClip, useClipEditor, useClipSelection } from '../session/editor.tsx';
import type { Range } from '../session/range.ts';
import { selectionKey } from './draw/canvas.ts';
import { FeedbackLayer } from './feedback.tsx';
import { FadeDots } from './fade-dots.tsx';
import type { Ground } from './hit.ts';
import { ItemList } from './item-list.tsx';
import { layLanes, rulerHeight } from './lanes.ts';
import { createMediaBook } from './media-book.ts';
import { Playhead } from './playhead.tsx';
import { RangeGrips } from './range-grips.tsx';
import { TimelineScrollbar } from './scrollbar.tsx';
import styles from './timeline.module.css';
import { TrackHeaders } from './track-headers.tsx';
import { useDrawing } from './use-drawing.ts';
import { useLaneScroll } from './use-lane-scroll.ts';
import { useTimelineDrop } from './use-timeline-drop.ts';
import { useTimelinePointer } from './use-timeline-pointer.ts';
import { type TimelineViewStore, useTimelineView } from './use-timeline-view.ts';

/** Ruler, lanes, in and out points and playhead of the clip, all drawn; what can be focused lies over it. */
export const Timeline = memo(function Timeline({
  clock,
  view: store,
  range,
  snapping,
  menu,
  onRange,
  onOpen,
}: {
  clock: FrameClock;
  view: TimelineViewStore;
  /** In and out points; null while they are the whole. */
  range: Range | null;
  snapping: boolean;
  menu: readonly (Action | null)[];
  onRange(range: Range, gesture: string): void;
  /** Something was opened: the inspector's part for it comes to the front. */
  onOpen(kind: string): void;
}) {
  const { t } = useWords();
  const editor = useClipEditor();
  const edit = useClip((now) => now.edit);
  const readOnly = useClip((now) => now.record.readOnly);
  const selection = useClipSelection();
  const lane = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(160);
  const [media] = useState(createMediaBook);
  const view = useTimelineView(store, clock);
  const { scale, width, setWidth } = view;
  const placed = editor.placed();

  useEffect(() => {
    const element = lane.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      setWidth(Math.round(entry.contentRect.width));
      setHeight(Math.round(entry.contentRect.height));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [setWidth]);

  const laid = useMemo(() => layLanes(edit, placed, height - rulerHeight), [edit, placed, height]);
  const overflow = Math.max(0, laid.height - (height - rulerHeight));
  const { scrolled, scrollLanes } = useLaneScroll(lane, view, overflow);
  const chosen = useMemo(
    () => new Set(selection?.ids.map((id) => selectionKey(selection.kind, id))),
    [selection],
  );
  const ground = useMemo<Ground>(
    () => ({ scale, edit, placed, rows: laid.rows, scrolled, chosen }),
    [scale, edit, placed, laid, scrolled, chosen],
  );
  const canvas = useDrawing(ground, media, clock, { width, height }, range);
  const pointer = useTimelinePointer({ lane, ground, view, clock, snapping, readOnly, scrollLanes, onOpen });
  const drop = useTimelineDrop({ lane, ground, clock, readOnly });
  const feedback = drop.feedback ?? pointer.feedback;

  return (
    <section className={styles.timeline} aria-label={t('clip.timeline')}>
      <div className={styles.tracks}>
        <TrackHeaders rows={laid.rows} scrolled={scrolled} />
        <ContextMenu actions={menu} onOpen={pointer.chooseUnderPointer}>
          <div
            ref={lane}
            className={styles.lane}
            data-testid="clip-lane"
            data-over={drop.over}
            style={{ cursor: pointer.cursor }}
            {...pointer.handlers}
            {...drop.handlers}
          >
            <canvas ref={canvas} className={styles.canvas} style={{ width, height }} aria-hidden />
            {placed.length === 0 && <span className={styles.blank}>{t('clip-timeline.empty')}</span>}
            <ItemList ground={ground} clock={clock} onOpen={onOpen} />
            <FadeDots ground={ground} width={width} />
            <RangeGrips
              clock={clock}
              view={view}
              range={range ?? { from: 0, to: clock.duration }}
              whole={range === null}
              lane={lane}
              readOnly={readOnly}
              snapping={snapping}
              onRange={onRange}
            />
            <CommentMarks clock={clock} view={view} />
            <FeedbackLayer feedback={feedback} scale={scale} width={width} />
            <Playhead clock={clock} view={view} held={pointer.busy} />
          </div>
        </ContextMenu>
      </div>
      <TimelineScrollbar view={view} />
    </section>
  );
});
