import type { HashPicture } from '#main/ports/picture-hash.ts';
import type { Session } from '#main/ports/workspace.ts';
import { exists } from '../disk.ts';
import { thumbnailPath } from '../library/intake.ts';

/** Pictures that one question looks at; the next goes on with others. */
const atOnce = 40;

/** Kept for pictures that cannot be read, so that they are not tried again: it says nothing, like a plain area. */
const unreadable = '0'.repeat(16);

export interface PictureWanted {
  id: string;
  sha256: string;
}

/**
 * Hashes of pictures by the hash of their file, making those that are missing from their small copies; with how many
 * are still to be made.
 */
export async function pictureHashes(
  session: Session,
  hash: HashPicture,
  wanted: readonly PictureWanted[],
): Promise<{ hashes: ReadonlyMap<string, string>; left: number }> {
  const { insight, assets } = session.repositories;
  const hashes = insight.pictureHashes();
  const missing = [...new Map(wanted.map((picture) => [picture.sha256, picture])).values()].filter(
    ({ sha256 }) => !hashes.has(sha256),
  );
  for (const { id, sha256 } of missing.slice(0, atOnce)) {
    const asset = assets.get(id);
    const small = thumbnailPath(session, { sha256, kind: 'image' });
    const path = (await exists(small)) ? small : asset && session.assetPath(asset);
    const made = path ? await hash(path).catch(() => unreadable) : unreadable;
    hashes.set(sha256, made);
    insight.writePictureHash(sha256, made);
  }
  return { hashes, left: Math.max(0, missing.length - atOnce) };
}
