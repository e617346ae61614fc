import { readdirSync, readFileSync } from 'node:fs';
import { parseRulePack, type RulePack } from '#shared/platforms/rule-pack.ts';

const folder = new URL('./', import.meta.url);

/** One file of `resources/platforms`, parsed as JSON. */
export function readRuleFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

let pack: RulePack | undefined;

/** The rule pack as shipped, read once from this folder; for Node, tests above all. */
export function readShippedPack(): RulePack {
  if (pack) return pack;
  const names = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  const platforms = names.filter((name) => name !== 'sources' && name !== 'counters').map(readRuleFile);
  pack = parseRulePack({ platforms, sources: readRuleFile('sources'), counters: readRuleFile('counters') });
  return pack;
}
