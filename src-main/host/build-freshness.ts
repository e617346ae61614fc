import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build is made from; tests do not go into it. */
const sources = [
  'src-{main,preload,renderer,shared}/**/*.{ts,tsx,css,html,json,svg,woff2}',
  'resources/{platforms,locales}/**/*.json',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** One file of each part of the build, all written anew each time. */
export const outputs = [
  'out/main/main.js',
  'out/main/cli.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** True when nothing that goes into the build is newer than the oldest part of it. */
export function buildIsFresh(root: string): boolean {
  const built = outputs.map((file) => statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const oldest = Math.min(...built);
  if (oldest === 0) return false;
  for (const file of globSync(sources, { cwd: root })) {
    if (/\.test\.tsx?$/.test(file)) continue;
    if (statSync(join(root, file)).mtimeMs > oldest) return false;
  }
  return true;
}
