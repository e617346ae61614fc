import type { DrawableImage, Rectangle } from '#shared/design/draw/canvas.ts';

/** A decoded picture. `region` is the part of the whole picture it covers, in fractions of 0 to 1. */
export interface Picture {
  image: DrawableImage;
  /** Pixels of the decoded bitmap. */
  width: number;
  height: number;
  region: Rectangle;
  /** The shape of the whole picture as shown: width divided by height. */
  aspect: number;
}

/** What drawing needs from its host. */
export interface DrawEnvironment {
  /** Brand colours by token name; see `resolveColour`. */
  tokens: Readonly<Record<string, string>>;
  /** The decoded picture of an asset for a node, or undefined while it is not there. */
  picture: (assetId: string, nodeId: string) => Picture | undefined;
}
