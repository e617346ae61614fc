import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import type { Paths } from '#main/ports/host.ts';

/** The folder that holds package.json: of the project, or of the packaged app (inside its archive). */
export function appRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (dirname(folder) === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
  }
}

/** Where a path of the archive lies on the real disk: native modules, child processes and ffmpeg need that. */
export function unpacked(path: string): string {
  return path.replace(/\bapp\.asar(?=[/\\]|$)/, 'app.asar.unpacked');
}

/** The built renderer; it may stay inside the archive. */
export function rendererFolder(): string {
  return join(appRoot(), 'out', 'renderer');
}

/** The user's documents folder by the XDG convention (it is translated: `文档`), `~/Documents` elsewhere. */
function documentsFolder(): string {
  const home = homedir();
  try {
    const file = join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'user-dirs.dirs');
    const named = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(file, 'utf8'))?.[1];
    if (named) return named.replace(/^\$HOME(?=\/|$)/, home);
  } catch {
    // Not a desktop Linux.
  }
  return join(home, 'Documents');
}

/**
 * Folders under plain Node. `GALLEY_HOME` replaces the settings folder and `GALLEY_DOCUMENTS` the documents
 * folder, so that tests never touch the user's own.
 */
export function nodePaths(documents = documentsFolder()): Paths {
  const root = unpacked(appRoot());
  const own = envPaths('galley', { suffix: '' });
  const home = process.env.GALLEY_HOME;
  return {
    root,
    resources: join(root, 'resources'),
    settings: home ?? own.config,
    documents: process.env.GALLEY_DOCUMENTS ?? documents,
    uploads: join(home ?? own.cache, 'uploads'),
  };
}
