import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { Asset } from '#shared/domain/asset.ts';
import { newId } from '#shared/domain/id.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import type { ImageEngine } from '#main/ports/image-engine.ts';
import type { MediaSource } from '#main/ports/studio.ts';
import type { Session, WorkspaceHolder } from '#main/ports/workspace.ts';
import { thumbnailPath, thumbnailSide } from './library/intake.ts';
import { exists } from './disk.ts';
import { livePicture } from './recordings/live-picture.ts';
import { type PageWanted, pageAndFrame } from './painting/page-picture.ts';
import { createSingleFlight, type Pictures } from './pictures.ts';

function notThere(path: string): GalleyError {
  return new GalleyError(
    'not-found',
    { en: `There is nothing at “${path}”.`, zh: `“${path}”处没有内容。` },
    { path },
  );
}

/** Files that a job made (exports, packages), handed out under ids that only this process knows. */
export interface OfferedFiles {
  /** Answers the address for the media route: always the same for one file. */
  offer(file: string, type: string): string;
  find(id: string): { file: string; type: string } | null;
}

export function createOfferedFiles(): OfferedFiles {
  const offered = new Map<string, { file: string; type: string }>();
  const ids = new Map<string, string>();
  return {
    offer(file, type) {
      const id = ids.get(file) ?? newId();
      ids.set(file, id);
      offered.set(id, { file, type });
      return `export/${id}`;
    },
    find: (id) => offered.get(id) ?? null,
  };
}

export interface MediaRouteParts {
  holder: WorkspaceHolder;
  images: ImageEngine;
  pictures: Pictures;
  clips: ClipEngine;
  offered: OfferedFiles;
  /** Paints (once per revision) and answers the file of a page, counted from 1. */
  designPicture(session: Session, id: string, page: number): Promise<string>;
  /** Paints (once per revision) a page as a clip shows it, and answers its file. */
  pagePicture(session: Session, wanted: PageWanted): Promise<string>;
  /** A starter template in a language, or one of the workspace's own. */
  templatePicture(id: string, language: string | undefined): Promise<string>;
  /** Paints (once) and answers the first page of a kept version. */
  versionPicture(session: Session, id: string): Promise<string>;
  /** The file of a bundled font or of one of the workspace's own, or null. */
  fontFile(id: string): { file: string; type: string } | null;
}

/**
 * The addresses of the media route: `asset/<id>` the original, `thumb/<id>` 480 px, `picture/<id>` 2048 px sRGB
 * upright, `proxy|remux|strip/<id>…` made by clip jobs, `stream/<id>.<ms>` made while it is read, `design/<id>[.<page>]`,
 * `design-clear/<id>.<page>` without paper and `design-sized/<id>.<page>x<width>x<height>` for a frame, `version/<id>`
 * and `template/<id>[.<language>]` painted, `font/<id>`, `lut/<id>`, `export/<id>`.
 */
export function createMediaRoute(parts: MediaRouteParts): (path: string) => Promise<MediaSource> {
  const once = createSingleFlight();

  function asset(session: Session, id: string, path: string): Asset {
    const found = session.repositories.assets.get(id);
    if (!found) throw notThere(path);
    return found;
  }

  async function thumbnail(session: Session, of: Asset): Promise<MediaSource> {
    const file = thumbnailPath(session, of);
    if (of.kind === 'audio') throw notThere(`thumb/${of.id}`);
    if (!(await exists(file))) {
      await once(file, async () => {
        await mkdir(dirname(file), { recursive: true });
        const original = session.assetPath(of);
        if (of.kind === 'image') {
          await parts.images.thumbnail({ in: original, out: file, maxSide: thumbnailSide, type: 'webp' });
        } else {
          const at = Math.min(1, of.duration / 10);
          await parts.clips.poster({ in: original, at, out: file, maxSide: thumbnailSide, force: true });
        }
      });
    }
    return { file, type: of.kind === 'image' ? 'image/webp' : 'image/jpeg', immutable: true };
  }

  async function picture(session: Session, of: Asset): Promise<MediaSource> {
    if (of.kind !== 'image') return thumbnail(session, of);
    return { file: await parts.pictures.view(session, of), type: 'image/png', immutable: true };
  }

  return async (path) => {
    const [kind, id = '', ...rest] = path.split('/');
    if (rest.length > 0 || !/^\w[\w-]*(\.\w+)?$/.test(id)) throw notThere(path);
    if (kind === 'font') {
      const file = parts.fontFile(id);
      if (file) return { ...file, immutable: true };
      throw notThere(path);
    }
    if (kind === 'template') {
      const [name = '', language] = id.split('.');
      return { file: await parts.templatePicture(name, language), type: 'image/png', immutable: false };
    }
    if (kind === 'export') {
      const file = parts.offered.find(id);
      if (file) return { ...file, immutable: false };
      throw notThere(path);
    }
    const session = parts.holder.current();
    switch (kind) {
      case 'asset': {
        const found = asset(session, id, path);
        return { file: session.assetPath(found), type: found.type, immutable: true };
      }
      case 'thumb':
        return thumbnail(session, asset(session, id, path));
      case 'picture':
        return picture(session, asset(session, id, path));
      case 'proxy':
      case 'remux': {
        const file = join(session.paths.cache, kind, `${asset(session, id, path).sha256}.mp4`);
        if (await exists(file)) return { file, type: 'video/mp4', immutable: true };
        throw notThere(path);
      }
      case 'stream': {
        // `<asset>.<milliseconds>`: a light picture from there on, until the proxy is made.
        const [assetId = '', from = '0'] = id.split('.');
        const file = session.assetPath(asset(session, assetId, path));
        const open = () => livePicture(parts.clips, file, Number(from) / 1000 || 0);
        return { file, type: 'video/mp4', immutable: false, open };
      }
      case 'strip': {
        const file = join(session.paths.cache, 'strips', id);
        if (await exists(file)) return { file, type: 'image/jpeg', immutable: true };
        throw notThere(path);
      }
      case 'lut': {
        if (!session.repositories.luts.get(id)) throw notThere(path);
        return { file: session.lutPath(id), type: 'text/plain', immutable: true };
      }
      case 'version':
        return { file: await parts.versionPicture(session, id), type: 'image/png', immutable: false };
      case 'design': {
        const [designId = '', page = '1'] = id.split('.');
        const file = await parts.designPicture(session, designId, Number(page));
        return { file, type: 'image/png', immutable: false };
      }
      case 'design-clear':
      case 'design-sized': {
        const [designId = '', which = '1'] = id.split('.');
        const wanted = pageAndFrame(which);
        if (!wanted || (kind === 'design-sized') !== (wanted.frame !== null)) throw notThere(path);
        const picture = () =>
          parts.pagePicture(session, { id: designId, ...wanted, clear: kind === 'design-clear' });
        // Two layers of one design ask at once: painted by the first, found by the other.
        await once(`${session.paths.cache} ${path}`, async () => void (await picture()));
        const file = await picture();
        return { file, type: 'image/png', immutable: false };
      }
      default:
        throw notThere(path);
    }
  };
}
