import { useEffect, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Axis } from '#shared/design/snapping.ts';
import { newId } from '#shared/domain/id.ts';
import { useEditor } from '../session/editor.ts';
import { addGuide } from '../session/setup-edits.ts';
import { setViewOptions } from '../session/view-options.ts';
import styles from './rulers.module.css';

/** CSS px. */
export const rulerThickness = 20;
/** Numbers stand at least this far apart on the screen, CSS px. */
const room = 64;

/** The round distance between numbers, page px: 1, 2 or 5 times a power of ten. */
export function rulerStep(scale: number): number {
  const least = room / scale;
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((each) => each * power >= least) ?? 10;
  return Math.max(1, factor * power);
}

interface Look {
  length: number;
  offset: number;
  scale: number;
  /** The page's extent along the ruler, px. */
  page: number;
  /** The selection's. */
  chosen: readonly [number, number] | null;
  pointer: number | null;
}

function draw(canvas: HTMLCanvasElement, axis: Axis, look: Look): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  const [width, height] = axis === 'x' ? [look.length, rulerThickness] : [rulerThickness, look.length];
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const style = getComputedStyle(canvas);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  context.scale(ratio, ratio);
  context.fillStyle = token('--g-surface');
  context.fillRect(0, 0, width, height);
  // Everything is drawn along x; the upright ruler turns it.
  if (axis === 'y') context.transform(0, 1, 1, 0, 0, 0);
  const at = (value: number): number => Math.round(value * look.scale + look.offset) + 0.5;
  context.fillStyle = token('--g-raised');
  context.fillRect(at(0), 0, at(look.page) - at(0), rulerThickness);
  if (look.chosen) {
    context.fillStyle = token('--g-accent-soft');
    context.fillRect(at(look.chosen[0]), 0, at(look.chosen[1]) - at(look.chosen[0]), rulerThickness);
  }
  const step = rulerStep(look.scale);
  const small = step % 5 === 0 ? step / 5 : step / 2;
  context.strokeStyle = token('--g-line-strong');
  context.fillStyle = token('--g-text-dim');
  context.font = `${token('--g-size-1')} ${token('--g-font')}`;
  context.textBaseline = 'middle';
  context.lineWidth = 1;
  context.beginPath();
  const first = Math.floor(-look.offset / look.scale / step) * step;
  const last = (look.length - look.offset) / look.scale;
  for (let tick = 0; first + tick * small <= last; tick += 1) {
    const value = first + tick * small;
    const isLarge = Math.abs(value / step - Math.round(value / step)) < 1e-6;
    const x = at(value);
    context.moveTo(x, isLarge ? 0 : rulerThickness - 5);
    context.lineTo(x, rulerThickness);
    if (!isLarge) continue;
    context.save();
    context.translate(x + 3, 8);
    // Turned with the ruler the figures would be mirrored.
    if (axis === 'y') context.transform(0, 1, 1, 0, 0, 0);
    if (axis === 'y') context.rotate(-Math.PI / 2);
    if (axis === 'y') context.textAlign = 'right';
    context.fillText(String(Math.round(value)), axis === 'y' ? 0 : 0, 0);
    context.restore();
  }
  context.stroke();
  context.strokeStyle = token('--g-line');
  context.beginPath();
  context.moveTo(0, rulerThickness - 0.5);
  context.lineTo(look.length, rulerThickness - 0.5);
  context.stroke();
  if (look.pointer === null) return;
  context.strokeStyle = token('--g-accent');
  context.beginPath();
  context.moveTo(Math.round(look.pointer) + 0.5, 0);
  context.lineTo(Math.round(look.pointer) + 0.5, rulerThickness);
  context.stroke();
}

