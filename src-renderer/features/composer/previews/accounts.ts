import { useMemo } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { KitItem } from '#shared/kit/schema.ts';

/** The workspace's accounts by id, those in the trash left out. */
export function useAccounts(): ReadonlyMap<string, KitItem<'account'>> {
  const { data } = useCall('kit.list', { kind: 'account' }, ['records.changed'], {
    concerns: ({ kind }) => kind === 'kit',
  });
  return useMemo(
    () =>
      new Map(
        (data ?? [])
          .filter((item): item is KitItem<'account'> => item.kind === 'account')
          .map((item) => [item.id, item]),
      ),
    [data],
  );
}
