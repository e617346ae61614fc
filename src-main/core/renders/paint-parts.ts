import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit, Overlay } from '#shared/clip/edit/schema.ts';
import type { CaptionFrames, PaintedPicture } from '#shared/clip/render/types.ts';
import type { SafeInsets } from '#shared/clip/captions/layout-cue.ts';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { bodyForFormat } from '#shared/design/variants/derive.ts';
import type { EditSources } from '#main/ports/clip-engine.ts';
import type { ImageEngine } from '#main/ports/image-engine.ts';
import type { Painter } from '#main/ports/painter.ts';
import { paintCaptions } from '../captions/paint-captions.ts';
import { exists } from '../disk.ts';
import type { EditWorld, WorldDesign } from './edit-world.ts';

export interface PartTools {
  painter: Painter;
  images: ImageEngine;
}

/** Longest side of a picture that ffmpeg is given: enough for a zoom into 1080p. */
const stillSide = 4096;

/** Longest side of a painted page. */
const paintedSide = 4096;

export interface PartsWanted {
  edit: ClipEdit;
  /** Pixels of the frame. */
  width: number;
  height: number;
  /** `platform/format`, whose own size of a design is taken; '' for none. */
  format: string;
  /** px along the edges that the platform covers: captions keep out of them. */
  safe: SafeInsets;
  /** Only what is on screen at this time of the timeline, seconds. */
  at?: number | undefined;
  /** Folder of the work, for what is not kept. */
  folder: string;
  signal: AbortSignal;
  onShare?: ((share: number) => void) | undefined;
}

/** What a render reads beside its target. */
export type ReadyParts = Pick<EditSources, 'fileOf' | 'tokens' | 'painted' | 'lutFiles'>;

