import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { inFolder, studioIn } from './ground.ts';
import { compare, type Measurement, timed } from './measure.ts';
import { photo } from './photo.ts';

const photos = 100;
const pairs = 5;
/** Different pictures; the others are copies that differ in a JPEG comment, so that each has its own hash. */
const motifs = 4;

/** The same picture with a comment (marker FFFE) behind the start marker. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xfe]), length, text, jpeg.subarray(2)]);
}

async function makePhotos(folder: string): Promise<string[]> {
  await mkdir(folder);
  const files: string[] = [];
  for (let number = 0; number < motifs; number += 1) {
    const jpeg = await photo(number, 4000);
    for (let copy = 0; copy < photos / motifs; copy += 1) {
      const file = join(folder, `IMG_${String(number * (photos / motifs) + copy).padStart(4, '0')}.jpg`);
      await writeFile(file, withComment(jpeg, `photo ${number}-${copy}`));
      files.push(file);
    }
  }
  return files;
}

/** Thumbnails as the library makes them and nothing else: no hash, no copy, no flush, no row. As many at once as the library. */
async function bareThumbnails(files: readonly string[], folder: string): Promise<void> {
  const waiting = files.entries();
  const worker = async () => {
    for (const [at, file] of waiting) {
      await sharp(file)
        .autoOrient()
        .resize(480, 480, { fit: 'inside', withoutEnlargement: true })
        .webp({ quality: 80, effort: 0 })
        .toFile(join(folder, `${at}.webp`));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 2 }, worker));
}

/** `assets.import` of 100 photos of 12 megapixels against bare thumbnails of them on all cores. */
export const importPhotos: Measurement = {
  name: 'import',
  measure: (say) =>
    inFolder(async (folder) => {
      say('import: making 100 photos');
      const files = await makePhotos(join(folder, 'photos'));
      const bytes = (await Promise.all(files.map((file) => readFile(file)))).reduce(
        (sum, file) => sum + file.length,
        0,
      );
      say(`import: ${(bytes / photos / 1e6).toFixed(1)} MB a photo`);
      const studio = await studioIn(folder);
      const ours = async (pair: number) => {
        const path = join(folder, `workspace ${pair}`);
        await studio.call('workspace.create', { path, name: 'Bench' });
        const sources = files.map((file) => ({ kind: 'path' as const, path: file }));
        const time = await timed(async () => {
          const { jobId } = await studio.call('assets.import', { sources });
          const result = (await studio.jobs.finished(jobId)) as { imported: unknown[] };
          if (result.imported.length !== photos) throw new Error(`imported ${result.imported.length} photos`);
        });
        await studio.call('workspace.close', {});
        await rm(path, { recursive: true });
        return time;
      };
      const peer = async (pair: number) => {
        const path = join(folder, `thumbnails ${pair}`);
        await mkdir(path);
        const time = await timed(() => bareThumbnails(files, path));
        await rm(path, { recursive: true });
        return time;
      };
      try {
        return [
          await compare(
            { name: 'import of 100 photos', target: 1.3, pairs, ours, peer, inProcess: true },
            say,
          ),
        ];
      } finally {
        await studio.close();
      }
    }),
};
