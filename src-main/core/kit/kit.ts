import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { newId } from '#shared/domain/id.ts';
import { type KitItem, type KitKind, kitBodies } from '#shared/kit/schema.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';

/** The kept thing, also a trashed one, or `not-found`. */
export function requireItem(repositories: Repositories, id: string): KitItem {
  const item = repositories.kit.get(id);
  if (item) return item;
  throw new GalleyError('not-found', {
    en: 'This entry is no longer there. Reload the list.',
    zh: '此条目已不存在。请重新载入列表。',
  });
}

export function listKit({ holder }: RecordContext, input: ParsedInput<'kit.list'>): CallOutput<'kit.list'> {
  return holder.current().repositories.kit.list(input.kind, input.trashed);
}

/** @throws GalleyError `invalid-input` where the body does not fit its kind */
export function parseKitBody<K extends KitKind>(kind: K, wanted: unknown): KitItem['body'] {
  const body = kitBodies[kind].safeParse(wanted);
  if (body.success) return body.data;
  const issue = body.error.issues[0];
  throw new GalleyError(
    'invalid-input',
    {
      en: `This cannot be kept: ${issue?.message ?? 'it is incomplete'} (${issue?.path.join('.') ?? ''}). Correct it and save again.`,
      zh: `无法保存：${issue?.path.join('.') ?? ''} 填写有误。请修正后再保存。`,
    },
    { path: issue?.path },
  );
}

/**
 * The item as it is after a save, and as it was before (null for a new one); nothing is written.
 * @throws GalleyError `conflict` over a newer revision, `not-found`
 */
export function preparedItem(
  repositories: Repositories,
  input: Omit<ParsedInput<'kit.save'>, 'body'> & { body: KitItem['body'] },
  now: string,
): { item: KitItem; before: KitItem | null } {
  const fresh = { kind: input.kind, name: input.name, body: input.body, updatedAt: now };
  if (input.id === undefined) {
    const made = { uses: 0, lastUsedAt: null, createdAt: now, trashedAt: null };
    return { item: { id: newId(), revision: 1, ...fresh, ...made }, before: null };
  }
  const before = requireItem(repositories, input.id);
  if (input.revision !== undefined && input.revision !== before.revision) {
    throw new GalleyError(
      'conflict',
      {
        en: 'Another window changed this meanwhile. Look at its version and save again.',
        zh: '另一个窗口已修改此条目。请查看后再保存。',
      },
      { current: before },
    );
  }
  return { item: { ...before, ...fresh, kind: before.kind, revision: before.revision + 1 }, before };
}

/** @throws GalleyError `invalid-input` where the body does not fit its kind, `conflict` over a newer revision */
export function saveKit(
  { holder, events, clock }: RecordContext,
  input: ParsedInput<'kit.save'>,
): CallOutput<'kit.save'> {
  const { repositories } = holder.current();
  const body = parseKitBody(input.kind, input.body);
  const item = repositories.transaction((): KitItem => {
    const { item: saved } = preparedItem(repositories, { ...input, body }, clock.now().toISOString());
    repositories.kit.write(saved);
    return saved;
  });
  events.emit('records.changed', { kind: 'kit', ids: [item.id] });
  return item;
}

export function trashKit(
  { holder, events, clock }: RecordContext,
  { ids, trashed }: ParsedInput<'kit.trash'>,
): CallOutput<'kit.trash'> {
  const { repositories } = holder.current();
  const trashedAt = trashed ? clock.now().toISOString() : null;
  repositories.transaction(() => {
    for (const id of ids) {
      const item = requireItem(repositories, id);
      repositories.kit.write({ ...item, trashedAt, revision: item.revision + 1 });
    }
  });
  events.emit('records.changed', { kind: 'kit', ids });
  return {};
}

/** Its revision stays: using a thing changes nothing in it. */
export function countUse(
  { holder, events, clock }: RecordContext,
  { id }: ParsedInput<'kit.used'>,
): CallOutput<'kit.used'> {
  const { repositories } = holder.current();
  const item = repositories.transaction(() => {
    const current = requireItem(repositories, id);
    const used = { ...current, uses: current.uses + 1, lastUsedAt: clock.now().toISOString() };
    repositories.kit.write(used);
    return used;
  });
  events.emit('records.changed', { kind: 'kit', ids: [id] });
  return item;
}
