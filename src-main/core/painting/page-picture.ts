import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import { designFormat } from '#shared/design/document.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { bodyForFormat } from '#shared/design/variants/derive.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import type { Pictures } from '../pictures.ts';

/** Longest side of a page on the stage of a clip, px: as sharp as full HD. */
const longest = 1920;
/** px of a frame. */
const sides = { least: 16, most: 8192 };

/** A page of a design as a clip shows it. */
export interface PageWanted {
  id: string;
  /** Counted from 1. */
  page: number;
  /** Re-arranged for a frame of these px as the render does; null: the design's own size. */
  frame: { width: number; height: number } | null;
  /** Without its paper. */
  clear: boolean;
}

/** `<page>x<width>x<height>` or `<page>` of an address; null for anything else. */
export function pageAndFrame(text: string): Pick<PageWanted, 'page' | 'frame'> | null {
  const [page = 0, width, height] = /^\d+(x\d+x\d+)?$/.test(text) ? text.split('x').map(Number) : [];
  if (page < 1) return null;
  if (width === undefined || height === undefined) return { page, frame: null };
  const fits = [width, height].every((side) => side >= sides.least && side <= sides.most);
  return fits ? { page, frame: { width, height } } : null;
}

const gone = (): GalleyError =>
  new GalleyError('not-found', {
    en: 'This page of the design is no longer there.',
    zh: '设计中的这一页已不存在。',
  });

/**
 * The picture of a page at the design's present revision, painted once and kept in the cache beside the small ones
 * (which take older revisions away). @throws GalleyError not-found
 */
export async function pagePicture(
  painter: Painter,
  pictures: Pictures,
  session: Session,
  { id, page, frame, clear }: PageWanted,
): Promise<string> {
  const design = session.repositories.designs.get(id);
  if (!design) throw gone();
  const { key, ...look } = brandLook(session);
  const size = frame ? `-${frame.width}x${frame.height}` : '';
  const name = `${id}-${design.revision}-${key}-${page}${size}-${clear ? 'clear' : 'paper'}.png`;
  const folder = join(session.paths.cache, 'designs');
  const out = join(folder, name);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).includes(name)) return out;
  const { body: own } = readDocument(designFormat, design.document);
  const found = pagesInOrder(own)[page - 1];
  if (!found) throw gone();
  if (frame) await painter.prepareLayout(own, look);
  const body = frame ? bodyForFormat(own, '', frame.width, frame.height).body : own;
  await painter.paintToFile({
    body,
    pageId: found.id,
    scale: Math.min(1, longest / Math.max(body.width, body.height)),
    background: clear ? null : 'page',
    assetFile: (assetId) => pictures.paintable(session, assetId),
    ...look,
    type: 'png',
    out,
  });
  return out;
}
