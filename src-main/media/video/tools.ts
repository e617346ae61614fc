import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import type { FfmpegAbilities } from '#shared/clip/abilities.ts';
import { GalleyError } from '#shared/contract/failure.ts';
import { isAtLeast, selfTest } from './self-test.ts';
import { rememberedAbilities } from './tool-memory.ts';

export interface VideoTools {
  ffmpeg: string;
  ffprobe: string;
  source: 'setting' | 'system' | 'packaged' | 'npm';
  abilities: FfmpegAbilities;
}

export interface ToolPlaces {
  /** The user's path to ffmpeg, or to the folder that holds ffmpeg and ffprobe. */
  setting?: string | undefined;
  /** Folder of the packaged app with both binaries, outside the archive. */
  packaged?: string | undefined;
  /** The PATH to search; the process's own by default. */
  searchPath?: string | undefined;
  /** Folder where the answer of the self-test is kept until a tool changes; without one it is run each time. */
  cache?: string | undefined;
}

const suffix = process.platform === 'win32' ? '.exe' : '';
const oldestSystem = [5, 1] as const;

/**
 * Finds ffmpeg: the user's path, a system build of 5.1 or later that passes its self-test, the packaged binaries,
 * then the (old) ones from npm. Callers keep the answer: the self-test starts ffmpeg a few times, unless `cache` knows
 * its outcome.
 * @throws GalleyError missing-tool when nothing works.
 */
export async function findTools(places: ToolPlaces = {}): Promise<VideoTools> {
  const failures: string[] = [];
  for (const candidate of candidates(places)) {
    try {
      const abilities = await rememberedAbilities(candidate, places.cache, selfTest);
      if (candidate.source === 'system' && !isAtLeast(abilities.version, oldestSystem)) {
        failures.push(`${candidate.ffmpeg}: ${abilities.version} is older than 5.1`);
        continue;
      }
      return { ...candidate, abilities };
    } catch (error) {
      failures.push(
        `${candidate.ffmpeg}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
      );
    }
  }
  throw new GalleyError(
    'missing-tool',
    {
      en: 'No working ffmpeg was found. Install ffmpeg 5.1 or later, or set its path in Settings.',
      zh: '没有找到可用的 ffmpeg。请安装 ffmpeg 5.1 或更新版本，或在设置中指定其路径。',
    },
    { tried: failures },
  );
}

/** For `doctor`: what was found, or why nothing was; always tried anew. Never throws. */
export async function describeTools(places: ToolPlaces = {}): Promise<{ ok: boolean; detail: string }> {
  try {
    const { ffmpeg, source, abilities } = await findTools({ ...places, cache: undefined });
    const missing = [
      ...(abilities.toneMapping ? [] : ['HDR conversion']),
      ...Object.entries(abilities.encoders).flatMap(([name, present]) => (present ? [] : [name])),
    ];
    const lacks = missing.length === 0 ? '' : `; without ${missing.join(', ')}`;
    return { ok: true, detail: `ffmpeg ${abilities.version} (${source}: ${ffmpeg})${lacks}` };
  } catch (error) {
    const tried = error instanceof GalleyError ? JSON.stringify(error.detail) : '';
    return { ok: false, detail: `${error instanceof Error ? error.message : String(error)} ${tried}`.trim() };
  }
}

type Candidate = Omit<VideoTools, 'abilities'>;

function* candidates(places: ToolPlaces): Generator<Candidate> {
  const { setting, packaged } = places;
  if (setting) {
    const folder = setting.replace(/[\\/]?ffmpeg(\.exe)?$/i, '');
    yield pair(folder === '' ? '.' : folder, 'setting');
  }
  for (const folder of (places.searchPath ?? process.env.PATH ?? '').split(delimiter)) {
    if (folder !== '' && existsSync(join(folder, `ffmpeg${suffix}`))) yield pair(folder, 'system');
  }
  if (packaged) yield pair(packaged, 'packaged');
  const installed = npmTools();
  if (installed) yield installed;
}

function pair(folder: string, source: VideoTools['source']): Candidate {
  return { ffmpeg: join(folder, `ffmpeg${suffix}`), ffprobe: join(folder, `ffprobe${suffix}`), source };
}

function npmTools(): Candidate | null {
  const require = createRequire(import.meta.url);
  const locate = (name: 'ffmpeg' | 'ffprobe'): string => {
    const found = require(`@${name}-installer/${name}`) as { path: string };
    makeExecutable(found.path);
    return found.path;
  };
  try {
    return { ffmpeg: locate('ffmpeg'), ffprobe: locate('ffprobe'), source: 'npm' };
  } catch {
    // The installers throw (a string) on systems that they have no build for.
    return null;
  }
}

/** npm has been seen to unpack the binaries without the executable bit. */
function makeExecutable(path: string): void {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    try {
      chmodSync(path, 0o755);
    } catch {
      // Not ours to change: the self-test will say that it does not start.
    }
  }
}
