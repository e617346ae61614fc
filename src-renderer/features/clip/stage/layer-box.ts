import { presentTokens } from '#renderer/ui/fonts/brand.ts';
import type { FrameFit } from '#shared/clip/edit/segment.ts';
import type { ColourLook } from '#shared/clip/render/colour-table.ts';
import { type ColourPainter, createColourPainter } from './colour-gl.ts';
import type { PlacedPicture } from './picture-geometry.ts';
import styles from './stage.module.css';
import type { LayerLook } from './transition-look.ts';

/** One layer of the picture in the page: ground, picture in its window, and a veil. */
export interface LayerBox {
  readonly element: HTMLElement;
  hide(): void;
  /** Above the others by `order`. */
  show(order: number, look: LayerLook, dark: number): void;
  ground(fit: FrameFit, colour: string): void;
  /** Places the picture; null leaves only the ground. */
  picture(content: HTMLElement | null, placed: PlacedPicture | null): void;
  /** Looks of a recording; answers whether they are seen. */
  looks(source: HTMLVideoElement, look: ColourLook | null): HTMLElement;
  close(): void;
}

/** px of the longest side of the picture behind `blur`: as small as the render's. */
const blurSide = 96;

function make(tag: 'div', className: string | undefined, parent: HTMLElement): HTMLDivElement {
  const element = document.createElement(tag);
  element.className = className ?? '';
  parent.append(element);
  return element;
}

export function createLayerBox(host: HTMLElement): LayerBox {
  const element = make('div', styles.layer, host);
  const back = document.createElement('canvas');
  back.className = styles.back ?? '';
  element.append(back);
  const mover = make('div', styles.mover, element);
  const window = make('div', styles.window, mover);
  const veil = make('div', styles.veil, element);
  let painter: ColourPainter | null | undefined;
  let blurred = false;
  let shown: HTMLElement | null = null;
  element.style.visibility = 'hidden';

  function drawBack(content: HTMLElement | null): void {
    back.hidden = !blurred || content === null;
    if (back.hidden || content === null) return;
    const video = content instanceof HTMLVideoElement;
    const width = video ? content.videoWidth : content instanceof HTMLImageElement ? content.naturalWidth : 0;
    const height = video
      ? content.videoHeight
      : content instanceof HTMLImageElement
        ? content.naturalHeight
        : 0;
    const canvasSource = content instanceof HTMLCanvasElement;
    const [wide, high] = canvasSource ? [content.width, content.height] : [width, height];
    if (!(wide > 0 && high > 0)) return;
    const scale = blurSide / Math.max(wide, high);
    back.width = Math.max(1, Math.round(wide * scale));
    back.height = Math.max(1, Math.round(high * scale));
    if (content instanceof HTMLVideoElement || content instanceof HTMLImageElement || canvasSource)
      back.getContext('2d')?.drawImage(content, 0, 0, back.width, back.height);
  }

  return {
    element,
    hide() {
      element.style.visibility = 'hidden';
      element.dataset['shown'] = 'false';
    },
    show(order, look, dark) {
      element.style.visibility = 'visible';
      element.dataset['shown'] = 'true';
      element.style.zIndex = String(order);
      element.style.opacity = String(look.opacity);
      element.style.transform = look.transform;
      element.style.clipPath = look.clipPath;
      const cover = look.veil ?? { colour: 'black' as const, opacity: dark };
      veil.style.background = cover.colour;
      veil.style.opacity = String(Math.max(cover.opacity, look.veil ? 0 : dark));
    },
    ground(fit, colour) {
      element.style.background = fit === 'pad' ? colour : 'black';
      blurred = fit === 'blur';
    },
    picture(content, placed) {
      if (shown !== content) {
        window.replaceChildren(...(content ? [content] : []));
        shown = content;
      }
      if (placed) mover.style.transform = placed.zoom;
      drawBack(content);
      if (!content || !placed) return;
      const px = (value: number): string => `${value.toFixed(3)}px`;
      Object.assign(window.style, {
        left: px(placed.window.x),
        top: px(placed.window.y),
        width: px(placed.window.width),
        height: px(placed.window.height),
      });
      Object.assign(content.style, {
        left: px(placed.whole.x + (placed.whole.width - placed.stored.width) / 2),
        top: px(placed.whole.y + (placed.whole.height - placed.stored.height) / 2),
        width: px(placed.stored.width),
        height: px(placed.stored.height),
        transform: placed.transform,
      });
    },
    looks(source, look) {
      if (!look) return source;
      if (painter === undefined) painter = createColourPainter();
      if (!painter) return source;
      painter.draw(source, look, presentTokens());
      return painter.canvas;
    },
    close() {
      painter?.close();
      element.remove();
    },
  };
}
