import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FfmpegAbilities } from '#shared/clip/abilities.ts';

const execute = promisify(execFile);

/** Starts both tools, reads what the build has and encodes 0.2 s. Throws when anything of that fails. */
export async function selfTest(tools: { ffmpeg: string; ffprobe: string }): Promise<FfmpegAbilities> {
  const run = (file: string, args: string[]) => execute(file, args, { timeout: 15_000, windowsHide: true });
  const quiet = ['-hide_banner', '-nostdin', '-v', 'error'];
  const [about, encoders, filters] = await Promise.all([
    run(tools.ffmpeg, ['-version']),
    run(tools.ffmpeg, ['-hide_banner', '-encoders']),
    run(tools.ffmpeg, ['-hide_banner', '-filters']),
    run(tools.ffprobe, ['-version']),
  ]);
  const test = ['-f', 'lavfi', '-i', 'testsrc=size=64x64:rate=10:duration=0.2'];
  await run(tools.ffmpeg, [...quiet, ...test, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-f', 'null', '-']);
  const recipes = await tryRecipes((args, cwd) =>
    execute(tools.ffmpeg, [...quiet, ...args], { timeout: 15_000, windowsHide: true, cwd }),
  );
  const version = /version (\S+)/.exec(about.stdout)?.[1] ?? 'unknown';
  // Builds from a branch are named N-12345-g…; their year tells what they know.
  const year = Number(/2000-(20\d\d)/.exec(about.stdout)?.[1] ?? 0);
  const named = /^n?\d+\./.test(version);
  const has = (listing: string, name: string) => new RegExp(`\\s${name}\\s`).test(listing);
  return {
    version,
    fpsMode: named ? isAtLeast(version, [5, 1]) : year >= 2023,
    statsPeriod: named ? isAtLeast(version, [4, 4]) : year >= 2022,
    encoders: {
      h264: has(encoders.stdout, 'libx264'),
      vp9: has(encoders.stdout, 'libvpx-vp9'),
      opus: has(encoders.stdout, 'libopus'),
      aac: has(encoders.stdout, 'aac'),
      webp: has(encoders.stdout, 'libwebp'),
      hevc: recipes.hevc,
      webpAnimated: recipes.webpAnimated,
    },
    filters: { xfade: recipes.xfade, stabilise: recipes.stabilise },
    toneMapping: has(filters.stdout, 'zscale') && has(filters.stdout, 'tonemap'),
  };
}

/** Tries what a listing alone does not prove, each for a fifth of a second, in a folder of its own. */
async function tryRecipes(run: (args: string[], cwd: string) => Promise<unknown>) {
  const folder = await mkdtemp(join(tmpdir(), 'galley-tools-'));
  const works = (...args: string[]) =>
    run(args, folder).then(
      () => true,
      () => false,
    );
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=64x64:rate=10:duration=0.2'];
  try {
    const [hevc, webpAnimated, xfade, stabilise] = await Promise.all([
      works(...picture, '-c:v', 'libx265', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p', 'a.mp4'),
      works(...picture, '-c:v', 'libwebp_anim', '-loop', '0', '-f', 'webp', 'a.webp'),
      works(...picture, ...picture, '-filter_complex', 'xfade=duration=0.1:offset=0', '-f', 'null', '-'),
      works(...picture, '-vf', 'format=yuv420p,vidstabdetect=result=a.trf', '-f', 'null', '-').then(
        (found) =>
          found && works(...picture, '-vf', 'format=yuv420p,vidstabtransform=input=a.trf', '-f', 'null', '-'),
      ),
    ]);
    return { hevc, webpAnimated, xfade, stabilise };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** True when a version as ffmpeg names it (`5.1.9-0+deb12u1`, `n7.0`) is at least this one. */
export function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const match = /^n?(\d+)\.(\d+)/.exec(version);
  if (!match) return false;
  const found = [Number(match[1]), Number(match[2])] as const;
  return found[0] > major || (found[0] === major && found[1] >= minor);
}
