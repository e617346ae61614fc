import type { KitItem } from '#shared/kit/schema.ts';
import type { AccountName } from '#shared/plan/files/own-table.ts';
import type { Repositories } from '#main/ports/repositories.ts';

/** How files name accounts, and which accounts their names mean. */
export interface AccountNames {
  /** Its name where no other of the platform has it, else its id. */
  name: AccountName;
  /** By id, name or handle; null when no or several accounts answer to it. */
  find(platform: string, name: string): string | null;
}

const plain = (text: string): string => text.trim().replace(/^@/, '').toLowerCase();

export function accountNames(repositories: Repositories): AccountNames {
  const accounts = repositories.kit.list('account', false) as KitItem<'account'>[];
  const find = (platform: string, name: string): string | null => {
    const own = accounts.filter((account) => account.body.platform === platform);
    const exact = accounts.find(({ id }) => id === name) ?? null;
    if (exact) return exact.id;
    const wanted = plain(name);
    const found = own.filter(
      (account) => plain(account.name) === wanted || plain(account.body.handle) === wanted,
    );
    return found.length === 1 ? (found[0]?.id ?? null) : null;
  };
  return {
    find,
    name(accountId) {
      const account = accounts.find(({ id }) => id === accountId);
      return account && find(account.body.platform, account.name) === accountId ? account.name : accountId;
    },
  };
}
