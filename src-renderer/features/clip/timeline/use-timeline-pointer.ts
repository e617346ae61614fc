import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { FrameClock } from '../fields/time-text.ts';
import { useClipEditor } from '../session/editor.tsx';
import type { Feedback } from './feedback.tsx';
import type { Gesture, GestureTools, PointerAt } from './gestures/gesture.ts';
import { markerGesture, moveGesture } from './gestures/move-beside.ts';
import { reorderGesture } from './gestures/reorder-segments.ts';
import { resizeGesture } from './gestures/resize-beside.ts';
import { fadeGesture, volumeGesture } from './gestures/shape.ts';
import { slipGesture, trimGesture } from './gestures/trim-segment.ts';
import { type Ground, type Hit, hitAt } from './hit.ts';
import { rulerHeight } from './lanes.ts';
import { selectItem, selectWithin } from './selecting.ts';
import { useDrawnWords } from './use-drawn-words.ts';
import type { TimelineView } from './use-timeline-view.ts';

/** Pixels a pressed pointer moves before it drags. */
const slack = 4;

type Press =
  | { stage: 'pressed'; hit: Hit; at: PointerAt; chooses: boolean }
  | { stage: 'drag'; gesture: Gesture }
  | { stage: 'scrub' }
  | { stage: 'pan'; x: number; y: number }
  | { stage: 'marquee'; at: PointerAt };

const cursors: Record<string, string> = {
  from: 'ew-resize',
  to: 'ew-resize',
  'fade-in': 'ew-resize',
  'fade-out': 'ew-resize',
  volume: 'ns-resize',
  body: 'default',
};

