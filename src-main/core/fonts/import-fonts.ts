import { createHash } from 'node:crypto';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportSource } from '#shared/contract/assets.ts';
import { cancelled, toFailure } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { FontFace, FontReader } from '#main/ports/font-reader.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { StoredFont } from '#main/ports/repositories.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { exists } from '../disk.ts';
import { uploadedFile } from '../library/intake.ts';
import { embeddingNote } from './fonts.ts';

/** What taking fonts in needs. */
export interface FontTools {
  fonts: FontReader;
  files: Pick<FileStore, 'writeAtomically'>;
}

const fontName = /\.(ttf|otf|ttc|otc|woff2?)$/i;

/** The files of a source: a folder stands for the fonts inside it. */
async function filesOf(source: ImportSource, uploads: string): Promise<string[]> {
  if (source.kind === 'upload') return [await uploadedFile(uploads, source.uploadId)];
  if (!(await stat(source.path)).isDirectory()) return [source.path];
  const entries = await readdir(source.path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && fontName.test(entry.name) && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Writes the file first and the row after it, so that no row points at nothing. */
async function keepFace(
  context: RecordContext,
  session: Session,
  files: FontTools['files'],
  { bytes, ...face }: FontFace,
): Promise<{ font: StoredFont; duplicate: boolean }> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const family = `user-${sha256.slice(0, 12)}`;
  const there = session.repositories.fonts.get(family);
  const font: StoredFont = {
    ...face,
    family,
    sha256,
    bytes: bytes.length,
    createdAt: context.clock.now().toISOString(),
  };
  const path = session.fontPath(font);
  if (!(await exists(path))) {
    await mkdir(session.paths.fonts, { recursive: true });
    await files.writeAtomically(path, (temporary) => writeFile(temporary, bytes));
  }
  if (there) return { font: there, duplicate: true };
  session.repositories.fonts.insert(font);
  return { font, duplicate: false };
}

/**
 * Takes fonts into the workspace. A file that cannot be read is refused by name and the others go on; what was
 * complete when it is cancelled stays.
 */
export async function importFonts(
  context: RecordContext,
  tools: FontTools,
  uploads: string,
  sources: readonly ImportSource[],
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<CallOutput<'fonts.import'>> {
  const session = context.holder.current();
  const result: CallOutput<'fonts.import'> = { imported: [], refused: [] };
  const refuse = (name: string, error: unknown): void => {
    result.refused.push({ name, failure: toFailure(error) });
  };
  const found = await Promise.all(
    sources.map(async (source) => {
      const name = source.kind === 'path' ? basename(source.path) : source.uploadId;
      return filesOf(source, uploads).catch((error: unknown) => {
        refuse(name, error);
        return [];
      });
    }),
  );
  const paths = found.flat();
  try {
    for (const [index, path] of paths.entries()) {
      if (job.signal.aborted) throw cancelled();
      job.progress(index, paths.length);
      try {
        for (const face of await tools.fonts.read(path, job.signal)) {
          const { font, duplicate } = await keepFace(context, session, tools.files, face);
          const { family, name, weight, embedding } = font;
          result.imported.push({ family, name, weight, duplicate, note: embeddingNote(embedding) });
        }
      } catch (error) {
        if (job.signal.aborted) throw cancelled();
        refuse(basename(path), error);
      }
    }
  } finally {
    if (result.imported.length > 0) context.events.emit('records.changed', { kind: 'font', ids: [] });
    for (const source of sources)
      if (source.kind === 'upload')
        await rm(join(uploads, source.uploadId), { recursive: true, force: true });
  }
  return result;
}
