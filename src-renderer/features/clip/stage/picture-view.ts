import { mediaUrl } from '#renderer/bridge/client.ts';
import { presentTokens } from '#renderer/ui/fonts/brand.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { FrameFit, Segment } from '#shared/clip/edit/segment.ts';
import type { MediaSlot } from '../player/media-pool.ts';
import type { ClipPlayer, ShownLayer } from '../player/timeline-player.ts';
import { pace } from '../player/what-plays.ts';
import type { Colour } from '#shared/design/colours.ts';
import type { SourceBook } from '../session/editor.tsx';
import { sizeOfSource } from './colour-gl.ts';
import { lookOf } from './colour-look.ts';
import { createLayerBox, type LayerBox } from './layer-box.ts';
import type { LutBook } from './lut-book.ts';
import { placePicture, type Size } from './picture-geometry.ts';
import { pathOf } from '#shared/clip/render/segment-picture.ts';
import type { PosterBook } from './posters.ts';
import { createStillLooks } from './still-looks.ts';
import type { StageMode } from './stage-state.ts';
import { transitionLook } from './transition-look.ts';

/** What the picture is drawn with; `frame` in CSS px. */
interface PictureNeeds {
  player: ClipPlayer;
  edit(): ClipEdit;
  frame(): Size;
  asset: SourceBook['asset'];
  /** Address of a page's picture for the media route; null while it is not known. */
  page(design: string, page: string | null): string | null;
  posters: PosterBook;
  luts: LutBook;
  /** While a crop or focus is set, the whole picture is seen instead of what the frame takes of it. */
  mode(): StageMode;
  /** Colours of the brand by their names. */
  colour(colour: Colour): string;
}

export interface PictureView {
  update(): void;
  close(): void;
}

/** 0 to 1: how far a segment has faded from or to black. */
function darkness(part: ShownLayer, seconds: number): number {
  const { picture } = part.placed.segment;
  const fade = (of: number | undefined, passed: number): number =>
    of && of > 0 ? Math.max(0, 1 - passed / of) : 0;
  return Math.max(
    fade(picture?.fadeIn, seconds - part.placed.start),
    fade(picture?.fadeOut, part.placed.end - seconds),
  );
}

/** Keeps the layers of the picture in the page in step with the player. */
export function createPictureView(host: HTMLElement, needs: PictureNeeds): PictureView {
  const drawn = new WeakSet<HTMLVideoElement>();
  const stills = createStillLooks();
  const ofSlots = new Map<MediaSlot, LayerBox>();
  const ofStills = new Map<string, { box: LayerBox; image: HTMLImageElement; url: string }>();

  /** Whether an element has shown a picture of what it plays now; posters stand in until then. */
  function pictured({ element }: MediaSlot): boolean {
    if (element.videoWidth === 0) drawn.delete(element);
    else if (element.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) drawn.add(element);
    return drawn.has(element);
  }

  function boxOfSlot(slot: MediaSlot): LayerBox {
    const there = ofSlots.get(slot);
    if (there) return there;
    const box = createLayerBox(host);
    // In the page from the start, so that it is decoded and composed before it is seen.
    box.picture(slot.element, null);
    ofSlots.set(slot, box);
    return box;
  }

  function boxOfStill(segment: Segment, url: string | null): { box: LayerBox; image: HTMLImageElement } {
    let there = ofStills.get(segment.id);
    if (!there) {
      there = { box: createLayerBox(host), image: new Image(), url: '' };
      there.image.alt = '';
      there.image.addEventListener('load', update);
      ofStills.set(segment.id, there);
    }
    if (url !== null && there.url !== url) {
      there.url = url;
      there.image.src = mediaUrl(url);
    }
    return there;
  }

  function stillUrl(segment: Segment): string | null {
    if (segment.kind === 'still') return `picture/${segment.source}`;
    return segment.kind === 'design' ? needs.page(segment.design, segment.page ?? null) : null;
  }

  function place(part: ShownLayer, order: number, seconds: number): LayerBox {
    const { segment } = part.placed;
    const edit = needs.edit();
    const frame = needs.frame();
    const mode = needs.mode();
    const bare = mode !== 'view';
    const own = segment.picture;
    const picture = bare
      ? { ...own, focus: undefined, ...(mode === 'crop' ? { crop: undefined } : {}) }
      : own;
    const fit: FrameFit = bare ? 'pad' : (picture?.fit ?? edit.fit ?? 'crop');
    const colour = needs.colour(picture?.colour ?? edit.colour ?? '#000000');
    const length = part.placed.end - part.placed.start;
    const keys = bare ? [] : pathOf(segment, length);
    const at = seconds - part.placed.start;
    const look = lookOf(picture, needs.luts.get);
    const still = (source: HTMLImageElement | HTMLCanvasElement): HTMLElement =>
      stills.of(segment.id, source, look, presentTokens());
    let box: LayerBox;
    if (part.slot && (part.ready || pictured(part.slot))) {
      box = boxOfSlot(part.slot);
      const { videoWidth: width, videoHeight: height } = part.slot.element;
      const content = box.looks(part.slot.element, look);
      box.ground(fit, bare ? 'transparent' : colour);
      box.picture(content, width > 0 ? placePicture({ width, height }, frame, picture, fit, keys, at) : null);
    } else if (segment.kind === 'clip' || segment.kind === 'freeze') {
      const there = boxOfStill(segment, null);
      box = there.box;
      const poster = needs.posters.at(segment.source, part.at) ?? there.image;
      const size = needs.asset(segment.source) ?? sizeOfSource(poster);
      box.ground(fit, bare ? 'transparent' : colour);
      box.picture(still(poster), size.width > 0 ? placePicture(size, frame, picture, fit, keys, at) : null);
    } else {
      const { image, box: own } = boxOfStill(segment, stillUrl(segment));
      box = own;
      if (segment.kind === 'colour') {
        box.ground('pad', needs.colour(segment.colour));
        box.picture(null, null);
      } else {
        const size = sizeOfSource(image);
        box.ground(fit, bare ? 'transparent' : colour);
        box.picture(still(image), size.width > 0 ? placePicture(size, frame, picture, fit, keys, at) : null);
      }
    }
    box.show(order, transitionLook(bare ? null : part.transition), bare ? 0 : darkness(part, seconds));
    return box;
  }

  function update(): void {
    const { time, playing } = needs.player.now();
    const layers = needs.player.layers();
    for (const slot of needs.player.slots()) boxOfSlot(slot);
    // While an element still seeks, the picture before it stays: no black in between.
    const waits = layers.some((part) => part.slot !== null && !part.ready);
    const anything = [...ofSlots].some(
      ([slot, box]) => box.element.dataset['shown'] === 'true' && pictured(slot),
    );
    if (waits && anything && !(playing && layers.some((part) => part.slot && pace(part.placed.segment) > 0)))
      return;
    const used = new Set<LayerBox>();
    layers.forEach((part, order) => used.add(place(part, order, time)));
    for (const box of ofSlots.values()) if (!used.has(box)) box.hide();
    for (const { box } of ofStills.values()) if (!used.has(box)) box.hide();
  }

  return {
    update,
    close() {
      for (const box of ofSlots.values()) box.close();
      for (const { box } of ofStills.values()) box.close();
      ofSlots.clear();
      ofStills.clear();
      stills.close();
    },
  };
}