/** Makes a file once under a name that says what it is made from. */
async function once(
  world: EditWorld,
  wanted: PartsWanted,
  key: string,
  make: (out: string) => Promise<unknown>,
): Promise<string> {
  if (wanted.signal.aborted) throw cancelled();
  const folder = world.kept ?? wanted.folder;
  const out = join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 40)}.png`);
  if (await exists(out)) return out;
  await mkdir(folder, { recursive: true });
  await make(out);
  return out;
}

function pageIdOf(body: DesignBody, page: string | null | undefined): string {
  const pages = pagesInOrder(body);
  const found = (page ? pages.find(({ id }) => id === page) : undefined) ?? pages[0];
  if (found) return found.id;
  throw new GalleyError('not-found', {
    en: 'A design of this clip has no page.',
    zh: '此剪辑用到的设计没有页面。',
  });
}

async function paintPage(
  tools: PartTools,
  world: EditWorld,
  wanted: PartsWanted,
  page: WorldDesign & { page: string | null | undefined; scale: number; paper: boolean },
): Promise<PaintedPicture> {
  const { body, scale, paper } = page;
  const key = JSON.stringify(['page', page.key, page.page ?? '', body.width, body.height, scale, paper]);
  const path = await once(world, wanted, key, (out) =>
    tools.painter.paintToFile({
      body,
      pageId: pageIdOf(body, page.page),
      scale,
      background: paper ? 'page' : null,
      assetFile: page.assetFile,
      ...world.look,
      type: 'png',
      out,
      signal: wanted.signal,
    }),
  );
  return { path, width: Math.round(body.width * scale), height: Math.round(body.height * scale) };
}

/** A page of a design in a size, re-arranged for it. */
export async function paintSized(
  tools: PartTools,
  world: EditWorld,
  wanted: PartsWanted,
  {
    design,
    page,
    width,
    height,
  }: { design: string; page: string | null | undefined; width: number; height: number },
): Promise<PaintedPicture> {
  const found = world.design(design);
  await tools.painter.prepareLayout(found.body, world.look);
  const { body } = bodyForFormat(found.body, wanted.format, width, height);
  return paintPage(tools, world, wanted, { ...found, body, page, scale: 1, paper: true });
}

/** A picture of the library as ffmpeg takes it: upright, sRGB, whatever it was. */
function stillFile(tools: PartTools, world: EditWorld, wanted: PartsWanted, source: string, side: number) {
  const path = world.fileOf(source);
  const key = JSON.stringify(['still', path, side]);
  return once(world, wanted, key, (out) =>
    tools.images.proxy({ in: path, out, maxSide: side }, wanted.signal),
  );
}

async function paintOverlay(
  tools: PartTools,
  world: EditWorld,
  wanted: PartsWanted,
  overlay: Overlay,
): Promise<PaintedPicture> {
  const across = overlay.width * wanted.width;
  if (overlay.kind === 'image') {
    const facts = world.facts(overlay.source);
    const ratio = facts && facts.width > 0 ? facts.height / facts.width : 1;
    const side = Math.min(stillSide, Math.ceil(across * Math.max(1, ratio)));
    const path = await stillFile(tools, world, wanted, overlay.source, side);
    return { path, width: Math.round(across), height: Math.round(across * ratio) };
  }
  const found = world.design(overlay.source);
  const { body } = found;
  const scale = Math.min(across / body.width, paintedSide / Math.max(body.width, body.height));
  return paintPage(tools, world, wanted, { ...found, page: overlay.page, scale, paper: !overlay.cutOut });
}

/** Captions that are burnt in; of a single frame only those around it. */
function captionsOf(tools: PartTools, world: EditWorld, wanted: PartsWanted): Promise<CaptionFrames[]> {
  const { edit, width, height, safe, at, signal, folder } = wanted;
  return paintCaptions(tools.painter, {
    ...{ edit, frame: { width, height }, safe, look: world.look, signal },
    folder: world.kept ?? folder,
    span: at === undefined ? undefined : { from: Math.max(0, at - 0.1), to: at + 0.1 },
  });
}

/**
 * Everything that is painted or converted before ffmpeg starts. What the workspace keeps is made once.
 * @throws GalleyError not-found for a source that is gone, cancelled
 */
export async function paintParts(
  tools: PartTools,
  world: EditWorld,
  wanted: PartsWanted,
): Promise<ReadyParts> {
  const { edit, at, width, height } = wanted;
  const seen = (from: number, to: number): boolean => at === undefined || (at >= from - 0.1 && at < to + 0.1);
  const segments = placeSegments(edit)
    .filter(({ start, end }) => seen(start, end))
    .map(({ segment }) => segment);
  const last = placeSegments(edit).at(-1);
  if (at !== undefined && segments.length === 0 && last) segments.push(last.segment);
  const overlays = (edit.overlays ?? []).filter((one) => !one.hidden && seen(one.from, one.to));
  const painted = {
    segments: new Map<string, PaintedPicture>(),
    overlays: new Map<string, PaintedPicture>(),
    captions: await captionsOf(tools, world, wanted),
  };
  const stills = new Map<string, string>();
  const lutFiles = new Map<string, string>();
  const total = segments.length + overlays.length;
  let done = 0;
  const step = (): void => wanted.onShare?.(++done / Math.max(1, total));
  for (const segment of segments) {
    if (segment.kind === 'design') {
      const { design, page } = segment;
      painted.segments.set(
        segment.id,
        await paintSized(tools, world, wanted, { design, page, width, height }),
      );
    } else if (segment.kind === 'still' && !stills.has(segment.source)) {
      stills.set(segment.source, await stillFile(tools, world, wanted, segment.source, stillSide));
    }
    const lut = segment.picture?.lut;
    if (lut) lutFiles.set(lut, world.lutFile(lut));
    step();
  }
  for (const overlay of overlays) {
    painted.overlays.set(overlay.id, await paintOverlay(tools, world, wanted, overlay));
    step();
  }
  return {
    painted,
    lutFiles,
    tokens: world.look.tokens,
    fileOf: (source) => stills.get(source) ?? world.fileOf(source),
  };
}
