import { mediaUrl } from '#renderer/bridge/client.ts';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment, Picture } from '#shared/design/draw/environment.ts';
import { onBrand, presentTokens } from './brand.ts';
import { Surfaces } from './surfaces.ts';

/** Decoded proxies of library pictures; a layer draws its placeholder until its picture is here. */
export class Pictures {
  private readonly known = new Map<string, Picture | null>();
  private readonly listeners = new Set<(assetId: string) => void>();

  /** Output px per design px of what is being drawn; the scene sets it. */
  scale = 1;
  /** The part of the page that is being drawn, design px; the scene sets it. */
  visible: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  readonly surfaces = new Surfaces();

  readonly environment: DrawEnvironment = {
    get tokens() {
      return presentTokens();
    },
    picture: (assetId) => this.picture(assetId),
    scale: () => this.scale,
    visible: () => this.visible,
    surface: (width, height) => this.surfaces.take(width, height),
  };

  /** Also told, with '', when the brand's colours or fonts have changed: the same repaint is due. */
  onLoaded(listener: (assetId: string) => void): () => void {
    this.listeners.add(listener);
    const stop = onBrand(() => listener(''));
    return () => {
      stop();
      this.listeners.delete(listener);
    };
  }

  private picture(assetId: string): Picture | undefined {
    const known = this.known.get(assetId);
    if (known !== undefined) return known ?? undefined;
    this.known.set(assetId, null);
    void this.load(assetId);
    return undefined;
  }

  private async load(assetId: string): Promise<void> {
    const image = new Image();
    image.src = mediaUrl(`picture/${assetId}`);
    try {
      await image.decode();
    } catch {
      // A missing or unreadable picture keeps its placeholder; the library says why it cannot be read.
      return;
    }
    const { naturalWidth: width, naturalHeight: height } = image;
    this.known.set(assetId, {
      image,
      width,
      height,
      region: { x: 0, y: 0, width: 1, height: 1 },
      aspect: width / height,
    });
    for (const listener of this.listeners) listener(assetId);
  }
}
