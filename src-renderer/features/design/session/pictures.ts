import type { Rectangle } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment, Picture, PictureLooks } from '#shared/design/draw/environment.ts';
import { isNeutral } from '#shared/design/images/apply-adjustments.ts';
import { onBrand, presentTokens } from '#renderer/ui/fonts/brand.ts';
import { onFonts } from '#renderer/ui/fonts/fonts.ts';
import { PictureLooksCache } from './picture-looks.ts';
import { pictureProxies } from './picture-proxies.ts';
import { Surfaces } from './surfaces.ts';

/** The pictures that a design draws, with their looks; a layer draws its placeholder until its picture is here. */
export class Pictures {
  private readonly listeners = new Set<(assetId: string) => void>();
  private readonly looks = new PictureLooksCache(() => this.announce(''));
  /** A layer that is shown without its looks for a moment, to compare. */
  private comparing: ReadonlySet<string> = new Set();

  /** Output px per design px of what is being drawn; the scene sets it. */
  scale = 1;
  /** The part of the page that is being drawn, design px; the scene sets it. */
  visible: Rectangle = { x: 0, y: 0, width: 0, height: 0 };
  readonly surfaces = new Surfaces();

  readonly environment: DrawEnvironment = {
    get tokens() {
      return presentTokens();
    },
    picture: (assetId, nodeId, looks) => this.picture(assetId, nodeId, looks),
    scale: () => this.scale,
    visible: () => this.visible,
    surface: (width, height) => this.surfaces.take(width, height),
  };

  /** Told when something came that was missing in the last drawing; '' for more than one picture. */
  onLoaded(listener: (assetId: string) => void): () => void {
    this.listeners.add(listener);
    const stops = [
      pictureProxies.onLoaded((assetId) => listener(assetId)),
      // New colours or fonts of the brand, or fonts that have come: the same repaint is due.
      onBrand(() => listener('')),
      onFonts(() => listener('')),
    ];
    return () => {
      for (const stop of stops) stop();
      this.listeners.delete(listener);
    };
  }

  /** Shows layers without their looks until it is called with none. */
  compare(nodeIds: readonly string[]): void {
    this.comparing = new Set(nodeIds);
    this.announce('');
  }

  private announce(assetId: string): void {
    for (const listener of this.listeners) listener(assetId);
  }

  private picture(assetId: string, nodeId: string, looks: PictureLooks | undefined): Picture | undefined {
    const source = pictureProxies.picture(assetId, this.scale);
    const adjust = looks?.adjust;
    if (!source || !looks || !adjust || isNeutral(adjust) || this.comparing.has(nodeId)) return source;
    return this.looks.picture(nodeId, assetId, source, looks, adjust, this.environment.tokens);
  }
}
