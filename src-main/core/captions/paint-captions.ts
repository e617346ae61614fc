import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameSize, SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import { captionPage } from '#shared/clip/captions/set-cue.ts';
import type { CaptionTrack } from '#shared/clip/edit/captions.ts';
import { editDuration } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { CaptionFrames } from '#shared/clip/render/types.ts';
import { cancelled } from '#shared/contract/failure.ts';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { type TextNode, textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import type { Painter, PaintLook } from '#main/ports/painter.ts';
import { exists } from '../disk.ts';
import { pngOfRows } from './png.ts';
import { lookOf, statesOfTracks, type TrackStates } from './caption-states.ts';

/** Sheets that are asked for at one time: enough to keep two painter processes busy. */
const atOnce = 2;
/** Most px of a sheet (four bytes each, in two processes), its tallest side, and pictures on it. */
const sheetPixels = 6_000_000;
const tallestSheet = 16_000;
const mostOnSheet = 64;

export interface CaptionPainting {
  edit: ClipEdit;
  /** Pixels of the finished frame. */
  frame: FrameSize;
  /** px that the platform covers along each edge. */
  safe: SafeInsets;
  /** Brand colours and fonts. */
  look: PaintLook;
  /** Where pictures go, under names that say what is on them: one that is there already is not painted again. */
  folder: string;
  /** Only what is shown between these times of the timeline, seconds; absent: the whole clip. */
  span?: { from: number; to: number } | undefined;
  signal: AbortSignal;
  onProgress?: ((done: number, total: number) => void) | undefined;
}

function bodyOf(size: { width: number; height: number }, nodes: readonly TextNode[]): DesignBody {
  return {
    width: size.width,
    height: size.height,
    pages: { [captionPage]: { id: captionPage, name: '', order: 'a0', background: '#00000000' } },
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
  };
}

/** A body that asks for all fonts that the tracks are drawn with. */
function fontsWanted(tracks: readonly CaptionTrack[]): DesignBody {
  const nodes = tracks.map(
    (track): TextNode => ({
      ...textDefaults,
      id: track.id,
      pageId: captionPage,
      order: 'a0',
      fontFamily: track.style.fontFamily,
      text: track.cues.map((cue) => cue.text).join('\n'),
    }),
  );
  return bodyOf({ width: 100, height: 100 }, nodes);
}

/** Runs work on a list, some at a time; the first failure ends it. */
async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next]; item !== undefined; item = items[next]) {
      next += 1;
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

interface Picture {
  path: string;
  /** The layer, in px of the band; null for the empty picture. */
  node: TextNode | null;
}

/** Pictures of one size. */
interface Band {
  width: number;
  height: number;
  pictures: Picture[];
}

function pictureOf(node: TextNode | null, band: Rectangle, painting: CaptionPainting): Picture {
  const moved = node && { ...node, x: node.x - band.x, y: node.y - band.y };
  const looks = moved ? [lookOf(moved), painting.look] : [];
  const key = JSON.stringify([band.width, band.height, ...looks]);
  const name = createHash('sha256').update(key).digest('hex').slice(0, 40);
  return { path: join(painting.folder, `caption-${name}.png`), node: moved };
}

function framesOf(track: TrackStates, painting: CaptionPainting): { frames: CaptionFrames; band: Band } {
  const { band } = track;
  const pictures = track.pictures.map((node) => pictureOf(node, band, painting));
  const empty = pictureOf(null, band, painting);
  const frames = track.states.flatMap(({ from, to, picture }) => {
    const path = pictures[picture]?.path;
    return path === undefined ? [] : [{ path, from, to }];
  });
  return {
    frames: { ...band, frames, empty: empty.path },
    band: { width: band.width, height: band.height, pictures: [empty, ...pictures] },
  };
}

/** Pictures of a band that are painted in one go, below each other on one sheet. */
interface Sheet {
  width: number;
  height: number;
  /** px between the tops of two pictures: none reaches into the next. */
  step: number;
  pictures: Picture[];
}

/** What is not there yet, in sheets that are large enough to be worth a call and small enough for the memory. */
async function sheetsOf({ width, height, pictures }: Band): Promise<Sheet[]> {
  const missing: Picture[] = [];
  for (const picture of pictures) if (!(await exists(picture.path))) missing.push(picture);
  const step = height + Math.ceil(Math.max(...missing.map(({ node }) => node?.fontSize ?? 0), 0));
  const room = Math.min(sheetPixels / (width * step), tallestSheet / step, mostOnSheet);
  const count = Math.max(1, Math.floor(room));
  const sheets: Sheet[] = [];
  for (let at = 0; at < missing.length; at += count)
    sheets.push({ width, height, step, pictures: missing.slice(at, at + count) });
  return sheets;
}

async function paintSheet(
  painter: Pick<Painter, 'paint'>,
  sheet: Sheet,
  painting: CaptionPainting,
): Promise<void> {
  const { width, height, step, pictures } = sheet;
  const nodes = pictures.flatMap(({ node }, index) =>
    node ? [{ ...node, id: `cue-${index}`, y: node.y + index * step }] : [],
  );
  const painted = await painter.paint({
    body: bodyOf({ width, height: step * pictures.length }, nodes),
    pageId: captionPage,
    scale: 1,
    background: null,
    assetFile: () => null,
    ...painting.look,
    signal: painting.signal,
  });
  for (const [index, { path }] of pictures.entries()) {
    const png = await pngOfRows(painted.rgba, { width, top: index * step, height });
    const unfinished = `${path}.${index}.part`;
    await writeFile(unfinished, png);
    await rename(unfinished, path);
  }
}

/**
 * Paints the captions that are burnt in: one picture for each different look, cut to the band that all captions of a
 * track lie in, on nothing. Lines, sizes and places are those of the window.
 * @throws GalleyError cancelled, disk-full
 */
export async function paintCaptions(
  painter: Pick<Painter, 'paint' | 'prepareLayout'>,
  painting: CaptionPainting,
): Promise<CaptionFrames[]> {
  const tracks = (painting.edit.captions ?? []).filter(
    (track) => track.burn && !track.hidden && track.cues.length > 0,
  );
  if (tracks.length === 0) return [];
  await painter.prepareLayout(fontsWanted(tracks), painting.look);
  const span = painting.span ?? { from: 0, to: editDuration(painting.edit) };
  const states = await statesOfTracks(tracks, painting.frame, painting.safe, span, painting.signal);
  const found = states.map((track) => framesOf(track, painting));
  await mkdir(painting.folder, { recursive: true });
  const sheets = (await Promise.all(found.map(({ band }) => sheetsOf(band)))).flat();
  const total = sheets.reduce((sum, sheet) => sum + sheet.pictures.length, 0);
  let done = 0;
  await each(sheets, async (sheet) => {
    if (painting.signal.aborted) throw cancelled();
    await paintSheet(painter, sheet, painting);
    done += sheet.pictures.length;
    painting.onProgress?.(done, total);
  });
  return found.map(({ frames }) => frames);
}
