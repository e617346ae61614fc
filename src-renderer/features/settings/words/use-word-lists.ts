import { useMemo } from 'react';
import { call } from '#renderer/bridge/client.ts';
import { useCall } from '#renderer/bridge/use-call.ts';
import { useKit } from '#renderer/ui/kit.ts';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { type NamedList, listsInForce } from '#shared/checks/lists.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import type { WordList } from '#shared/kit/word-list.ts';

/** A list as the page shows it. */
export interface ListRow extends NamedList {
  /** What the workspace keeps in place of the shipped list, or of its own. */
  kept: KitItem<'word-list'> | null;
  /** As it came with the studio; null for a list of one's own. */
  shipped: NamedList | null;
}

/** All lists, the shipped ones first; undefined until they are here. */
export function useWordLists(): ListRow[] | undefined {
  const shipped = useCall('kit.shippedWordLists', {});
  const own = useKit('word-list');
  return useMemo(() => {
    const lists = shipped.data;
    if (!lists || !own) return undefined;
    const newest = own.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt));
    return listsInForce(lists, own).map((list) => ({
      ...list,
      kept: newest.find(({ id, body }) => (body.basedOn ?? id) === list.id) ?? null,
      shipped: lists.find(({ id }) => id === list.id) ?? null,
    }));
  }, [shipped.data, own]);
}

/** Keeps a list as it is now; the workspace's own stands for the shipped one from then on. */
export async function saveList(row: ListRow, list: WordList, name = row.name.en): Promise<void> {
  const basedOn = row.shipped ? row.id : null;
  const at = row.kept ? { id: row.kept.id, revision: row.kept.revision } : {};
  await call('kit.save', { kind: 'word-list', name, body: { ...list, basedOn }, ...at });
}

/** The shipped list again, or none; with Undo. */
export async function dropList(row: ListRow, sentence: string): Promise<void> {
  if (!row.kept) return;
  const ids = [row.kept.id];
  await call('kit.trash', { ids, trashed: true });
  notifyUndo(sentence, async () => {
    await call('kit.trash', { ids, trashed: false });
  });
}
