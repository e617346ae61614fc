import { open, rm } from 'node:fs/promises';
import type { Canvas } from '@napi-rs/canvas';
import { toFailure } from '#shared/contract/failure.ts';
import { setFontTokens } from '#shared/design/fonts.ts';
import { familiesOfDesign } from '#shared/design/text/families.ts';
import { paintOrder } from '#shared/design/tree.ts';
import { renderDocument } from '#main/media/painter/document-file.ts';
import { encodeWithin } from '#main/media/painter/encode.ts';
import { emptyCanvas, freePixels, largePixels } from '#main/media/painter/free-memory.ts';
import { fontFiles } from '#main/media/painter/font-files.ts';
import type { FontFile } from '#main/media/painter/font-files.ts';
import { missingGlyphs } from '#main/media/painter/glyph-coverage.ts';
import { forgetPicturesOver } from '#main/media/painter/pictures.ts';
import type {
  ChildAnswer,
  ChildFile,
  ChildJob,
  ChildPixels,
  ChildSettings,
} from '#main/media/painter/protocol.ts';
import { pixelsOf, renderPage } from '#main/media/painter/render-page.ts';
import { outputSize, paintBands } from '#main/media/painter/tiles/paint-bands.ts';
import { installOwnFonts, installTextMeasurer } from '#main/media/painter/text-measurer.ts';

/*
 * The entry of a painter process: one job at a time, asked for by message. It runs under
 * child_process.fork (process.send) and under Electron's utilityProcess (process.parentPort).
 */

interface ParentPort {
  on: (event: 'message', listen: (message: { data: unknown }) => void) => void;
  postMessage: (message: unknown) => void;
}

const settings = JSON.parse(process.argv.at(-1) ?? '{}') as ChildSettings;
let fonts: FontFile[] | undefined;

const parentPort = (process as { parentPort?: ParentPort }).parentPort;

function answer(message: ChildAnswer): void {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
}

/** Registers what the job's texts are drawn with, and nothing else. */
function installFonts(job: ChildJob): void {
  setFontTokens(job.fontTokens ?? null);
  installTextMeasurer(settings.projectRoot, settings.renderer, familiesOfDesign(job.body));
  installOwnFonts(job.fonts ?? []);
}

function glyphsMissingOn(job: ChildJob, pageIds: readonly string[]): string[] {
  const nodes = pageIds.flatMap((pageId) => paintOrder(job.body, pageId).map((painted) => painted.node));
  const own = (job.fonts ?? []).map((font) => ({
    ...font,
    id: font.path,
    style: 'normal',
    package: '',
    file: '',
  }));
  return missingGlyphs(nodes, [...(fonts ?? []), ...own]);
}

async function paintPixels(job: ChildJob): Promise<ChildPixels> {
  const { canvas, missingAssets } = await renderPage(job, job.scale);
  return {
    kind: 'pixels',
    width: canvas.width,
    height: canvas.height,
    rgba: pixelsOf(canvas),
    missingAssets,
    missingGlyphs: glyphsMissingOn(job, [job.pageId]),
  };
}

async function writeNew(path: string, data: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * The encoder of a large page needs room of its own (a JPEG's about half of what the page has): the page's canvas
 * and the pictures it was painted with leave it theirs.
 */
function makeRoom(canvas: Canvas): void {
  const pixels = canvas.width * canvas.height;
  if (pixels < largePixels) return;
  emptyCanvas(canvas);
  forgetPicturesOver(largePixels);
  freePixels(pixels);
}

async function paintFile(job: ChildJob, output: NonNullable<ChildJob['output']>): Promise<ChildFile> {
  let missingAssets: string[] = [];
  const { type, quality, maxBytes } = output;
  const size = outputSize(job, type);
  const inBands = size.width * size.height > settings.piecePixels;
  const bands = `${output.temporaryPath}.tif`;
  try {
    if (inBands) ({ missingAssets } = await paintBands(job, size, settings.piecePixels / 2, bands));
    const encoded = await encodeWithin(type, quality, maxBytes, async (reduction) => {
      if (inBands) return { data: bands, ...size };
      const rendered = await renderPage(job, job.scale * reduction);
      missingAssets = rendered.missingAssets;
      const { width, height } = rendered.canvas;
      const data = pixelsOf(rendered.canvas);
      makeRoom(rendered.canvas);
      return { data, width, height };
    });
    await writeNew(output.temporaryPath, encoded.data);
    return {
      kind: 'file',
      width: encoded.width,
      height: encoded.height,
      bytes: encoded.data.length,
      quality: encoded.quality,
      scale: job.scale * encoded.reduction,
      missingAssets,
      missingGlyphs: glyphsMissingOn(job, [job.pageId]),
    };
  } finally {
    if (inBands) await rm(bands, { force: true });
  }
}

async function paintDocument(job: ChildJob, document: NonNullable<ChildJob['document']>): Promise<ChildFile> {
  const { data, missingAssets } = await renderDocument(job, document, [
    ...(fonts ?? []),
    ...(job.fonts ?? []),
  ]);
  await writeNew(document.temporaryPath, data);
  const grown = document.type === 'svg' ? job.scale : 1;
  return {
    kind: 'file',
    width: Math.round(job.body.width * grown),
    height: Math.round(job.body.height * grown),
    bytes: data.length,
    quality: document.quality,
    scale: job.scale,
    missingAssets,
    missingGlyphs: glyphsMissingOn(job, document.pageIds),
  };
}

async function work(job: ChildJob): Promise<ChildPixels | ChildFile> {
  if (job.document) return paintDocument(job, job.document);
  return job.output ? paintFile(job, job.output) : paintPixels(job);
}

async function run(job: ChildJob): Promise<void> {
  try {
    fonts ??= fontFiles(settings.projectRoot);
    installFonts(job);
    const value = await work(job);
    answer({ id: job.id, ok: true, value });
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    answer({ id: job.id, ok: false, failure: toFailure(error), cause });
  }
}

// Messages come only from the process that started this one, in its own protocol.
if (parentPort) parentPort.on('message', ({ data }) => void run(data as ChildJob));
else process.on('message', (message) => void run(message as ChildJob));
