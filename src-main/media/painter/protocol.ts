import type { Failure } from '#shared/contract/failure.ts';
import type { FontTokens } from '#shared/design/fonts.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import type { DocumentFileType, OwnFontFile, PaintedFileType } from '#main/ports/painter.ts';
import type { TextRenderer } from '#main/media/painter/text-measurer.ts';

/** What a painter child is started with, as JSON in its first argument. */
export interface ChildSettings {
  projectRoot: string;
  renderer: TextRenderer;
  /** px that are painted in one piece; more are painted in bands of at most half as many. */
  piecePixels: number;
}

/** One painting, as it crosses to the child. */
export interface ChildJob {
  id: number;
  body: DesignBody;
  pageId: string;
  scale: number;
  background: 'page' | null;
  tokens: Record<string, string>;
  /** Files by asset id; an asset without one gets a placeholder. */
  files: Record<string, string>;
  /** Fonts that the user brought. */
  fonts?: OwnFontFile[];
  /** What `token:heading` and `token:body` stand for; absent: the defaults. */
  fontTokens?: FontTokens;
  /** Absent: the pixels are sent back. */
  output?: ChildOutput & { type: PaintedFileType };
  /** Instead of `output`: a file of vectors. */
  document?: ChildOutput & {
    type: DocumentFileType;
    /** In the order of the file; one for SVG. */
    pageIds: string[];
    title: string;
    outlines: boolean;
    /** Design px around the page that the body already includes. */
    bleed: number;
  };
}

interface ChildOutput {
  quality: number | null;
  maxBytes: number | null;
  /** The child writes here; the parent renames. */
  temporaryPath: string;
}

export interface ChildPixels {
  kind: 'pixels';
  width: number;
  height: number;
  rgba: Uint8Array;
  missingAssets: string[];
  missingGlyphs: string[];
}

export interface ChildFile {
  kind: 'file';
  width: number;
  height: number;
  bytes: number;
  quality: number | null;
  scale: number;
  missingAssets: string[];
  missingGlyphs: string[];
}

/** Errors cross as data: a class loses its code on the way. `cause` is for the log only. */
export type ChildAnswer =
  | { id: number; ok: true; value: ChildPixels | ChildFile }
  | { id: number; ok: false; failure: Failure; cause: string };
