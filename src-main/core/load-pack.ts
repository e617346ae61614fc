import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRulePack, type RulePack } from '#shared/platforms/rule-pack.ts';

/** Files of the rule pack that are not a platform. */
const commonFiles = new Set(['sources.json', 'counters.json']);

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The rule pack of `resources/platforms`. Throws with the path of what does not fit. */
export async function loadRulePack(folder: string): Promise<RulePack> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.json') && !commonFiles.has(name))
    .toSorted();
  const [sources, counters, ...platforms] = await Promise.all(
    ['sources.json', 'counters.json', ...names].map((name) => readJson(join(folder, name))),
  );
  return parseRulePack({ platforms, sources, counters });
}
