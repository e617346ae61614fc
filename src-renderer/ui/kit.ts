import { useMemo } from 'react';
import { useCall } from '#renderer/bridge/use-call.ts';
import type { KitItem, KitKind } from '#shared/kit/schema.ts';

/** The things of one kind that the workspace keeps for its posts, by name; undefined until they are here. */
export function useKit<K extends KitKind>(kind: K): readonly KitItem<K>[] | undefined {
  const { data } = useCall('kit.list', { kind }, ['records.changed', 'workspace.changed'], {
    concerns: (event) => !('kind' in event) || event.kind === 'kit',
  });
  return useMemo(() => data?.filter((item): item is KitItem<K> => item.kind === kind), [data, kind]);
}
