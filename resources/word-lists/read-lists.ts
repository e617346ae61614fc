import { readdirSync, readFileSync } from 'node:fs';
import { type NamedList, wordListFileSchema } from '#shared/checks/lists.ts';

const folder = new URL('./', import.meta.url);

let lists: NamedList[] | undefined;

/** The word lists as shipped, read once from this folder; for Node, tests above all. */
export function readShippedLists(): NamedList[] {
  lists ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => ({
      id: name.slice(0, -5),
      ...wordListFileSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
    }));
  return lists;
}
