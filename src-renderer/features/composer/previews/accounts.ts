import { useMemo } from 'react';
import { useKit } from '#renderer/ui/kit.ts';
import type { KitItem } from '#shared/kit/schema.ts';

/** The workspace's accounts by id, those in the trash left out. */
export function useAccounts(): ReadonlyMap<string, KitItem<'account'>> {
  const accounts = useKit('account');
  return useMemo(() => new Map(accounts?.map((account) => [account.id, account])), [accounts]);
}
