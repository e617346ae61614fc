import { call } from '#renderer/bridge/client.ts';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import type { KitItem } from '#shared/kit/schema.ts';
import { placeOfChange } from '#shared/platforms/own-rules.ts';
import type { RuleChange } from '#shared/platforms/rule-pack.ts';

export type KeptChange = KitItem<'rule-change'>;

/** The fact and the account that a change is about, as one word. */
export function keyOfChange(change: Pick<RuleChange, 'platform' | 'format' | 'path' | 'accountId'>): string {
  return `${change.platform}/${change.format}/${change.path.join('/')}@${change.accountId ?? ''}`;
}

/** Keeps a change in place of the one before. */
export async function saveChange(
  change: RuleChange,
  before: KeptChange | undefined,
  sentence: string,
): Promise<void> {
  const kind = 'rule-change';
  const name = placeOfChange(change).slice(0, 200);
  const at = before ? { id: before.id, revision: before.revision } : {};
  const saved = await call('kit.save', { kind, name, body: change, ...at });
  notifyUndo(sentence, async () => {
    if (before) await call('kit.save', { kind, id: saved.id, name: before.name, body: before.body });
    else await call('kit.trash', { ids: [saved.id], trashed: true });
  });
}

/** Puts things kept for posts into the trash, with Undo. */
export async function trashKept(items: readonly { id: string }[], sentence: string): Promise<void> {
  const ids = items.map(({ id }) => id);
  if (ids.length === 0) return;
  await call('kit.trash', { ids, trashed: true });
  notifyUndo(sentence, async () => {
    await call('kit.trash', { ids, trashed: false });
  });
}
