import { copyFile, link, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { captionList, captionSteps } from '#shared/clip/render/caption-layer.ts';
import { colourCube } from '#shared/clip/render/colour-lut.ts';
import { type FrameWindow, wholeTransitions } from '#shared/clip/render/frames.ts';
import { type EditPlan, planEdit } from '#shared/clip/render/plan.ts';
import type { LookUp, PreparedSegment, RenderContext } from '#shared/clip/render/types.ts';
import { graphInputs } from '#shared/clip/render/writer.ts';
import { assetsOfEdit } from '#shared/clip/edit/layout.ts';
import type { FrameIndex } from '#shared/clip/frame-index.ts';
import { cannotDecode } from '#shared/clip/probe-warnings.ts';
import { reasons } from '#shared/clip/plan-reasons.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { type Bilingual, GalleyError } from '#shared/contract/failure.ts';
import type { EditSources } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import type { VideoTools } from './tools.ts';

/** An edit whose sources are known, before anything is prepared. */
export interface OpenEdit {
  plan: EditPlan;
  /** Absolute path of a source. */
  fileOf(source: string): string;
  probeOf(source: string): ClipProbe;
  indexOf(source: string): FrameIndex | null;
}

/** Reads what must be known of every source of the edit. @throws GalleyError as `ClipEngine.probe` */
export async function openEdit(
  tools: VideoTools,
  library: ClipLibrary,
  sources: EditSources,
  signal: AbortSignal | undefined,
): Promise<OpenEdit> {
  const { edit } = sources;
  const recordings = new Set<string>();
  for (const segment of edit.segments)
    if (segment.kind === 'clip' || segment.kind === 'freeze') recordings.add(segment.source);
  const painted = new Set<string>();
  for (const segment of edit.segments)
    if (segment.kind === 'still' && sources.painted.segments.has(segment.id)) painted.add(segment.source);
  if (edit.cover?.kind === 'image') painted.add(edit.cover.source);
  for (const overlay of edit.overlays ?? [])
    if (overlay.kind === 'image' && sources.painted.overlays.has(overlay.id)) painted.add(overlay.source);
  const stills = new Set<string>();
  for (const segment of edit.segments)
    if (segment.kind === 'still' && !sources.painted.segments.has(segment.id)) stills.add(segment.source);
  for (const overlay of edit.overlays ?? [])
    if (overlay.kind === 'image' && !sources.painted.overlays.has(overlay.id)) stills.add(overlay.source);
  for (const sound of edit.sounds ?? []) stills.add(sound.source);
  const opened = new Map<string, { path: string; probe: ClipProbe; index: FrameIndex | null }>();
  for (const source of assetsOfEdit(edit)) {
    // What was painted before is never read itself.
    if (painted.has(source) && !recordings.has(source) && !stills.has(source)) continue;
    const clip = await library.open(sources.fileOf(source), signal);
    if (recordings.has(source) && cannotDecode(clip.probe))
      throw new GalleyError('unreadable-file', reasons.undecodable, { source });
    const { container, video } = clip.probe;
    // The index of an MP4 costs nothing; elsewhere it is read where frames are not where a steady rate puts them.
    const wanted = recordings.has(source) && video !== null && (container !== 'matroska' || video.vfr);
    opened.set(source, {
      path: clip.path,
      probe: clip.probe,
      index: wanted ? await clip.frames(signal) : null,
    });
  }
  const of = (source: string) => {
    const found = opened.get(source);
    if (found) return found;
    throw new GalleyError(
      'not-found',
      {
        en: 'A file that this clip uses is missing. Add it again, or remove the segment.',
        zh: '此剪辑使用的文件已丢失。请重新添加，或移除该片段。',
      },
      { source },
    );
  };
  const probeOf = (source: string) => of(source).probe;
  return {
    plan: planEdit(edit, sources.target, probeOf, tools.abilities),
    fileOf: (source) => of(source).path,
    probeOf,
    indexOf: (source) => of(source).index,
  };
}

const tableMissing: Bilingual = {
  en: 'A colour look-up table is missing or damaged; its segments keep their colours.',
  zh: '颜色查找表丢失或损坏；相关片段保持原有颜色。',
};

/** The beginning of a `.cube` says what it is. */
async function tableKind(path: string): Promise<'cube' | 'curves' | null> {
  const file = await open(path).catch(() => null);
  if (!file) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    const size = Number(/^\s*LUT_3D_SIZE\s+(\d+)/m.exec(head)?.[1] ?? 0);
    if (size >= 2 && size <= 129) return 'cube';
    return /^\s*LUT_1D_SIZE\s+\d+/m.test(head) ? 'curves' : null;
  } finally {
    await file.close();
  }
}

