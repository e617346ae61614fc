import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DesignFileType } from '#shared/contract/designs.ts';
import type { Bilingual } from '#shared/contract/failure.ts';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import { designFormat } from '#shared/design/document.ts';
import { onlyLayers, withBleed } from '#shared/design/export/painting-area.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { safeFileName, uniqueNames } from '#shared/domain/file-name.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { PaintedFile, Painter, PaintLook } from '#main/ports/painter.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import type { AssetFile } from '../handoff/package-types.ts';
import type { Pictures } from '../pictures.ts';
import { notesOn } from './paint-notes.ts';
import { sizesOf } from './sizes.ts';
import type { PaintSize } from './sizes.ts';

/** Longest side of the pictures of designs in lists and posts, in pixels. */
const thumbnailSide = 640;

const kinds: Record<DesignFileType, { extension: string; mime: string }> = {
  png: { extension: 'png', mime: 'image/png' },
  jpeg: { extension: 'jpg', mime: 'image/jpeg' },
  webp: { extension: 'webp', mime: 'image/webp' },
  avif: { extension: 'avif', mime: 'image/avif' },
  pdf: { extension: 'pdf', mime: 'application/pdf' },
  svg: { extension: 'svg', mime: 'image/svg+xml' },
};

export interface PaintPlan {
  name: string;
  body: DesignBody;
  assetFile: AssetFile;
  look?: PaintLook | undefined;
  /** 1-based; all pages when absent. */
  pages?: readonly number[] | undefined;
  /** `platform/format` names; none (and no variants) paints the design's own size. */
  formats: readonly string[];
  /** Ids of the design's own sizes. */
  variants?: readonly string[] | undefined;
  /** The design's own size beside formats and variants. */
  ownSize?: boolean | undefined;
  /** Only these layers of the one chosen page, cut to their ink, without paper. */
  layers?: readonly string[] | undefined;
  scale: number;
  type: DesignFileType;
  transparent?: boolean | undefined;
  outlines?: boolean | undefined;
  bleed?: boolean | undefined;
  quality?: number | undefined;
  maxBytes?: number | undefined;
  out: string;
  force: boolean;
}

export interface PaintedPage {
  path: string;
  format: string | null;
  /** The first page in the file. */
  page: number;
  width: number;
  height: number;
  bytes: number;
  type: string;
  needsReview: boolean;
  notes: Bilingual[];
}

interface NumberedPage {
  id: string;
  number: number;
}

function chosenPages(body: DesignBody, wanted: readonly number[] | undefined): NumberedPage[] {
  const pages = pagesInOrder(body).map((page, index) => ({ id: page.id, number: index + 1 }));
  if (!wanted) return pages;
  const chosen = pages.filter((page) => wanted.includes(page.number));
  if (chosen.length > 0 && chosen.length === new Set(wanted).size) return chosen;
  const absent = wanted.find((number) => number > pages.length) ?? 0;
  throw new GalleyError('invalid-input', {
    en: `The design has ${pages.length} page(s); there is no page ${absent}.`,
    zh: `此设计共 ${pages.length} 页，没有第 ${absent} 页。`,
  });
}

/** One file to write. */
interface Task {
  size: PaintSize;
  /** Several only where the file type holds pages. */
  pages: readonly NumberedPage[];
  name: string;
}

function tasksOf(plan: PaintPlan, sizes: readonly PaintSize[], pages: readonly NumberedPage[]): Task[] {
  const { extension } = kinds[plan.type];
  // A PDF has no pixels of its own, so no scale either.
  const scale = plan.scale === 1 || plan.type === 'pdf' ? '' : `@${plan.scale}x`;
  const part = plan.layers ? 'selection' : null;
  const named = (size: PaintSize, page: NumberedPage | null): string => {
    const number = page && pagesInOrder(plan.body).length > 1 ? String(page.number).padStart(2, '0') : null;
    const words = [plan.name, size.label, number, part].filter((word) => word !== null);
    return safeFileName(words.join(' ') + scale, extension);
  };
  return sizes.flatMap((size) =>
    plan.type === 'pdf'
      ? [{ size, pages, name: named(size, pages.length === 1 ? (pages[0] ?? null) : null) }]
      : pages.map((page) => ({ size, pages: [page], name: named(size, page) })),
  );
}

function areaOf(plan: PaintPlan, body: DesignBody, page: NumberedPage): DesignBody {
  if (!plan.layers) return plan.bleed ? withBleed(body) : body;
  const alone = onlyLayers(body, page.id, plan.layers);
  if (alone) return alone;
  throw new GalleyError('invalid-input', {
    en: 'The selection shows nothing. Select layers that can be seen.',
    zh: '所选内容没有可见的部分。请选择可见的图层。',
  });
}

