import { posix } from 'node:path';
import { parseSync } from 'vite';

/**
 * The table of docs/architecture.md: who may import whom. The first row whose `files` match a file decides for it;
 * a file that no row covers is a violation in itself.
 */
export interface Row {
  files: RegExp;
  /** Project files this one may import (paths from the root). */
  project: readonly RegExp[];
  /** Packages, `node:` for built-in modules. */
  packages: 'any' | readonly string[];
}

const shared = /^src-shared\//;
const ports = /^src-main\/ports\//;
const resources = /^resources\//;
/** Tests may reach across their root for real parts; only the walls between processes stay. */
const mainRoot = /^src-main\/(?!electron\/)/;

export const rows: readonly Row[] = [
  {
    files: /^src-shared\/.*(\.test\.ts|\/testing\/[^/]+\.ts)$/,
    project: [shared, resources],
    packages: ['vitest', 'fast-check', 'node:', 'zod', 'twitter-text', 'parse5', 'rrule'],
  },
  {
    files: /^src-shared\//,
    project: [shared],
    packages: [
      'zod',
      'twitter-text',
      '@chenglou/pretext',
      'temporal-polyfill',
      'rrule-temporal',
      'svgpath',
      'uqr',
      'parse5',
      'opencc-js',
      'marked',
      'tyme4ts',
    ],
  },
  {
    files: /^src-main\/(?!electron\/).*(\.test\.ts|\/testing\/.*\.ts|test-[\w-]+\.ts)$/,
    project: [shared, mainRoot, resources],
    packages: 'any',
  },
  { files: /^src-main\/core\//, project: [shared, ports, /^src-main\/core\//], packages: ['node:'] },
  { files: /^src-main\/ports\//, project: [shared, ports], packages: ['node:', 'zod'] },
  {
    files: /^src-main\/db\//,
    project: [shared, ports, /^src-main\/db\//],
    packages: ['node:', 'better-sqlite3'],
  },
  {
    files: /^src-main\/media\//,
    project: [shared, ports, /^src-main\/media\//, resources],
    packages: [
      'node:',
      'sharp',
      'fluent-ffmpeg',
      '@napi-rs/canvas',
      'konva',
      'file-type',
      'libheif-js',
      'yazl',
      'fontkit',
      'papaparse',
      'read-excel-file',
      'write-excel-file',
      'ical.js',
      'temporal-polyfill',
      '@ffmpeg-installer/ffmpeg',
      '@ffprobe-installer/ffprobe',
    ],
  },
  { files: /^src-main\/jobs\//, project: [shared, ports, /^src-main\/jobs\//], packages: ['node:'] },
  {
    files: /^src-main\/api\//,
    project: [shared, ports, /^src-main\/(core|api)\//],
    packages: ['node:', 'zod'],
  },
  {
    files: /^src-main\/compose\.ts$/,
    project: [shared, ports, /^src-main\/((api|core|db|media|jobs)\/|examinations\.ts$)/],
    packages: ['node:'],
  },
  {
    files: /^src-main\/examinations\.ts$/,
    project: [
      ports,
      /^src-main\/(core\/doctor|db\/self-test|media\/painter\/font-files|media\/video\/tools)\.ts$/,
    ],
    packages: ['node:'],
  },
  {
    files: /^src-main\/host\//,
    project: [shared, ports, /^src-main\/(compose\.ts|host\/)/],
    packages: ['node:', 'ws', 'env-paths', 'electron-vite'],
  },
  {
    files: /^src-main\/cli\//,
    project: [shared, ports, /^src-main\/(compose\.ts|cli\/|host\/)/],
    packages: ['node:', 'commander'],
  },
  {
    files: /^src-main\/electron\/.*\.test\.ts$/,
    project: [shared, ports, /^src-main\/(electron|host)\//],
    packages: ['vitest', 'fast-check', 'node:'],
  },
  {
    files: /^src-main\/electron\//,
    project: [shared, ports, /^src-main\/(compose\.ts|electron\/|host\/)/],
    packages: ['node:', 'electron'],
  },
  { files: /^src-preload\//, project: [/^src-shared\/contract\//, /^src-preload\//], packages: ['electron'] },
  {
    files: /^src-renderer\/features\//,
    project: [shared, /^src-renderer\/(ui|commands|document|bridge)\//],
    packages: 'any',
  },
  {
    files: /^src-renderer\/(ui|commands|document|bridge)\//,
    project: [shared, resources, /^src-renderer\/(ui|commands|document|bridge)\//],
    packages: 'any',
  },
  { files: /^src-renderer\/app\//, project: [shared, resources, /^src-renderer\//], packages: 'any' },
  {
    files: /^(e2e|benchmarks)\//,
    project: [shared, resources, mainRoot, /^(e2e|benchmarks)\//],
    packages: 'any',
  },
  {
    files: /^resources\/.*\.test\.ts$/,
    project: [shared, resources, mainRoot],
    packages: ['vitest', 'node:'],
  },
  {
    files: /^resources\/dates\/make-holidays\.ts$/,
    project: [shared],
    packages: ['node:', 'date-holidays', 'opencc-js'],
  },
  { files: /^resources\//, project: [shared, resources], packages: ['vitest', 'node:'] },
];

/** Packages that a browser cannot run or that must stay behind the bridge. */
const neverInRenderer = /^(node:|electron$|sharp$|better-sqlite3$|fluent-ffmpeg$|@napi-rs\/canvas$|ws$)/;

export interface Violation {
  file: string;
  imports: string;
  reason: string;
}

/** Everything a file imports or re-exports, types and `import()` included. */
export function importsOf(file: string, source: string): string[] {
  const { module, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found = module.staticImports.map((item) => item.moduleRequest.value);
  for (const item of module.staticExports)
    for (const entry of item.entries) if (entry.moduleRequest) found.push(entry.moduleRequest.value);
  for (const item of module.dynamicImports) {
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(
      source.slice(item.moduleRequest.start, item.moduleRequest.end),
    );
    if (literal?.[1]) found.push(literal[1]);
  }
  // `import('x').T` in a type is neither a static nor a dynamic import of the module.
  for (const match of source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    if (match[1]) found.push(match[1]);
  return [...new Set(found)];
}

const aliases: Record<string, string> = {
  '#shared/': 'src-shared/',
  '#main/': 'src-main/',
  '#renderer/': 'src-renderer/',
};

/** The project path of an import, or null when it names a package. */
function projectPath(file: string, specifier: string): string | null {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return posix.join(posix.dirname(file), plain);
  for (const [alias, folder] of Object.entries(aliases))
    if (plain.startsWith(alias)) return folder + plain.slice(alias.length);
  return null;
}

function featureOf(path: string): string | null {
  return /^src-renderer\/features\/([^/]+)\//.exec(path)?.[1] ?? null;
}

export function violationsOf(file: string, source: string): Violation[] {
  const row = rows.find((candidate) => candidate.files.test(file));
  if (!row) return [{ file, imports: '', reason: 'no row of the table covers this file' }];
  const violations: Violation[] = [];
  for (const specifier of importsOf(file, source)) {
    const path = projectPath(file, specifier);
    const add = (reason: string): void => void violations.push({ file, imports: specifier, reason });
    if (path === null) {
      const allowed =
        row.packages === 'any' ||
        row.packages.some((name) =>
          name === 'node:'
            ? specifier.startsWith('node:')
            : specifier === name || specifier.startsWith(`${name}/`),
        );
      if (!allowed) add('this package is not for this folder');
      else if (
        file.startsWith('src-renderer/') &&
        !file.endsWith('.test.ts') &&
        neverInRenderer.test(specifier)
      )
        add('the renderer reaches this only through the bridge');
      else if (specifier === 'electron' && !/^src-(main\/electron|preload)\//.test(file))
        add('electron stays in its two folders');
      continue;
    }
    const feature = featureOf(file);
    if (feature !== null && featureOf(path) === feature) continue;
    if (!row.project.some((pattern) => pattern.test(path))) add('this folder may not import from there');
  }
  return violations;
}
