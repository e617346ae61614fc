import { call, mediaUrl, onEvent } from '#renderer/bridge/client.ts';
import type { Picture } from '#shared/design/draw/environment.ts';
import { bitmaps } from './bitmap-cache.ts';

/** Longest side that a vector drawing is rendered to when the view is near. */
const nearSide = 4096;

/** Output px per design px from which on a drawing is rendered again. */
const nearFrom = 1.5;

/** Milliseconds. */
const togetherWithin = 24;

interface Drawing {
  image: HTMLImageElement;
  state: 'far' | 'rendering' | 'near';
}

async function decoded(path: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = mediaUrl(path);
  await image.decode();
  return image;
}

/** Decoded proxies of library pictures, shared by all open designs. */
class PictureProxies {
  private readonly loading = new Set<string>();
  private readonly failed = new Set<string>();
  private readonly drawings = new Map<string, Drawing>();
  private readonly listeners = new Set<(assetId: string) => void>();
  private readonly arrived = new Set<string>();
  private following = false;

  onLoaded(listener: (assetId: string) => void): () => void {
    this.follow();
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The proxy of an asset at a scale (output px per design px), or undefined while it is not there. */
  picture(assetId: string, scale: number): Picture | undefined {
    const picture = bitmaps.get(assetId);
    if (!picture) {
      if (!this.loading.has(assetId) && !this.failed.has(assetId)) void this.load(assetId);
      return undefined;
    }
    const drawing = this.drawings.get(assetId);
    if (drawing?.state === 'far' && scale > nearFrom) this.renderNear(assetId, drawing, picture);
    return picture;
  }

  private follow(): void {
    if (this.following) return;
    this.following = true;
    // A file that was put back, or a library that was read again, may mend what failed.
    onEvent('records.changed', ({ kind }) => {
      if (kind !== 'asset' || this.failed.size === 0) return;
      const again = [...this.failed];
      this.failed.clear();
      for (const assetId of again) this.announce(assetId);
    });
  }

  /** Pictures that come within one moment are told together: each telling paints a part of the page. */
  private announce(assetId: string): void {
    this.arrived.add(assetId);
    if (this.arrived.size > 1) return;
    window.setTimeout(() => {
      const [only = ''] = this.arrived;
      const told = this.arrived.size === 1 ? only : '';
      this.arrived.clear();
      for (const listener of this.listeners) listener(told);
    }, togetherWithin);
  }

  private async load(assetId: string): Promise<void> {
    this.loading.add(assetId);
    try {
      const [image, asset] = await Promise.all([
        decoded(`picture/${assetId}`),
        call('assets.get', { id: assetId }).catch(() => null),
      ]);
      const { naturalWidth: width, naturalHeight: height } = image;
      const region = { x: 0, y: 0, width: 1, height: 1 };
      const ownWidth = asset?.width ?? width;
      bitmaps.set(assetId, { image, width, height, region, aspect: width / height, ownWidth });
      if (asset?.type === 'image/svg+xml') {
        const drawing = await decoded(`asset/${assetId}`).catch(() => null);
        if (drawing) this.drawings.set(assetId, { image: drawing, state: 'far' });
      }
    } catch {
      // A missing or unreadable picture keeps its placeholder; the library says why it cannot be read.
      this.failed.add(assetId);
    } finally {
      this.loading.delete(assetId);
    }
    this.announce(assetId);
  }

  private renderNear(assetId: string, drawing: Drawing, picture: Picture): void {
    drawing.state = 'rendering';
    // Not in the middle of a frame: a large drawing may take a while.
    window.setTimeout(() => {
      drawing.state = 'near';
      const width = Math.round(picture.aspect >= 1 ? nearSide : nearSide * picture.aspect);
      const height = Math.max(1, Math.round(width / picture.aspect));
      const canvas = new OffscreenCanvas(Math.max(1, width), height);
      canvas.getContext('2d')?.drawImage(drawing.image, 0, 0, canvas.width, canvas.height);
      bitmaps.set(assetId, { ...picture, image: canvas, width: canvas.width, height: canvas.height });
      this.announce(assetId);
    }, 60);
  }
}

export const pictureProxies = new PictureProxies();
