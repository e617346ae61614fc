import type { Bilingual } from '#shared/contract/failure.ts';
import { targetKey } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';

/** A row of the picker: one target, or an account set that stands for several. */
export interface Choice {
  id: string;
  /** Keys of the targets that it adds. */
  keys: readonly string[];
  /** For the mark; null for a set. */
  format: string | null;
  platform: Bilingual | null;
  name: Bilingual;
  /** Whose account; '' for none. */
  handle: string;
  /** What the search looks in: both languages, ids and handles. */
  haystack: string;
}

function setChoice(item: KitItem<'account-set'>): Choice {
  return {
    id: `set-${item.id}`,
    keys: item.body.targets.map(targetKey),
    format: null,
    platform: null,
    name: { en: item.name, zh: item.name },
    handle: '',
    haystack: item.name.toLowerCase(),
  };
}

/** Account sets first, then every format of every platform: with each account of it, and without one. */
export function choicesOf(
  pack: RulePack,
  accounts: readonly KitItem<'account'>[],
  sets: readonly KitItem<'account-set'>[],
): Choice[] {
  const formats = offeredPlatforms(pack).flatMap((platform) => {
    const own = accounts.filter((account) => account.body.platform === platform.id);
    return [...own, null].flatMap((account) =>
      platform.formats.map((format): Choice => {
        const id = `${platform.id}/${format.id}`;
        const key = targetKey({ format: id, accountId: account?.id ?? null });
        const handle = account === null ? '' : account.body.handle || account.name;
        const words = [
          platform.id,
          format.id,
          platform.name.en,
          platform.name.zh,
          format.name.en,
          format.name.zh,
        ];
        return {
          id: key,
          keys: [key],
          format: id,
          platform: platform.name,
          name: format.name,
          handle,
          haystack: [...words, handle, account?.name ?? ''].join(' ').toLowerCase(),
        };
      }),
    );
  });
  return [...sets.filter((set) => set.body.targets.length > 0).map(setChoice), ...formats];
}

/** Those that hold every word that was typed. */
export function found(choices: readonly Choice[], search: string): Choice[] {
  const words = search.trim().toLowerCase().split(/\s+/);
  return choices.filter((choice) => words.every((word) => choice.haystack.includes(word)));
}

/** Whether a choice is taken wholly, in part or not at all. */
export function takenOf(choice: Choice, chosen: ReadonlySet<string>): 'all' | 'some' | 'none' {
  const taken = choice.keys.filter((key) => chosen.has(key)).length;
  return taken === 0 ? 'none' : taken === choice.keys.length ? 'all' : 'some';
}
