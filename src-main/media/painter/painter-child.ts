import { open } from 'node:fs/promises';
import { toFailure } from '#shared/contract/failure.ts';
import { setFontTokens } from '#shared/design/fonts.ts';
import { familiesOfDesign } from '#shared/design/text/families.ts';
import { paintOrder } from '#shared/design/tree.ts';
import { encodeWithin } from '#main/media/painter/encode.ts';
import { fontFiles } from '#main/media/painter/font-files.ts';
import type { FontFile } from '#main/media/painter/font-files.ts';
import { missingGlyphs } from '#main/media/painter/glyph-coverage.ts';
import type {
  ChildAnswer,
  ChildFile,
  ChildJob,
  ChildPixels,
  ChildSettings,
} from '#main/media/painter/protocol.ts';
import { pixelsOf, renderPage } from '#main/media/painter/render-page.ts';
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

function glyphsMissingOn(job: ChildJob): string[] {
  const nodes = paintOrder(job.body, job.pageId).map((painted) => painted.node);
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
    missingGlyphs: glyphsMissingOn(job),
  };
}

async function paintFile(job: ChildJob, output: NonNullable<ChildJob['output']>): Promise<ChildFile> {
  let missingAssets: string[] = [];
  const encoded = await encodeWithin(output.type, output.quality, output.maxBytes, async (reduction) => {
    const rendered = await renderPage(job, job.scale * reduction);
    missingAssets = rendered.missingAssets;
    return {
      data: pixelsOf(rendered.canvas),
      width: rendered.canvas.width,
      height: rendered.canvas.height,
    };
  });
  const file = await open(output.temporaryPath, 'wx');
  try {
    await file.writeFile(encoded.data);
    await file.sync();
  } finally {
    await file.close();
  }
  return {
    kind: 'file',
    width: encoded.width,
    height: encoded.height,
    bytes: encoded.data.length,
    quality: encoded.quality,
    scale: job.scale * encoded.reduction,
    missingAssets,
    missingGlyphs: glyphsMissingOn(job),
  };
}

async function run(job: ChildJob): Promise<void> {
  try {
    fonts ??= fontFiles(settings.projectRoot);
    installFonts(job);
    const value = job.output ? await paintFile(job, job.output) : await paintPixels(job);
    answer({ id: job.id, ok: true, value });
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
    answer({ id: job.id, ok: false, failure: toFailure(error), cause });
  }
}

// Messages come only from the process that started this one, in its own protocol.
if (parentPort) parentPort.on('message', ({ data }) => void run(data as ChildJob));
else process.on('message', (message) => void run(message as ChildJob));