/** px along the edges of the table, following zoom and pan. A press drags a new guide out. */
export function Rulers() {
  const { t } = useWords();
  const editor = useEditor();
  const across = useRef<HTMLCanvasElement>(null);
  const down = useRef<HTMLCanvasElement>(null);
  const pending = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const table = across.current?.parentElement?.parentElement;
    if (!table) return;
    let pointer: { x: number; y: number } | null = null;
    let queued = 0;
    const paint = (): void => {
      queued = 0;
      const { x, y, scale } = editor.viewport.snapshot();
      const { body } = editor.store.snapshot();
      const chosen = editor.store.selectedNodes().filter((node) => node.type !== 'group');
      const span = (axis: Axis): readonly [number, number] | null => {
        if (chosen.length === 0) return null;
        const size = axis === 'x' ? 'width' : 'height';
        return [
          Math.min(...chosen.map((node) => node[axis])),
          Math.max(...chosen.map((node) => node[axis] + node[size])),
        ];
      };
      if (across.current) {
        draw(across.current, 'x', {
          ...{ length: table.clientWidth, offset: x, scale, page: body.width },
          ...{ chosen: span('x'), pointer: pointer?.x ?? null },
        });
      }
      if (down.current) {
        draw(down.current, 'y', {
          ...{ length: table.clientHeight, offset: y, scale, page: body.height },
          ...{ chosen: span('y'), pointer: pointer?.y ?? null },
        });
      }
    };
    const queue = (): void => {
      if (queued === 0) queued = requestAnimationFrame(paint);
    };
    const move = (event: PointerEvent): void => {
      const frame = table.getBoundingClientRect();
      pointer = { x: event.clientX - frame.left, y: event.clientY - frame.top };
      queue();
    };
    const leave = (): void => {
      pointer = null;
      queue();
    };
    const resize = new ResizeObserver(queue);
    resize.observe(table);
    const theme = new MutationObserver(queue);
    theme.observe(document.documentElement, { attributes: true });
    const stops = [editor.viewport.subscribe(queue), editor.store.subscribe(queue)];
    table.addEventListener('pointermove', move);
    table.addEventListener('pointerleave', leave);
    paint();
    return () => {
      cancelAnimationFrame(queued);
      for (const stop of stops) stop();
      resize.disconnect();
      theme.disconnect();
      table.removeEventListener('pointermove', move);
      table.removeEventListener('pointerleave', leave);
    };
  }, [editor]);

  /** A guide follows the pointer out of the ruler; let go over the ruler, there is none. */
  const pull = (axis: Axis, event: React.PointerEvent<HTMLCanvasElement>): void => {
    const line = pending.current;
    const table = line?.parentElement?.parentElement;
    if (!line || !table || editor.store.snapshot().readOnly || event.button !== 0) return;
    const ruler = event.currentTarget;
    const place = (moved: PointerEvent): number => {
      const frame = table.getBoundingClientRect();
      return axis === 'x' ? moved.clientX - frame.left : moved.clientY - frame.top;
    };
    const move = (moved: PointerEvent): void => {
      const at = place(moved);
      line.dataset['axis'] = axis;
      line.style.transform = axis === 'x' ? `translateX(${at}px)` : `translateY(${at}px)`;
      const { x, y } = editor.viewport.toPage({ x: at, y: at });
      line.dataset['at'] = String(Math.round(axis === 'x' ? x : y));
    };
    const stop = (): void => {
      delete line.dataset['axis'];
      ruler.removeEventListener('pointermove', move);
      ruler.removeEventListener('pointerup', end);
      ruler.removeEventListener('pointercancel', stop);
    };
    const end = (last: PointerEvent): void => {
      stop();
      const at = place(last);
      if (at <= rulerThickness) return;
      const point = editor.viewport.toPage({ x: at, y: at });
      setViewOptions({ guides: true });
      editor.store.apply(
        addGuide(editor.store.snapshot().body, newId(), axis, axis === 'x' ? point.x : point.y),
      );
    };
    ruler.setPointerCapture(event.pointerId);
    ruler.addEventListener('pointermove', move);
    ruler.addEventListener('pointerup', end);
    ruler.addEventListener('pointercancel', stop);
  };

  return (
    <div data-canvas-part>
      <canvas
        ref={across}
        className={styles.across}
        role="img"
        aria-label={t('design-arrange.ruler-across')}
        onPointerDown={(event) => pull('y', event)}
      />
      <canvas
        ref={down}
        className={styles.down}
        role="img"
        aria-label={t('design-arrange.ruler-down')}
        onPointerDown={(event) => pull('x', event)}
      />
      <div className={styles.corner} aria-hidden />
      <div ref={pending} className={styles.pending} aria-hidden />
    </div>
  );
}
