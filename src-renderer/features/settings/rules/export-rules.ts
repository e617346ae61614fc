import type { KitItem } from '#shared/kit/schema.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { type AccountName, type KeptRules, writeRuleFile } from '#shared/platforms/rule-exchange.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { KeptChange } from './change-rules.ts';

function accountNames(accounts: readonly KitItem<'account'>[]): AccountName[] {
  return accounts.map(({ id, name, body }) => ({ id, name, platform: body.platform, handle: body.handle }));
}

/** What is kept here, as a file is compared with it; the workspace's own platforms are not among the shipped ones. */
export function keptRules(
  pack: RulePack,
  platforms: readonly KitItem<'platform'>[],
  changes: readonly KeptChange[],
  accounts: readonly KitItem<'account'>[],
): KeptRules {
  const own = new Set(pack.own?.platforms ?? []);
  const shipped = offeredPlatforms(pack).filter(({ id }) => !own.has(id));
  return {
    shipped: { ...pack, platforms: shipped },
    platforms: platforms.map(({ id, body }) => ({ id, platform: body.platform })),
    changes: changes.map(({ id, body }) => ({ id, change: body })),
    accounts: accountNames(accounts),
  };
}

/** Offers all own platforms and changes as a file to save. */
export function downloadRules(
  name: string,
  platforms: readonly KitItem<'platform'>[],
  changes: readonly KeptChange[],
  accounts: readonly KitItem<'account'>[],
): void {
  const text = writeRuleFile({
    name,
    platforms: platforms.map(({ body }) => body.platform),
    changes: changes.map(({ body }) => body),
    accounts: accountNames(accounts),
  });
  const link = document.createElement('a');
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = url;
  const plain = name
    .trim()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  link.download = `${plain || 'galley'}-rules.json`;
  link.click();
  // The browser has taken the address by the next turn of its own.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
