import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

/** A path that the system handed over: a workspace folder, its database, or a `.galley` file in it. */
export function workspaceOf(path: string): string {
  return basename(path) === 'workspace.db' || path.endsWith('.galley') ? dirname(path) : path;
}

/**
 * The workspace that a command line names: after `--workspace`, or the last word that is there on the disk.
 * `words` without the program and the app's own folder. Chromium adds switches of its own.
 */
export function workspaceFrom(words: readonly string[], folder: string): string | null {
  const place = words.indexOf('--workspace');
  const named = place >= 0 ? words[place + 1] : undefined;
  if (named !== undefined) return workspaceOf(resolve(folder, named));
  const last = words.filter((word) => !word.startsWith('-')).at(-1);
  if (last === undefined) return null;
  const path = resolve(folder, last);
  return statSync(path, { throwIfNoEntry: false }) ? workspaceOf(path) : null;
}