async function paintTask(
  painter: Painter,
  plan: PaintPlan,
  { size, pages, name }: Task,
  signal: AbortSignal,
): Promise<PaintedFile> {
  const [first] = pages;
  if (!first) throw new Error('a file without pages');
  const clear = (plan.transparent === true || plan.layers !== undefined) && plan.type !== 'jpeg';
  const request = {
    body: areaOf(plan, size.body, first),
    scale: plan.scale,
    background: clear ? null : ('page' as const),
    assetFile: plan.assetFile,
    out: join(plan.out, name),
    signal,
    ...plan.look,
    ...(plan.quality === undefined ? {} : { quality: plan.quality }),
  };
  if (plan.type === 'pdf' || plan.type === 'svg') {
    return painter.paintDocument({
      ...request,
      type: plan.type,
      pageIds: pages.map((page) => page.id),
      title: plan.name,
      outlines: plan.outlines === true,
      bleed: plan.bleed && !plan.layers ? (size.body.bleed ?? 0) : 0,
      ...(plan.maxBytes === undefined ? {} : { maxBytes: plan.maxBytes }),
    });
  }
  const maxBytes = plan.maxBytes ?? size.maxBytes;
  return painter.paintToFile({
    ...request,
    type: plan.type,
    pageId: first.id,
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
}

async function refuseTaken(plan: PaintPlan, tasks: readonly Task[]): Promise<void> {
  const taken = new Set(plan.force ? [] : await readdir(plan.out));
  const clash = tasks.find(({ name }) => taken.has(name));
  if (!clash) return;
  throw new GalleyError('invalid-input', {
    en: `“${clash.name}” exists already in that folder. Choose another folder, or add --force to replace it.`,
    zh: `该文件夹中已有“${clash.name}”。请换一个文件夹，或加上 --force 覆盖。`,
  });
}

function pageOf(plan: PaintPlan, { size, pages }: Task, painted: PaintedFile): PaintedPage {
  const { type, scale, transparent = false } = plan;
  return {
    path: painted.path,
    format: size.format,
    page: pages[0]?.number ?? 1,
    width: painted.width,
    height: painted.height,
    bytes: painted.bytes,
    type: kinds[type].mime,
    needsReview: size.needsReview || painted.missingAssets.length > 0,
    notes: notesOn(painted, { type, scale, transparent }),
  };
}

/** Paints a design into files; on failure or cancel the files of this call are gone again. */
export async function paintDesign(
  painter: Painter,
  pack: RulePack,
  plan: PaintPlan,
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<PaintedPage[]> {
  const { body, formats, variants = [], ownSize = false } = plan;
  // Re-arranging breaks lines, so the fonts are measured here first.
  if (formats.length + variants.length > 0) await painter.prepareLayout(body, plan.look);
  const sizes = sizesOf(pack, { body, formats, variants, ownSize });
  const pages = chosenPages(body, plan.pages);
  const tasks = tasksOf(plan, sizes, plan.layers ? pages.slice(0, 1) : pages);
  // Two sizes of one name would overwrite each other.
  const names = uniqueNames(tasks.map(({ name }) => name));
  tasks.forEach((task, index) => {
    task.name = names[index] ?? task.name;
  });
  await mkdir(plan.out, { recursive: true });
  await refuseTaken(plan, tasks);
  const done: string[] = [];
  const failed = new AbortController();
  const signal = AbortSignal.any([job.signal, failed.signal]);
  const work = tasks.map(async (task): Promise<PaintedPage> => {
    try {
      const painted = await paintTask(painter, plan, task, signal);
      done.push(painted.path);
      job.progress(done.length, tasks.length);
      return pageOf(plan, task, painted);
    } catch (error) {
      // The first failure stops the others, so that nothing is written after the tidying up.
      failed.abort(error);
      throw error;
    }
  });
  const results = await Promise.allSettled(work);
  if (results.every((result) => result.status === 'fulfilled')) return results.map((result) => result.value);
  await Promise.all(done.map((path) => rm(path, { force: true })));
  throw job.signal.aborted ? cancelled() : failed.signal.reason;
}

/** Paints a page (counted from 1) of a saved design small, for lists and previews. */
export async function paintThumbnail(
  painter: Painter,
  document: unknown,
  assetFile: AssetFile,
  out: string,
  number = 1,
  look: PaintLook = {},
): Promise<void> {
  const { body } = readDocument(designFormat, document);
  const page = pagesInOrder(body)[number - 1];
  if (!page)
    throw new GalleyError('not-found', {
      en: `This design has no page ${number}.`,
      zh: `此设计没有第 ${number} 页。`,
    });
  const scale = Math.min(1, thumbnailSide / Math.max(body.width, body.height));
  await painter.paintToFile({ body, pageId: page.id, scale, assetFile, type: 'png', out, ...look });
}

/** The picture of a workspace's design at its present revision, painted once and kept in the cache. */
export async function designPicture(
  painter: Painter,
  pictures: Pictures,
  session: Session,
  { id, page }: { id: string; page: number },
): Promise<string> {
  const design = session.repositories.designs.get(id);
  if (!design)
    throw new GalleyError('not-found', { en: 'This design is no longer there.', zh: '此设计已不存在。' });
  const folder = join(session.paths.cache, 'designs');
  const { key, ...look } = brandLook(session);
  const present = `${id}-${design.revision}-${key}-`;
  const name = `${present}${page}.png`;
  await mkdir(folder, { recursive: true });
  const there = await readdir(folder);
  if (!there.includes(name)) {
    const assetFile: AssetFile = (assetId) => pictures.paintable(session, assetId);
    await paintThumbnail(painter, design.document, assetFile, join(folder, name), page, look);
    for (const old of there)
      if (old.startsWith(`${id}-`) && !old.startsWith(present)) await rm(join(folder, old), { force: true });
  }
  return join(folder, name);
}
