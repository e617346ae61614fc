import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Cube, mostCubeCharacters, parseCube, writeCube } from '#shared/clip/cube.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { StoredLut } from '#main/ports/repositories.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { exists } from '../disk.ts';
import { uploadedFile } from '../library/intake.ts';

type Lut = CallOutput<'luts.list'>[number];

const shown = ({ sha256, name, size }: StoredLut): Lut => ({ id: sha256, name, size });

export function listLuts(session: Session): Lut[] {
  return session.repositories.luts.list().map(shown);
}

/** A look-up table from a file. @throws GalleyError `unreadable-file` with the reason, `not-found` */
export async function readCubeFile(path: string): Promise<Cube> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) {
    throw new GalleyError('not-found', {
      en: `There is no file “${path}”. Choose another look-up table.`,
      zh: `找不到文件“${path}”。请另选颜色查找表。`,
    });
  }
  if (found.size > mostCubeCharacters) {
    throw new GalleyError('unreadable-file', {
      en: `“${basename(path)}” is too large for a look-up table. Export it again with 33 points.`,
      zh: `“${basename(path)}”过大，不是颜色查找表。请以 33 点重新导出。`,
    });
  }
  return parseCube(await readFile(path, 'utf8'));
}

/**
 * Takes a look-up table into the workspace as plain numbers, under the hash of what is kept: the same table from
 * two files is one. The file comes first and the row after it, so that no row points at nothing.
 */
export async function importLut(
  { holder, events, clock }: RecordContext,
  files: Pick<FileStore, 'writeAtomically'>,
  uploads: string,
  { source, name }: ParsedInput<'luts.import'>,
  job: Pick<JobContext, 'signal'>,
): Promise<Lut> {
  const session = holder.current();
  try {
    const path = source.kind === 'upload' ? await uploadedFile(uploads, source.uploadId) : source.path;
    const cube = await readCubeFile(path);
    job.signal.throwIfAborted();
    const text = writeCube(cube);
    const sha256 = createHash('sha256').update(text).digest('hex');
    const target = session.lutPath(sha256);
    if (!(await exists(target))) {
      await mkdir(session.paths.luts, { recursive: true });
      await files.writeAtomically(target, (temporary) => writeFile(temporary, text));
    }
    const there = session.repositories.luts.get(sha256);
    if (there) return shown(there);
    const lut: StoredLut = {
      sha256,
      name: name.trim().replace(/\.cube$/i, '') || cube.title || 'LUT',
      size: cube.size,
      bytes: Buffer.byteLength(text),
      createdAt: clock.now().toISOString(),
    };
    session.repositories.luts.insert(lut);
    events.emit('records.changed', { kind: 'lut', ids: [] });
    return shown(lut);
  } finally {
    if (source.kind === 'upload') await rm(join(uploads, source.uploadId), { recursive: true, force: true });
  }
}

/** Removes a table that no clip uses. @throws GalleyError `conflict` naming its users, `not-found` */
export async function removeLut(
  { holder, events }: RecordContext,
  id: string,
): Promise<CallOutput<'luts.remove'>> {
  const session = holder.current();
  const { luts } = session.repositories;
  session.repositories.transaction(() => {
    const found = luts.get(id);
    if (!found) {
      throw new GalleyError('not-found', {
        en: 'This look-up table is no longer in the workspace.',
        zh: '工作区中已没有这个颜色查找表。',
      });
    }
    const users = luts.usersOf(id);
    if (users.length > 0) {
      const named = users.slice(0, 3);
      const more = users.length - named.length;
      throw new GalleyError(
        'conflict',
        {
          en: `“${found.name}” is used by ${named.map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}. Take it off those clips first.`,
          zh: `“${found.name}”正用于${named.map((name) => `“${name}”`).join('、')}${more > 0 ? `等 ${users.length} 个剪辑` : ''}。请先从这些剪辑中取消使用。`,
        },
        { users },
      );
    }
    luts.remove(id);
  });
  await rm(session.lutPath(id), { force: true });
  events.emit('records.changed', { kind: 'lut', ids: [] });
  return {};
}
