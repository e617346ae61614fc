import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { designFormat, emptyDesign } from './document.ts';
import { resizeDesign } from './resize.ts';
import { assetsUsed } from './draw/pictures-wanted.ts';

/** A design of one white page, as it is saved. Pixels. */
export function blankDesign(width: number, height: number): unknown {
  return writeDocument(designFormat, emptyDesign(width, height, 'page-1'));
}

/** What the library and its lists need to know of a saved design. */
export function describeDesign(document: unknown): {
  width: number;
  height: number;
  pages: number;
  assetIds: string[];
  readOnly: boolean;
} {
  const { body, readOnly } = readDocument(designFormat, document);
  return {
    width: body.width,
    height: body.height,
    pages: Object.keys(body.pages).length,
    assetIds: assetsUsed(body),
    readOnly: readOnly !== null,
  };
}

/** A saved design re-arranged for another size, as it is saved. Pixels. */
export function inSize(document: unknown, { width, height }: { width: number; height: number }): unknown {
  const { body, unknownKeys } = readDocument(designFormat, document);
  if (body.width === width && body.height === height) return document;
  return writeDocument(designFormat, resizeDesign(body, width, height).body, unknownKeys);
}
