import type { Canvas2D, DrawableImage, Rectangle } from '#shared/design/draw/canvas.ts';
import type { Adjustments } from '#shared/design/images/adjustments.ts';

/** A decoded picture. `region` is the part of the whole picture it covers, in fractions of 0 to 1. */
export interface Picture {
  image: DrawableImage;
  /** Pixels of the decoded bitmap. */
  width: number;
  height: number;
  region: Rectangle;
  /** The shape of the whole picture as shown: width divided by height. */
  aspect: number;
  /** px of the whole picture's own width as shown, where the bitmap may be smaller; a tile's size. */
  ownWidth?: number;
}

/** What an image layer does to its picture; the vignette follows the crop. */
export interface PictureLooks {
  adjust: Adjustments | undefined;
  crop: Rectangle;
}

/** A sheet of its own to draw on and then to draw with: shadows, blur, blending and masks need one. */
export interface Surface {
  context: Canvas2D;
  image: DrawableImage;
  /** Output px. */
  width: number;
  height: number;
}

/** What drawing needs from its host. */
export interface DrawEnvironment {
  /** Brand colours by token name; see `resolveColour`. */
  tokens: Readonly<Record<string, string>>;
  /**
   * The decoded picture of an asset for a node, or undefined while it is not there. `looks` are worked out
   * on its pixels; a host that decodes before it draws knows them already.
   */
  picture: (assetId: string, nodeId: string, looks?: PictureLooks) => Picture | undefined;
  /** Output px per design px now: effects are measured in output px by canvases. */
  scale: () => number;
  /** The part of the page that can be seen, design px; absent: all of it. */
  visible?: () => Rectangle;
  /** A clear sheet of at least one output px each way. */
  surface: (width: number, height: number) => Surface;
}
