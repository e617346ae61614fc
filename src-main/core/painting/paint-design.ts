import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import { designFormat } from '#shared/design/document.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { readDocument } from '#shared/documents/envelope.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { PaintedFileType, Painter } from '#main/ports/painter.ts';
import type { Session } from '#main/ports/workspace.ts';
import type { AssetFile } from '../handoff/package-types.ts';
import type { Pictures } from '../pictures.ts';

/** Longest side of the pictures of designs in lists and posts, in pixels. */
const thumbnailSide = 640;

const extensions: Record<PaintedFileType, string> = { png: 'png', jpeg: 'jpg', webp: 'webp', avif: 'avif' };

export interface PaintPlan {
  name: string;
  body: DesignBody;
  assetFile: AssetFile;
  /** 1-based; all pages when absent. */
  pages?: readonly number[] | undefined;
  /** `platform/format` names; none paints the design's own size. */
  formats: readonly string[];
  scale: number;
  type: PaintedFileType;
  quality?: number | undefined;
  maxBytes?: number | undefined;
  out: string;
  force: boolean;
}

export interface PaintedPage {
  path: string;
  format: string | null;
  page: number;
  width: number;
  height: number;
  bytes: number;
  type: string;
  needsReview: boolean;
}

interface Variant {
  format: string | null;
  body: DesignBody;
  needsReview: boolean;
  maxBytes: number | undefined;
}

/** The design itself, or one re-arranged body for each format. */
function variantsOf(pack: RulePack, plan: PaintPlan): Variant[] {
  if (plan.formats.length === 0)
    return [{ format: null, body: plan.body, needsReview: false, maxBytes: plan.maxBytes }];
  return plan.formats.map((format) => {
    const picture = pictureOf(formatProfile(pack, format));
    if (!picture) {
      throw new GalleyError('invalid-input', {
        en: `${format} shows no picture, so there is no size to paint. Choose another format.`,
        zh: `${format} 不展示图片，没有可用的尺寸。请选择其他格式。`,
      });
    }
    const { width, height } = picture.primary.value;
    const resized = resizeDesign(plan.body, width, height);
    return {
      format,
      body: resized.body,
      needsReview: resized.report.needsReview,
      maxBytes: plan.maxBytes ?? picture.maxBytes?.value,
    };
  });
}

function chosenPages(
  body: DesignBody,
  wanted: readonly number[] | undefined,
): { id: string; number: number }[] {
  const pages = pagesInOrder(body).map((page, index) => ({ id: page.id, number: index + 1 }));
  if (!wanted) return pages;
  const chosen = pages.filter((page) => wanted.includes(page.number));
  if (chosen.length === wanted.length) return chosen;
  throw new GalleyError('invalid-input', {
    en: `The design has ${pages.length} page(s); there is no page ${wanted.find((number) => number > pages.length)}.`,
    zh: `此设计共 ${pages.length} 页，没有第 ${wanted.find((number) => number > pages.length)} 页。`,
  });
}

function fileName(plan: PaintPlan, variant: Variant, page: number, pages: number): string {
  const parts = [
    plan.name,
    variant.format?.replaceAll('/', '-'),
    pages > 1 ? String(page).padStart(2, '0') : null,
  ];
  const scale = plan.scale === 1 || variant.format ? '' : `@${plan.scale}x`;
  return safeFileName(parts.filter(Boolean).join(' ') + scale, extensions[plan.type]);
}

/** Paints a design into files; on failure or cancel the files of this call are gone again. */
export async function paintDesign(
  painter: Painter,
  pack: RulePack,
  plan: PaintPlan,
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<PaintedPage[]> {
  const variants = variantsOf(pack, plan);
  const pages = chosenPages(plan.body, plan.pages);
  const total = variants.length * pages.length;
  const files: PaintedPage[] = [];
  await mkdir(plan.out, { recursive: true });
  const taken = new Set(plan.force ? [] : await readdir(plan.out));
  const tasks = variants.flatMap((variant) => pages.map((page) => ({ variant, page })));
  for (const { variant, page } of tasks) {
    const name = fileName(plan, variant, page.number, pages.length);
    if (!taken.has(name)) continue;
    throw new GalleyError('invalid-input', {
      en: `“${name}” exists already in that folder. Choose another folder, or add --force to replace it.`,
      zh: `该文件夹中已有“${name}”。请换一个文件夹，或加上 --force 覆盖。`,
    });
  }
  try {
    await Promise.all(
      tasks.map(async ({ variant, page }) => {
        const out = join(plan.out, fileName(plan, variant, page.number, pages.length));
        const painted = await painter.paintToFile({
          body: variant.body,
          pageId: page.id,
          scale: variant.format ? 1 : plan.scale,
          assetFile: plan.assetFile,
          type: plan.type,
          out,
          signal: job.signal,
          ...(plan.quality === undefined ? {} : { quality: plan.quality }),
          ...(variant.maxBytes === undefined ? {} : { maxBytes: variant.maxBytes }),
        });
        files.push({
          path: out,
          format: variant.format,
          page: page.number,
          width: painted.width,
          height: painted.height,
          bytes: painted.bytes,
          type: `image/${plan.type}`,
          needsReview: variant.needsReview || painted.missingAssets.length > 0,
        });
        job.progress(files.length, total);
      }),
    );
  } catch (error) {
    await Promise.all(files.map((file) => rm(file.path, { force: true })));
    throw error;
  }
  return tasks.flatMap(({ variant, page }) =>
    files.filter((file) => file.format === variant.format && file.page === page.number),
  );
}

/** Paints a page (counted from 1) of a saved design small, for lists and previews. */
export async function paintThumbnail(
  painter: Painter,
  document: unknown,
  assetFile: AssetFile,
  out: string,
  number = 1,
): Promise<void> {
  const { body } = readDocument(designFormat, document);
  const page = pagesInOrder(body)[number - 1];
  if (!page)
    throw new GalleyError('not-found', {
      en: `This design has no page ${number}.`,
      zh: `此设计没有第 ${number} 页。`,
    });
  const scale = Math.min(1, thumbnailSide / Math.max(body.width, body.height));
  await painter.paintToFile({ body, pageId: page.id, scale, assetFile, type: 'png', out });
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
  const name = `${id}-${design.revision}-${page}.png`;
  await mkdir(folder, { recursive: true });
  const there = await readdir(folder);
  if (!there.includes(name)) {
    const assetFile: AssetFile = (assetId) => pictures.paintable(session, assetId);
    await paintThumbnail(painter, design.document, assetFile, join(folder, name), page);
    const present = `${id}-${design.revision}-`;
    for (const old of there)
      if (old.startsWith(`${id}-`) && !old.startsWith(present)) await rm(join(folder, old), { force: true });
  }
  return join(folder, name);
}
