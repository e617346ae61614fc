import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type NamedList, wordListFileSchema } from '#shared/checks/lists.ts';

/** The lists of `resources/word-lists`, by id. Throws with the name of a file that does not fit. */
export async function loadWordLists(folder: string): Promise<NamedList[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  return Promise.all(
    names.map(async (name): Promise<NamedList> => {
      const parsed = wordListFileSchema.safeParse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
      return { id: name.slice(0, -5), ...parsed.data };
    }),
  );
}