/** Choosing and dragging on the lanes: a press becomes one gesture, Escape takes it back. */
export function useTimelinePointer(parts: {
  lane: RefObject<HTMLDivElement | null>;
  ground: Ground;
  view: TimelineView;
  clock: FrameClock;
  snapping: boolean;
  readOnly: boolean;
  scrollLanes(pixels: number): void;
  onOpen(kind: string): void;
}) {
  const { lane, ground, view, clock, readOnly } = parts;
  const editor = useClipEditor();
  const { locale } = useWords();
  const words = useDrawnWords();
  const press = useRef<Press | null>(null);
  const latest = useRef({ ground, snapping: parts.snapping });
  useEffect(() => {
    latest.current = { ground, snapping: parts.snapping };
  });
  const [feedback, setFeedback] = useState<Feedback | null>(null);
  const [cursor, setCursor] = useState('default');
  const [busy, setBusy] = useState(false);

  const tools: GestureTools = {
    editor,
    clock,
    ground: () => latest.current.ground,
    snapping: () => latest.current.snapping,
    show: setFeedback,
  };
  const at = (event: PointerEvent | MouseEvent): PointerAt => {
    const box = lane.current?.getBoundingClientRect();
    const x = event.clientX - (box?.left ?? 0);
    const { scale } = latest.current.ground;
    return {
      time: scale.start + x / scale.density,
      x,
      y: event.clientY - (box?.top ?? 0),
      alt: event.altKey,
      shift: event.shiftKey,
      free: event.ctrlKey || event.metaKey,
    };
  };

  function finish(): void {
    if (press.current?.stage === 'drag') editor.session.settle();
    press.current = null;
    setFeedback(null);
    setBusy(false);
  }

  function gestureFor(hit: Hit, start: PointerAt): Gesture | null {
    if (readOnly) return null;
    if (hit.on === 'marker') return markerGesture(tools, hit.id, start.time);
    if (hit.on !== 'item') return null;
    const { item, row, part } = hit;
    if (part === 'fade-in' || part === 'fade-out') return fadeGesture(tools, item, part);
    if (part === 'volume') return volumeGesture(tools, item, row, locale);
    const chosen = editor.selection.get();
    const ids = chosen?.kind === item.kind && chosen.ids.includes(item.id) ? chosen.ids : [item.id];
    if (item.kind === 'segment') {
      if (part === 'body')
        return start.alt ? slipGesture(tools, item.id, start.time) : reorderGesture(tools, ids, words);
      return trimGesture(tools, item.id, part === 'from' ? 'start' : 'end', start.time);
    }
    if (part === 'body') return moveGesture(tools, item, row, ids, start);
    return resizeGesture(tools, item, row, part, start.time);
  }

  const down = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button === 1) {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      press.current = { stage: 'pan', x: event.clientX, y: event.clientY };
      setBusy(true);
      return;
    }
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    view.hold();
    setBusy(true);
    const pointer = at(event);
    const hit = hitAt(ground, pointer.x, pointer.y);
    if (hit.on === 'ruler') {
      press.current = { stage: 'scrub' };
      editor.player.pause();
      editor.player.seek(pointer.time);
      return;
    }
    const modified = pointer.shift || pointer.free;
    let chooses = false;
    if (hit.on === 'item') {
      const already = ground.chosen.has(`${hit.item.kind} ${hit.item.id}`);
      if (modified) selectItem(editor, ground, hit.item, hit.row, pointer.shift ? 'range' : 'toggle');
      else if (already) chooses = true;
      else selectItem(editor, ground, hit.item, hit.row, 'one');
    } else if (hit.on === 'marker') editor.selection.set({ kind: 'marker', ids: [hit.id] });
    press.current = { stage: 'pressed', hit, at: pointer, chooses };
  };

  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const now = press.current;
    const pointer = at(event);
    if (!now) {
      const hit = hitAt(ground, pointer.x, pointer.y);
      setCursor(hit.on === 'item' && !readOnly ? (cursors[hit.part] ?? 'default') : 'default');
      return;
    }
    if (now.stage === 'pan') {
      view.scrollBy(now.x - event.clientX);
      parts.scrollLanes(now.y - event.clientY);
      press.current = { stage: 'pan', x: event.clientX, y: event.clientY };
      return;
    }
    const over = pointer.x < 0 ? pointer.x : Math.max(0, pointer.x - view.width);
    if (over !== 0 && now.stage !== 'pressed') view.scrollBy(over / 4);
    if (now.stage === 'scrub') editor.player.seek(Math.max(0, pointer.time));
    else if (now.stage === 'drag') now.gesture.move(pointer);
    else if (now.stage === 'marquee') {
      const [left, right] = [Math.min(now.at.x, pointer.x), Math.max(now.at.x, pointer.x)];
      const [top, bottom] = [Math.min(now.at.y, pointer.y), Math.max(now.at.y, pointer.y)];
      setFeedback({ marquee: { left, top, width: right - left, height: bottom - top } });
      const times = [now.at.time, pointer.time].toSorted((one, other) => one - other);
      const lift = ground.scrolled - rulerHeight;
      selectWithin(editor, ground.rows, {
        from: times[0] ?? 0,
        to: times[1] ?? 0,
        top: top + lift,
        bottom: bottom + lift,
      });
    } else if (Math.hypot(pointer.x - now.at.x, pointer.y - now.at.y) > slack) {
      if (now.hit.on === 'lane' || now.hit.on === 'nothing') press.current = { stage: 'marquee', at: now.at };
      else {
        const gesture = gestureFor(now.hit, now.at);
        if (!gesture) return;
        press.current = { stage: 'drag', gesture };
        gesture.move(pointer);
      }
    }
  };

  const up = (event: PointerEvent<HTMLDivElement>): void => {
    const now = press.current;
    if (!now) return;
    const pointer = at(event);
    if (now.stage === 'drag') now.gesture.end(pointer);
    if (now.stage === 'pressed') {
      const { hit } = now;
      if (hit.on === 'marker') {
        const marker = ground.edit.markers?.find(({ id }) => id === hit.id);
        if (marker) editor.player.seek(marker.at);
      } else if (!pointer.shift && !pointer.free) {
        if (hit.on !== 'item') editor.selection.set(null);
        else if (now.chooses) selectItem(editor, ground, hit.item, hit.row, 'one');
        editor.player.pause();
        editor.player.seek(Math.max(0, pointer.time));
      }
    }
    finish();
  };

  const escape = useEffectEvent((event: KeyboardEvent) => {
    const now = press.current;
    if (event.key !== 'Escape' || !now) return;
    event.preventDefault();
    event.stopPropagation();
    if (now.stage === 'drag') now.gesture.cancel();
    finish();
  });
  useEffect(() => {
    if (!busy) return;
    const listener = (event: KeyboardEvent): void => escape(event);
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [busy]);

  const pointed = useRef<PointerAt | null>(null);
  return {
    feedback,
    cursor,
    busy,
    /** A menu opens over something: that is chosen first, so that the menu is about it. */
    chooseUnderPointer: (): void => {
      if (!pointed.current) return;
      const hit = hitAt(ground, pointed.current.x, pointed.current.y);
      if (hit.on === 'item' && !ground.chosen.has(`${hit.item.kind} ${hit.item.id}`))
        selectItem(editor, ground, hit.item, hit.row, 'one');
      if (hit.on === 'marker') editor.selection.set({ kind: 'marker', ids: [hit.id] });
    },
    handlers: {
      onPointerDown: down,
      onPointerMove: move,
      onPointerUp: up,
      onLostPointerCapture: () => press.current && finish(),
      onContextMenuCapture: (event: MouseEvent<HTMLDivElement>) => {
        // By the menu key there is no place: what has the focus is meant.
        pointed.current = event.clientX === 0 && event.clientY === 0 ? null : at(event);
      },
      onDoubleClick: (event: MouseEvent<HTMLDivElement>) => {
        const pointer = at(event);
        const hit = hitAt(ground, pointer.x, pointer.y);
        if (hit.on === 'item') parts.onOpen(hit.item.kind);
        if (hit.on === 'marker') parts.onOpen('marker');
      },
    },
  };
}
