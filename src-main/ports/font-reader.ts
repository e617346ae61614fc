import type { StoredFont } from './repositories.ts';

/** What a font file says about itself; see `StoredFont` for the units. */
export type FontFacts = Pick<
  StoredFont,
  'name' | 'chineseName' | 'weight' | 'style' | 'script' | 'ascent' | 'descent' | 'licence' | 'embedding'
>;

/** One face as a file of its own. */
export interface FontFace extends FontFacts {
  bytes: Uint8Array;
  extension: 'ttf' | 'otf' | 'woff' | 'woff2';
}

export interface FontReader {
  /**
   * Looks at a TTF, OTF, TTC, WOFF or WOFF2 file; each face of a collection becomes a file of its own, since
   * neither a browser nor a canvas can choose one.
   * @throws GalleyError `unreadable-file` for what is no font, is damaged or too large; `cancelled`
   */
  read(path: string, signal?: AbortSignal): Promise<FontFace[]>;
}
