import type { DesignBody } from '#shared/design/schema.ts';
import type { PaintLook, PaintRequest } from '#main/ports/painter.ts';

/** What is known of a recording, sound or picture before it is opened. Pixels as shown, seconds. */
export interface SourceFacts {
  kind: 'image' | 'video' | 'audio';
  name: string;
  width: number;
  height: number;
  duration: number;
  fps: number | null;
  hasAudio: boolean;
}

export interface WorldDesign {
  body: DesignBody;
  /** A text that changes whenever its picture does. */
  key: string;
  /** Of the pictures inside it. */
  assetFile: PaintRequest['assetFile'];
}

/** Where the parts of an edit come from: the open workspace, or files beside an edit file. */
export interface EditWorld {
  /** null for what is not there any more. */
  facts(source: string): SourceFacts | null;
  /** Absolute path of a recording, sound or picture. @throws GalleyError not-found */
  fileOf(source: string): string;
  /** @throws GalleyError not-found */
  design(id: string): WorldDesign;
  look: PaintLook;
  /** Absolute path of a look-up table. @throws GalleyError not-found */
  lutFile(id: string): string;
  /** Folder in which painted pages and converted pictures are kept to be used again; null: nowhere. */
  kept: string | null;
}
