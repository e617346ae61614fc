import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GalleyError, toFailure } from '#shared/contract/failure.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { startNodeProcess } from '#main/media/painter/child-process.ts';
import type { StartPainterProcess } from '#main/media/painter/child-process.ts';
import { createProcessPool } from '#main/media/painter/pool.ts';
import type { ChildJob, ChildSettings } from '#main/media/painter/protocol.ts';
import type { TextRenderer } from '#main/media/painter/text-measurer.ts';
import type { Painter, PaintFileRequest, PaintRequest } from '#main/ports/painter.ts';

export interface PainterOptions {
  /** The folder that holds `resources` and `node_modules`; fonts are found from there. */
  projectRoot: string;
  /** Default 'system'; 'portable' for golden tests. */
  renderer?: TextRenderer;
  /** How many processes may paint at once. Default: one per core, at most four. */
  processes?: number;
  /** The child's entry file; needed when this module has been bundled. */
  entry?: string;
  /** How a child is started; Electron passes utilityProcess. Default: child_process.fork. */
  fork?: StartPainterProcess;
}

/** Only the asked page crosses to the child. */
function onlyPage(body: DesignBody, pageId: string): DesignBody {
  const page = body.pages[pageId];
  const nodes = Object.fromEntries(Object.entries(body.nodes).filter(([, node]) => node.pageId === pageId));
  return { width: body.width, height: body.height, pages: page ? { [pageId]: page } : {}, nodes };
}

async function jobFor(request: PaintRequest, id: number): Promise<ChildJob> {
  const body = onlyPage(request.body, request.pageId);
  const assets = new Set<string>();
  for (const node of Object.values(body.nodes)) {
    if (node.type === 'image' && node.assetId !== '') assets.add(node.assetId);
  }
  const files: Record<string, string> = {};
  for (const assetId of assets) {
    const file = await request.assetFile(assetId);
    if (file !== null) files[assetId] = file;
  }
  return {
    id,
    body,
    pageId: request.pageId,
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
    const value = await pool.run(await jobFor(request, lastId), request.signal);
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

  async function paintToFile(request: PaintFileRequest) {
    lastId += 1;
    const folder = path.dirname(path.resolve(request.out));
    const temporaryPath = path.join(folder, `.${path.basename(request.out)}.${randomUUID()}.part`);
    const job = await jobFor(request, lastId);
    job.output = {
      type: request.type,
      quality: request.quality ?? null,
      maxBytes: request.maxBytes ?? null,
      temporaryPath,
    };
    try {
      const value = await pool.run(job, request.signal);
      if (value.kind !== 'file') throw new Error('The painter answered with pixels.');
      await rename(temporaryPath, request.out);
      await flushFolder(folder);
      const { kind: _kind, ...facts } = value;
      return { path: request.out, ...facts };
    } catch (error) {
      await rm(temporaryPath, { force: true });
      if (error instanceof GalleyError) throw error;
      const failure = toFailure(error);
      throw new GalleyError(failure.code, failure.message, failure.detail);
    }
  }

  return { paint, paintToFile, close: pool.close };
}
