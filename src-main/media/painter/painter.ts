import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import { picturesWanted } from '#shared/design/draw/pictures-wanted.ts';
import { setFontTokens } from '#shared/design/fonts.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { familiesOfDesign } from '#shared/design/text/families.ts';
import { startNodeProcess } from '#main/media/painter/child-process.ts';
import type { StartPainterProcess } from '#main/media/painter/child-process.ts';
import { createProcessPool } from '#main/media/painter/pool.ts';
import type { ChildJob, ChildSettings } from '#main/media/painter/protocol.ts';
import type { TextRenderer } from '#main/media/painter/text-measurer.ts';
import type {
  PaintDocumentRequest,
  PaintedFile,
  Painter,
  PaintFileRequest,
  PaintLook,
  PaintRequest,
} from '#main/ports/painter.ts';

export interface PainterOptions {
  /** The folder that holds `resources` and `node_modules`; fonts are found from there. */
  projectRoot: string;
  /** Default 'system'; 'portable' for golden tests. */
  renderer?: TextRenderer;
  /** How many processes may paint at once. Default: one per core, at most four. */
  processes?: number;
  /** px painted in one piece; larger files are painted in bands and joined. Default 40 million. */
  piecePixels?: number;
  /** The child's entry file; needed when this module has been bundled. */
  entry?: string;
  /** How a child is started; Electron passes utilityProcess. Default: child_process.fork. */
  fork?: StartPainterProcess;
}

/** Only the asked pages cross to the child. */
function onlyPages(body: DesignBody, pageIds: readonly string[]): DesignBody {
  const wanted = new Set(pageIds);
  return {
    width: body.width,
    height: body.height,
    pages: Object.fromEntries(Object.entries(body.pages).filter(([id]) => wanted.has(id))),
    nodes: Object.fromEntries(Object.entries(body.nodes).filter(([, node]) => wanted.has(node.pageId))),
  };
}

async function jobFor(
  request: Omit<PaintRequest, 'pageId'>,
  pageIds: readonly string[],
  id: number,
): Promise<ChildJob> {
  const body = onlyPages(request.body, pageIds);
  const assets = new Set(
    pageIds.flatMap((pageId) => picturesWanted(body, pageId).map(({ assetId }) => assetId)),
  );
  const files: Record<string, string> = {};
  for (const assetId of assets) {
    const file = await request.assetFile(assetId);
    if (file !== null) files[assetId] = file;
  }
  return {
    id,
    body,
    pageId: pageIds[0] ?? '',
    scale: request.scale,
    background: request.background === undefined ? 'page' : request.background,
    tokens: { ...request.tokens },
    files,
    ...(request.fonts && { fonts: [...request.fonts] }),
    ...(request.fontTokens && { fontTokens: request.fontTokens }),
  };
}

/** The directory's entry survives a power cut only when the directory is flushed too. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Creates the painter; child processes start with the first job and do not keep the studio alive. */
export function createPainter(options: PainterOptions): Painter {
  const settings: ChildSettings = {
    projectRoot: options.projectRoot,
    renderer: options.renderer ?? 'system',
    piecePixels: options.piecePixels ?? 40_000_000,
  };
  const pool = createProcessPool(
    options.fork ?? startNodeProcess,
    options.entry ?? fileURLToPath(new URL('./painter-child.ts', import.meta.url)),
    JSON.stringify(settings),
    options.processes ?? Math.min(4, os.availableParallelism()),
  );
  let lastId = 0;

  async function paint(request: PaintRequest) {
    lastId += 1;
    const value = await pool.run(await jobFor(request, [request.pageId], lastId), request.signal);
    if (value.kind !== 'pixels') throw new Error('The painter answered with a file.');
    const { buffer, byteOffset, byteLength } = value.rgba;
    return {
      width: value.width,
      height: value.height,
      rgba: Buffer.from(buffer, byteOffset, byteLength),
      missingAssets: value.missingAssets,
      missingGlyphs: value.missingGlyphs,
    };
  }

  /** Runs a job that writes a file: it appears under its name only when it is whole. */
  async function toFile(
    job: ChildJob,
    out: string,
    give: (temporaryPath: string) => Pick<ChildJob, 'document' | 'output'>,
    signal: AbortSignal | undefined,
  ): Promise<PaintedFile> {
    const folder = path.dirname(path.resolve(out));
    const temporaryPath = path.join(folder, `.${path.basename(out)}.${randomUUID()}.part`);
    try {
      const value = await pool.run({ ...job, ...give(temporaryPath) }, signal);
      if (value.kind !== 'file') throw new Error('The painter answered with pixels.');
      await rename(temporaryPath, out);
      await flushFolder(folder);
      const { kind: _kind, ...facts } = value;
      return { path: out, ...facts };
    } catch (error) {
      await rm(temporaryPath, { force: true });
      // A process that was ended cannot clean up its bands.
      await rm(`${temporaryPath}.tif`, { force: true });
      if (error instanceof GalleyError) throw error;
      const failure = toFailure(error);
      throw new GalleyError(failure.code, failure.message, failure.detail);
    }
  }

  async function paintToFile(request: PaintFileRequest): Promise<PaintedFile> {
    lastId += 1;
    const { type, quality = null, maxBytes = null } = request;
    const job = await jobFor(request, [request.pageId], lastId);
    return toFile(
      job,
      request.out,
      (temporaryPath) => ({ output: { type, quality, maxBytes, temporaryPath } }),
      request.signal,
    );
  }

  async function paintDocument(request: PaintDocumentRequest): Promise<PaintedFile> {
    lastId += 1;
    const { type, title, quality = null, maxBytes = null, outlines = false, bleed = 0 } = request;
    const pageIds = [...request.pageIds];
    const job = await jobFor(request, pageIds, lastId);
    const document = { type, pageIds, title, outlines, bleed, quality, maxBytes };
    return toFile(
      job,
      request.out,
      (temporaryPath) => ({ document: { ...document, temporaryPath } }),
      request.signal,
    );
  }

  async function prepareLayout(body: DesignBody, look: PaintLook = {}) {
    // Loaded when it is needed: most commands and most sessions never measure in this process.
    const measurer = await import('#main/media/painter/text-measurer.ts');
    setFontTokens(look.fontTokens ?? null);
    measurer.installTextMeasurer(settings.projectRoot, settings.renderer, familiesOfDesign(body));
    measurer.installOwnFonts(look.fonts ?? []);
  }

  return { paint, paintToFile, paintDocument, prepareLayout, close: pool.close };
}
