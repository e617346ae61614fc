import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { MediaSource } from '#main/ports/studio.ts';

/** Types of what the renderer's build puts out. */
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * The path of an address, decoded, or null when it is not a plain chain of names: `..`, an encoded slash, a
 * backslash, a drive or NUL. `pathname` starts with a slash.
 */
export function safePath(pathname: string): string | null {
  try {
    const names = pathname.split('/').slice(1).map(decodeURIComponent);
    const plain = names.every((name) => name !== '.' && name !== '..' && !/[/\\:\0]/.test(name));
    return plain ? names.join('/') : null;
  } catch {
    return null;
  }
}

/**
 * The file of the renderer's bundle for an address; addresses of the app's own routes (no file extension) answer
 * with `index.html`. null: there is none.
 */
export async function rendererFile(folder: string, pathname: string): Promise<MediaSource | null> {
  const path = safePath(pathname);
  if (path === null) return null;
  const extension = extname(path);
  const name = extension === '' ? 'index.html' : path;
  const type = types[extname(name)];
  const file = join(folder, name);
  if (type === undefined || !(await stat(file).catch(() => null))?.isFile()) return null;
  // The build puts a hash of the content into every name under assets/.
  return { file, type, immutable: name.startsWith('assets/') };
}
