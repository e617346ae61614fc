import type { FontTokens } from '#shared/design/fonts.ts';
import type { DesignBody } from '#shared/design/schema.ts';

/** A file of a font that the user brought. */
export interface OwnFontFile {
  /** The alias that designs name it by. */
  family: string;
  weight: number;
  path: string;
  /** Typographic, in em. */
  ascent: number;
  descent: number;
}

/** What to paint. */
export interface PaintRequest {
  body: DesignBody;
  pageId: string;
  /** Output pixels per design px; 1 paints the design's own size. */
  scale: number;
  /** 'page' (default) paints the page's colour; null leaves the paper transparent. */
  background?: 'page' | null;
  /** Brand colours by token name. */
  tokens?: Readonly<Record<string, string>>;
  /** The user's own fonts that the design may ask for. */
  fonts?: readonly OwnFontFile[];
  /** What the font tokens stand for; absent: the defaults. */
  fontTokens?: FontTokens;
  /** The file of an asset, or null when it is not there: a placeholder is painted then. */
  assetFile: (assetId: string) => string | null | Promise<string | null>;
  /** Aborting ends the child process that works on it. */
  signal?: AbortSignal;
}

/** Colours, fonts and font tokens of a brand. */
export type PaintLook = Pick<PaintRequest, 'tokens' | 'fonts' | 'fontTokens'>;

/** Straight (not premultiplied) sRGB pixels, four bytes each, row by row. */
export interface PaintedPixels {
  width: number;
  height: number;
  rgba: Buffer;
  /** Assets that were missing or could not be read; placeholders stand in their places. */
  missingAssets: string[];
  /** Characters that no bundled font has (emoji, rare scripts): a font of this computer drew them, or none. */
  missingGlyphs: string[];
}

export type PaintedFileType = 'png' | 'jpeg' | 'webp' | 'avif';

/** Files of vectors: a PDF holds pages, an SVG one page. */
export type DocumentFileType = 'pdf' | 'svg';

export interface PaintFileRequest extends PaintRequest {
  type: PaintedFileType;
  /** 1 to 100; of no meaning for PNG, which loses nothing unless `maxBytes` demands it. Default 90 (AVIF 65). */
  quality?: number;
  /** The file may not be larger. Quality is reduced first, then the size down to 60 %. */
  maxBytes?: number;
  /** Where the file goes; an existing file is replaced only by a finished one. */
  out: string;
}

export interface PaintDocumentRequest extends Omit<PaintRequest, 'pageId'> {
  type: DocumentFileType;
  /** In the order of the file; exactly one for SVG. */
  pageIds: readonly string[];
  /** The only metadata that the file gets. */
  title: string;
  /** 1 to 100, of opaque pictures. Default 90. `scale` sets how fine pictures and effects are: twice its value. */
  quality?: number;
  /** The file may not be larger: pictures yield, words and shapes never. */
  maxBytes?: number;
  /** SVG only: letters as outlines. */
  outlines?: boolean;
  /** PDF only: design px around the trimmed page that the body already includes. */
  bleed?: number;
  out: string;
}

export interface PaintedFile {
  path: string;
  width: number;
  height: number;
  bytes: number;
  /** The quality that was used; null for lossless PNG. */
  quality: number | null;
  /** Output pixels per design px; smaller than asked for when the budget demanded it. */
  scale: number;
  missingAssets: string[];
  missingGlyphs: string[];
}

/**
 * Paints designs without a window. All calls throw `invalid-input` (no such page, too many pixels, a
 * budget that cannot be met), `cancelled`, `disk-full`, `unavailable`.
 */
export interface Painter {
  paint: (request: PaintRequest) => Promise<PaintedPixels>;
  paintToFile: (request: PaintFileRequest) => Promise<PaintedFile>;
  paintDocument: (request: PaintDocumentRequest) => Promise<PaintedFile>;
  /**
   * Readies this very process to measure the words of a design, so that it comes out in another size exactly
   * as in the window; nothing is painted here. Costs once what registering its fonts costs.
   */
  prepareLayout: (body: DesignBody, look?: PaintLook) => Promise<void>;
  /** Ends all child processes. */
  close: () => void;
}
