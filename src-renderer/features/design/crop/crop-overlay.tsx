import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Picture } from '#shared/design/draw/environment.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';
import { edit } from '#shared/design/operations.ts';
import { useEditor, useView } from '../session/editor.ts';
import { CropBar, ratios } from './crop-bar.tsx';
import styles from './crop.module.css';
import type { CropEdges, CropState } from './crop-model.ts';
import {
  beginCrop,
  croppedNode,
  dragEdges,
  frameWithRatio,
  leastZoom,
  movePicture,
  straightenPicture,
  zoomPicture,
} from './crop-model.ts';
import { alongFrame, cursorFor, drawCrop, edgesAt, inFrame } from './crop-view.ts';

interface Drag {
  edges: CropEdges | null;
  from: { x: number; y: number };
  state: CropState;
}

/** Waits for the picture, whose shape decides everything. */
export function CropOverlay({ node }: { node: ImageNode }) {
  const { pictures, store } = useEditor();
  const [layer] = useState(node);
  const find = (): Picture | undefined =>
    pictures.environment.picture(layer.assetId, layer.id, { adjust: layer.adjust, crop: layer.crop });
  const [picture, setPicture] = useState(find);
  useEffect(() => pictures.onLoaded(() => setPicture(find())));
  useEffect(() => {
    if (layer.assetId === '') store.crop(null);
  }, [layer, store]);
  return picture ? <CropArea node={layer} picture={picture} /> : null;
}

/**
 * Cropping on the canvas itself: the layer shows what it will be, and around it the rest of the picture shines
 * through a veil. One step of undo when it is done; Escape leaves everything as it was.
 */
function CropArea({ node, picture }: { node: ImageNode; picture: Picture }) {
  const { t } = useWords();
  const { store, viewport } = useEditor();
  const view = useView();
  const { aspect } = picture;
  const area = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLCanvasElement>(null);
  const drag = useRef<Drag | null>(null);
  const [state, setState] = useState(() => beginCrop(node, aspect));
  const [ratio, setRatio] = useState('free');
  const [turning, setTurning] = useState(false);
  const [cursor, setCursor] = useState('move');
  const [size, setSize] = useState({ width: 0, height: 0 });
  /** What leaving the crop in another way than the two buttons keeps. */
  const left = useRef({ state, changed: false, ended: false });

  const ratioValue = ratio === 'free' ? null : ratio === 'original' ? aspect : (ratios[ratio] ?? null);
  const show = (next: CropState): void => {
    setState(next);
    left.current = { state: next, changed: true, ended: false };
    store.preview([{ table: 'nodes', id: node.id, value: croppedNode(node, next, aspect) }]);
  };
  const end = (keep: boolean): void => {
    const { state: last, changed, ended } = left.current;
    if (ended) return;
    left.current.ended = true;
    store.preview(null);
    const { body } = store.snapshot();
    if (keep && changed && body.nodes[node.id]) {
      store.apply(edit(body, [{ table: 'nodes', id: node.id, value: croppedNode(node, last, aspect) }]));
    }
    store.crop(null);
  };
  const endRef = useRef(end);
  useLayoutEffect(() => {
    endRef.current = end;
  });

  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    // Another page, another layer, another tab: what was cropped is kept, as what was written is.
    return () => endRef.current(true);
  }, []);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const canvas = sheet.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const device = window.devicePixelRatio;
    const [width, height] = [Math.round(size.width * device), Math.round(size.height * device)];
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const style = getComputedStyle(canvas);
    const token = (name: string): string => style.getPropertyValue(name).trim();
    const colours = { veil: token('--g-table'), line: token('--g-accent'), handle: token('--g-on-accent') };
    drawCrop(context, { state, layer: node, picture }, view, colours, turning);
  }, [state, view, size, node, picture, turning]);

  const zoomBy = (factor: number): void => show(zoomPicture(state, state.zoom * factor, aspect));
  const zoomLatest = useRef(zoomBy);
  useLayoutEffect(() => {
    zoomLatest.current = zoomBy;
  });
  useEffect(() => {
    const element = area.current;
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      zoomLatest.current(Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 300));
    };
    // React's own wheel listener is passive and could not keep the canvas from scrolling.
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, []);

  const pagePoint = (event: { clientX: number; clientY: number }): { x: number; y: number } => {
    const frame = area.current?.getBoundingClientRect();
    return viewport.toPage({ x: event.clientX - (frame?.left ?? 0), y: event.clientY - (frame?.top ?? 0) });
  };
  const least = leastZoom(state, aspect);
  const steps: Record<string, () => void> = {
    '+': () => zoomBy(1.05),
    '=': () => zoomBy(1.05),
    '-': () => zoomBy(1 / 1.05),
    ',': () => show(straightenPicture(state, state.turn - 0.5, aspect)),
    '.': () => show(straightenPicture(state, state.turn + 0.5, aspect)),
  };

  return (
    <div
      className={styles.place}
      data-canvas-part
      onPointerMove={(event) => event.stopPropagation()}
      onPointerUp={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          end(false);
        }
        // The editor's own keys (delete, arrows, tools) mean the layer, not its crop.
        event.stopPropagation();
      }}
    >
      <div
        ref={area}
        className={styles.area}
        role="application"
        aria-label={t('design-pictures.crop-area')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the area takes the arrow keys
        tabIndex={0}
        style={{ cursor }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.stopPropagation();
          area.current?.setPointerCapture(event.pointerId);
          const from = pagePoint(event);
          const edges = edgesAt(inFrame(from, state, node), state, view.scale);
          drag.current = { edges, from, state };
        }}
        onPointerMove={(event) => {
          const now = pagePoint(event);
          const { current } = drag;
          if (!current) {
            setCursor(cursorFor(edgesAt(inFrame(now, state, node), state, view.scale), node.rotation));
            return;
          }
          const by = alongFrame({ x: now.x - current.from.x, y: now.y - current.from.y }, node);
          show(
            current.edges
              ? dragEdges(current.state, current.edges, by, { ratio: ratioValue, layer: node, aspect })
              : movePicture(current.state, by, aspect),
          );
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
        onPointerCancel={() => {
          drag.current = null;
        }}
        onDoubleClick={() => end(true)}
        onKeyDown={(event) => {
          const far = event.shiftKey ? 10 : 1;
          const by = {
            ArrowLeft: [-far, 0],
            ArrowRight: [far, 0],
            ArrowUp: [0, -far],
            ArrowDown: [0, far],
          }[event.key];
          if (by) show(movePicture(state, { x: by[0] ?? 0, y: by[1] ?? 0 }, aspect));
          else if (event.key === 'Enter') end(true);
          else if (steps[event.key]) steps[event.key]?.();
          else return;
          event.preventDefault();
        }}
      >
        <canvas ref={sheet} className={styles.sheet} aria-hidden />
      </div>
      <CropBar
        ratio={ratio}
        turn={Math.round(state.turn * 10) / 10}
        enlargement={Math.round((state.zoom / least) * 100)}
        onRatio={(next) => {
          setRatio(next);
          const value = next === 'original' ? aspect : ratios[next];
          if (value !== undefined) show(frameWithRatio(state, value, node, aspect));
        }}
        onTurn={(turn) => show(straightenPicture(state, turn, aspect))}
        onTurning={setTurning}
        onEnlarge={(percent) => show(zoomPicture(state, (least * percent) / 100, aspect))}
        onCancel={() => end(false)}
        onDone={() => end(true)}
      />
    </div>
  );
}