/** Puts the look-up tables of all segments into the folder, under names of ours. */
export async function writeTables(
  { edit, tokens = {}, lutFiles }: EditSources,
  folder: string,
): Promise<{ tables: Map<string, LookUp[]>; notes: Bilingual[] }> {
  const tables = new Map<string, LookUp[]>();
  const own = new Map<string, LookUp | null>();
  const looks = new Map<string, LookUp | null>();
  for (const segment of edit.segments) {
    const found: LookUp[] = [];
    const { adjustments, lut } = segment.picture ?? {};
    if (adjustments) {
      const key = JSON.stringify(adjustments);
      if (!looks.has(key)) {
        const cube = colourCube(adjustments, tokens);
        const name = `look-${looks.size}.cube`;
        if (cube !== null) await writeFile(join(folder, name), cube);
        looks.set(key, cube === null ? null : { name, curves: false });
      }
      const look = looks.get(key);
      if (look) found.push(look);
    }
    if (lut) {
      if (!own.has(lut)) {
        const path = lutFiles.get(lut);
        const kind = path === undefined ? null : await tableKind(path);
        const name = `table-${own.size}.cube`;
        if (path !== undefined && kind) await copyFile(path, join(folder, name));
        own.set(lut, kind && { name, curves: kind === 'curves' });
      }
      const table = own.get(lut);
      if (table) found.push(table);
    }
    if (found.length > 0) tables.set(segment.id, found);
  }
  return { tables, notes: [...own.values()].includes(null) ? [tableMissing] : [] };
}

/** A file under a plain name in the folder, without copying it where the disk can. */
async function placed(path: string, target: string): Promise<void> {
  await link(path, target).catch(() => copyFile(path, target));
}

/** Writes the lists of the caption layers for a window of the timeline; answers their paths. */
export async function writeCaptionLists(
  sources: EditSources,
  plan: EditPlan,
  window: FrameWindow,
  folder: string,
  known: Map<string, string>,
): Promise<string[]> {
  const lists: string[] = [];
  const whole = wholeTransitions(plan.framed, window);
  for (const layer of sources.painted.captions) {
    const steps = captionSteps(layer, plan.rate, whole);
    for (const { path } of steps) {
      if (known.has(path)) continue;
      const name = `caption-${known.size}.png`;
      await placed(path, join(folder, name));
      known.set(path, name);
    }
    const list = join(folder, `captions-${window.from}-${lists.length}.txt`);
    await writeFile(
      list,
      captionList(steps, (path) => known.get(path) ?? ''),
    );
    lists.push(list);
  }
  return lists;
}

/** What the graph builders ask for, for one run of ffmpeg. */
export function renderContext(
  tools: VideoTools,
  sources: EditSources,
  opened: OpenEdit,
  made: { tables: ReadonlyMap<string, LookUp[]>; prepared: ReadonlyMap<string, PreparedSegment> },
): RenderContext {
  const { plan, fileOf, probeOf, indexOf } = opened;
  return {
    inputs: graphInputs(),
    target: sources.target,
    rate: plan.rate,
    frames: plan.frames,
    duration: plan.duration,
    abilities: tools.abilities,
    painted: sources.painted,
    tokens: sources.tokens ?? {},
    fileOf,
    probeOf,
    indexOf,
    lutsOf: (segmentId) => made.tables.get(segmentId) ?? [],
    preparedOf: (segmentId) => made.prepared.get(segmentId) ?? null,
  };
}
