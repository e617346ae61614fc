import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Painter } from '#main/ports/painter.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import type { Pictures } from '../pictures.ts';
import { paintThumbnail } from './paint-design.ts';

/** The picture of a document that never changes (a version, a template of one's own), painted once for each look of the brand. */
export async function keptPicture(
  painter: Painter,
  pictures: Pictures,
  session: Session,
  { folder, id, document }: { folder: string; id: string; document: unknown },
): Promise<string> {
  const place = join(session.paths.cache, folder);
  const { key, ...look } = brandLook(session);
  const out = join(place, `${id}-${key}.png`);
  if (await stat(out).catch(() => null)) return out;
  await mkdir(place, { recursive: true });
  const stale = (await readdir(place)).filter((name) => name.startsWith(`${id}-`));
  await paintThumbnail(painter, document, (assetId) => pictures.paintable(session, assetId), out, 1, look);
  for (const name of stale) await rm(join(place, name), { force: true });
  return out;
}
