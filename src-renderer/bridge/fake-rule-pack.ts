import { parseRulePack, type RulePack } from '#shared/platforms/rule-pack.ts';

const files = import.meta.glob<unknown>('../../resources/platforms/*.json', { import: 'default' });

/** The shipped rule pack, read through Vite, for developing screens without a core. */
export async function fakeRulePack(): Promise<RulePack> {
  const named = await Promise.all(
    Object.entries(files).map(async ([path, read]) => [path.split('/').at(-1), await read()] as const),
  );
  const one = (name: string): unknown => named.find(([file]) => file === name)?.[1];
  return parseRulePack({
    platforms: named
      .filter(([file]) => file !== 'sources.json' && file !== 'counters.json')
      .map(([, json]) => json),
    sources: one('sources.json'),
    counters: one('counters.json'),
  });
}
