import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { IdentifiedFile, IdentifyFile, ImageEngine } from '#main/ports/image-engine.ts';
import type { Session } from '#main/ports/workspace.ts';

/** What taking a file in needs. */
export interface IntakeTools {
  identify: IdentifyFile;
  images: ImageEngine;
  clips: ClipEngine;
  files: FileStore;
}

/** Facts of a media file that has its place in `assets/` but no row yet. */
export type TakenFile = Pick<
  Asset,
  | 'sha256'
  | 'kind'
  | 'type'
  | 'extension'
  | 'bytes'
  | 'width'
  | 'height'
  | 'duration'
  | 'fps'
  | 'codec'
  | 'hasAudio'
  | 'hasAlpha'
  | 'animated'
  | 'hasLocation'
>;

/** Longest side of a library thumbnail, in pixels. */
export const thumbnailSide = 480;

/** Where the thumbnail of a picture or recording is kept. */
export function thumbnailPath(session: Session, file: { sha256: string; kind: Asset['kind'] }): string {
  const extension = file.kind === 'image' ? 'webp' : 'jpg';
  return join(session.paths.cache, 'thumbs', `${file.sha256}-${thumbnailSide}.${extension}`);
}

/**
 * Gives an incoming file its final place; both are on the same disk, so the rename is atomic. The folder is flushed
 * too: the row that will point here must not outlive the name in a power cut.
 */
async function place(session: Session, incoming: string, sha256: string, extension: string): Promise<void> {
  const target = session.assetPath({ sha256, extension });
  const folder = dirname(target);
  await mkdir(folder, { recursive: true });
  const there = await stat(target).catch(() => null);
  if (there) return rm(incoming, { force: true });
  await rename(incoming, target);
  // Windows has no handle for folders; there the rename itself is journalled.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function takePicture(
  session: Session,
  tools: IntakeTools,
  path: string,
  identified: IdentifiedFile,
  folders: { incoming: string; thumbs: string },
  options: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<TakenFile> {
  const taken = await tools.images.importImage(
    {
      in: path,
      assetsDir: folders.incoming,
      cacheDir: folders.thumbs,
      identified,
      passing: true,
      onBytes: options.onBytes,
    },
    options.signal,
  );
  await place(session, taken.path, taken.sha256, taken.extension);
  return {
    sha256: taken.sha256,
    kind: 'image',
    type: taken.facts.type,
    extension: taken.extension,
    bytes: taken.bytes,
    width: taken.facts.width,
    height: taken.facts.height,
    duration: 0,
    fps: null,
    codec: null,
    hasAudio: false,
    hasAlpha: taken.facts.hasAlpha,
    animated: taken.facts.animated,
    hasLocation: taken.facts.hasLocation,
  };
}

async function takeRecording(
  session: Session,
  tools: IntakeTools,
  path: string,
  identified: { kind: 'video' | 'audio'; type: string; extension: string },
  folders: { incoming: string; thumbs: string },
  options: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<TakenFile> {
  // Looked at first: a recording can be gigabytes, and a refused one should not be copied at all.
  const probe = await tools.clips.probe(path, options);
  if (!probe.video && !probe.audio) {
    throw new GalleyError('unreadable-file', {
      en: `“${basename(path)}” holds neither a picture nor sound that can be read. Export it again as MP4 (H.264) and try that.`,
      zh: `“${basename(path)}”中没有可读取的画面或声音。请重新导出为 MP4（H.264）后再试。`,
    });
  }
  const copy = await tools.files.copyHashed(path, folders.incoming, {
    accept: async () => identified.extension,
    passing: true,
    ...options,
  });
  try {
    if (probe.video) {
      await tools.clips.poster(
        {
          in: copy.path,
          at: Math.min(1, probe.duration / 10),
          out: thumbnailPath(session, { sha256: copy.sha256, kind: 'video' }),
          maxSide: thumbnailSide,
          force: true,
        },
        options,
      );
    }
    await place(session, copy.path, copy.sha256, copy.extension);
  } catch (error) {
    await rm(copy.path, { force: true });
    throw error;
  }
  return {
    sha256: copy.sha256,
    kind: probe.video ? 'video' : 'audio',
    type: identified.type,
    extension: copy.extension,
    bytes: copy.bytes,
    width: probe.video?.width ?? 0,
    height: probe.video?.height ?? 0,
    duration: probe.duration,
    fps: probe.video?.fps ?? null,
    codec: (probe.video ?? probe.audio)?.codec ?? null,
    hasAudio: probe.audio !== null,
    hasAlpha: false,
    animated: false,
    hasLocation: probe.hasLocation,
  };
}

/**
 * Copies one file into the workspace, typed by content, probed and thumbnailed. Nothing half-taken stays.
 * @throws GalleyError `unreadable-file` with a reason and a hint, `disk-full`, `cancelled`, `not-found`
 */
export async function takeFile(
  session: Session,
  tools: IntakeTools,
  path: string,
  options: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<TakenFile> {
  const identified = await tools.identify(path);
  const folders = {
    incoming: join(session.paths.assets, '.incoming'),
    thumbs: join(session.paths.cache, 'thumbs'),
  };
  await Promise.all(Object.values(folders).map((folder) => mkdir(folder, { recursive: true })));
  if (identified.kind === 'image') return takePicture(session, tools, path, identified, folders, options);
  return takeRecording(session, tools, path, { ...identified, kind: identified.kind }, folders, options);
}

/** The file of an upload, under the name it had in the browser. */
export async function uploadedFile(uploads: string, uploadId: string): Promise<string> {
  const folder = join(uploads, uploadId);
  const [name] = await readdir(folder).catch(() => []);
  if (name !== undefined) return join(folder, name);
  throw new GalleyError('not-found', {
    en: 'This upload is no longer there. Drop the file again.',
    zh: '此上传内容已不存在。请重新拖入文件。',
  });
}
