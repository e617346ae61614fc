import { useMemo } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { KitItem, KitKind } from '#shared/kit/schema.ts';

/** What the workspace keeps of one kind, by name; undefined until it is here. */
export function useKit<K extends KitKind>(kind: K): KitItem<K>[] | undefined {
  const { data } = useCall('kit.list', { kind }, ['records.changed', 'workspace.changed'], {
    concerns: (records) => records.kind === 'kit',
  });
  return useMemo(() => data as KitItem<K>[] | undefined, [data]);
}
