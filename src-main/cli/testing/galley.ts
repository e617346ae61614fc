import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The program as it stands in the sources. */
export const entry = join(import.meta.dirname, '../main.ts');

/** What a run in a folder of its own sees: its home and documents there, and English. */
export function environment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    GALLEY_HOME: join(folder, 'home'),
    GALLEY_DOCUMENTS: join(folder, 'documents'),
    LANG: 'en_GB.UTF-8',
    LC_ALL: '',
  };
}

/** Runs one command line in `folder`. */
export function runGalley(
  folder: string,
  words: readonly string[],
): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...words], {
    cwd: folder,
    env: environment(folder),
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** The same with `--json`, which prints exactly one document. @throws Error with what was said when it printed none */
export function askGalley<T>(
  folder: string,
  words: readonly string[],
): { code: number | null; document: T; err: string } {
  const { code, out, err } = runGalley(folder, [...words, '--json', '--quiet']);
  if (out === '') throw new Error(`galley ${words.join(' ')} printed nothing; ${err}`);
  return { code, document: JSON.parse(out) as T, err };
}
