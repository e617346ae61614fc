import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { renameAssets } from '#shared/design/assets.ts';
import { designFormat } from '#shared/design/document.ts';
import { mergeRow, pictureLookup } from '#shared/design/merge.ts';
import { resizeDesign } from '#shared/design/resize.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { readDocument, writeDocument } from '#shared/documents/envelope.ts';
import { safeFileName } from '#shared/domain/file-name.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { TableReader } from '#main/ports/table-reader.ts';
import { checkMerge, joined } from '../designs/merge-designs.ts';
import { readJsonFile } from './post-file.ts';

/** What work on design files needs. */
export interface DesignFileTools {
  files: Pick<FileStore, 'writeAtomically'>;
  tables: TableReader;
  painter: Pick<Painter, 'prepareLayout'>;
}

/** A path as design files have it: relative to the file, with slashes on every system. */
function pathFrom(folder: string, path: string): string {
  const found = relative(folder, path);
  return isAbsolute(found) ? found : found.split(sep).join('/');
}

/** Pictures of a design file are paths relative to it; the same pictures seen from another folder. */
function moveAssets(body: DesignBody, from: string, to: string): DesignBody {
  return renameAssets(body, (assetId) => pathFrom(to, resolve(from, assetId)));
}

async function writeDesign(
  tools: DesignFileTools,
  out: string,
  document: object,
  force: boolean,
): Promise<void> {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  await tools.files.writeAtomically(out, (temporary) => writeFile(temporary, text), { force });
}

/** Magic resize of a design file into another design file, which remembers what it was made from. */
export async function resizeDesignFile(
  tools: DesignFileTools,
  pack: RulePack,
  input: ParsedInput<'files.designResize'>,
): Promise<CallOutput<'files.designResize'>> {
  const path = resolve(input.design);
  const out = resolve(input.out);
  const picture = pictureOf(formatProfile(pack, input.format));
  if (!picture) {
    throw new GalleyError('invalid-input', {
      en: `${input.format} shows no picture, so there is no size for it. Choose another format.`,
      zh: `${input.format} 不展示图片，没有可用的尺寸。请选择其他格式。`,
    });
  }
  const { body, unknownKeys } = readDocument(designFormat, await readJsonFile(path));
  const { width, height } = picture.primary.value;
  await tools.painter.prepareLayout(body);
  const resized = resizeDesign(body, width, height);
  const document = writeDocument(designFormat, moveAssets(resized.body, dirname(path), dirname(out)), {
    ...unknownKeys,
    variantOf: { design: pathFrom(dirname(out), path), format: input.format, width, height },
  });
  await mkdir(dirname(out), { recursive: true });
  await writeDesign(tools, out, document, input.force);
  const { scale, minFont, overflow, needsReview } = resized.report;
  return { out, scale, minFont, overflow, needsReview };
}

/** Files whose bytes are on their way to the disk at one time; flushing takes longer than making them. */
const filesAtOnce = 8;

/** Files that may be pictures, beside the rows and in the folders next to them. */
const pictureName = /\.(jpe?g|png|webp|avif|gif|tiff?|svg|heic|heif)$/i;

/**
 * One design file for each row, `<design>-<row>.json` with the row's number among the rows. A row that fails is
 * reported and leaves no file; what was written when it is cancelled stays.
 */
export async function mergeDesignFile(
  tools: DesignFileTools,
  input: ParsedInput<'files.designMerge'>,
  job: Pick<JobContext, 'signal' | 'progress'>,
): Promise<CallOutput<'files.designMerge'>> {
  const path = resolve(input.design);
  const out = resolve(input.out);
  const rowsFile = resolve(input.rows);
  const { body, unknownKeys } = readDocument(designFormat, await readJsonFile(path));
  const table = await tools.tables.read(rowsFile, { signal: job.signal });
  checkMerge(body, table.columns);
  const entries = await readdir(dirname(rowsFile), { withFileTypes: true });
  const pictures = entries
    .filter((entry) => entry.isFile() && pictureName.test(entry.name))
    .map(({ name }) => ({ name, assetId: pathFrom(dirname(path), join(dirname(rowsFile), name)) }));
  const lookup = pictureLookup(pictures);
  const stem = basename(path, extname(path));
  const digits = String(table.rows.length).length;
  const names = table.rows.map((_, index) =>
    safeFileName(`${stem}-${String(index + 1).padStart(digits, '0')}`, 'json'),
  );
  await mkdir(out, { recursive: true });
  const taken = new Set(input.force ? [] : await readdir(out));
  const clash = names.find((name) => taken.has(name));
  if (clash !== undefined) {
    throw new GalleyError('invalid-input', {
      en: `“${clash}” exists already in that folder. Choose another folder, or add --force to replace it.`,
      zh: `该文件夹中已有“${clash}”。请换一个文件夹，或加上 --force 覆盖。`,
    });
  }
  const errors: CallOutput<'files.designMerge'>['errors'] = [];
  const written = new Map<number, string>();
  const rows = [...table.rows.entries()];
  let started = 0;
  const writeNext = async (): Promise<void> => {
    for (let next = rows[started]; next && !job.signal.aborted; next = rows[started]) {
      started += 1;
      const [index, row] = next;
      await setImmediate();
      const merged = mergeRow(body, table.columns, row, lookup);
      if (merged.problems.length > 0) {
        errors.push({ row: index + 1, message: joined(merged.problems.map(({ message }) => message)) });
      } else {
        const file = join(out, names[index] ?? `${index + 1}.json`);
        const moved = moveAssets(merged.body, dirname(path), out);
        await writeDesign(tools, file, writeDocument(designFormat, moved, unknownKeys), input.force);
        written.set(index, file);
      }
      job.progress(written.size + errors.length, rows.length);
    }
  };
  await Promise.all(Array.from({ length: filesAtOnce }, writeNext));
  if (job.signal.aborted) throw cancelled();
  const files = [...written].toSorted(([a], [b]) => a - b).map(([, file]) => file);
  return { rows: rows.length, files, errors: errors.toSorted((a, b) => a.row - b.row) };
}
