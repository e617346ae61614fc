import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FfmpegAbilities, ffmpegAbilitiesSchema } from '#shared/clip/abilities.ts';
import { writeAtomically } from '#main/media/files/atomic.ts';

/** Rises when the self-test learns to look for more, so that older answers are forgotten. */
const testVersion = 3;

interface ToolPair {
  ffmpeg: string;
  ffprobe: string;
}

/**
 * What a pair of tools can do: from `cache` as long as neither file has changed, else from `test`, whose answer is
 * then kept. A failed test is not: a missing library may be installed at any time.
 * @throws whatever `test` throws
 */
export async function rememberedAbilities(
  tools: ToolPair,
  cache: string | undefined,
  test: (tools: ToolPair) => Promise<FfmpegAbilities>,
): Promise<FfmpegAbilities> {
  const identity = cache === undefined ? null : await identityOf(tools);
  if (cache === undefined || identity === null) return test(tools);
  const name = createHash('sha256').update(identity).digest('hex').slice(0, 24);
  const file = join(cache, `ffmpeg-${name}.json`);
  const before = await readAbilities(file);
  if (before) return before;
  const abilities = await test(tools);
  try {
    const text = JSON.stringify(abilities);
    await writeAtomically(file, (path) => writeFile(path, text), { force: true, durable: false });
  } catch {
    // A folder that cannot be written costs the next start its self-test, nothing else.
  }
  return abilities;
}

/** Path, size and time of both files; null when one cannot be seen. */
async function identityOf(tools: ToolPair): Promise<string | null> {
  try {
    const facts = await Promise.all([tools.ffmpeg, tools.ffprobe].map((path) => stat(path)));
    const files = facts.map(({ size, mtimeMs }) => ({ size, mtimeMs }));
    return JSON.stringify([testVersion, tools.ffmpeg, tools.ffprobe, files]);
  } catch {
    return null;
  }
}

async function readAbilities(file: string): Promise<FfmpegAbilities | null> {
  try {
    const parsed = ffmpegAbilitiesSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not there yet, or damaged: found out anew.
    return null;
  }
}
