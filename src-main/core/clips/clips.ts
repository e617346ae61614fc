import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { ClipRecord } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import type { Repositories, StoredClip } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { requireAsset } from '../assets/assets.ts';
import { trimHistory } from '../designs/history.ts';

/** What the records need to know of a clip; its shape belongs to `src-shared/clip`. */
interface ClipDescription {
  /** Seconds that it plays. */
  duration: number;
  assetIds: string[];
  designIds: string[];
  /** The edit is from a newer Galley: it can be looked at, not saved. */
  readOnly?: boolean;
}

export interface ClipContext extends RecordContext {
  /** Throws a GalleyError for what is not a clip. */
  readonly describeEdit: (edit: unknown) => ClipDescription;
  /** The whole asset, untouched. */
  readonly blankEdit: (asset: Asset) => unknown;
}

type FoundClip = StoredClip & { thumbnail: string };

/** The stored clip, or `not-found`. */
export function requireClip(repositories: Repositories, id: string): FoundClip {
  const clip = repositories.clips.get(id);
  if (clip) return clip;
  throw new GalleyError('not-found', {
    en: 'This clip is no longer in the workspace. Choose another one.',
    zh: '工作区中已没有这个剪辑。请另选一个。',
  });
}

function recordOf(context: ClipContext, stored: FoundClip): ClipRecord {
  const { createdAt: _createdAt, assetIds: _assetIds, designIds: _designIds, ...rest } = stored;
  return { ...rest, readOnly: context.describeEdit(stored.edit).readOnly ?? false };
}

function conflict(context: ClipContext, current: FoundClip): GalleyError {
  return new GalleyError(
    'conflict',
    {
      en: 'This clip was changed elsewhere in the meantime. Reload it, or keep your version as a copy.',
      zh: '这个剪辑已在别处被修改。请重新载入，或把你的版本另存为副本。',
    },
    { current: recordOf(context, current) },
  );
}

/** The columns that follow from an edit. `assetId` is what stands for it: its first picture or recording, else a sound. */
function measured(context: ClipContext, repositories: Repositories, edit: unknown) {
  const { duration, assetIds, designIds } = context.describeEdit(edit);
  const known = assetIds.map((id) => repositories.assets.get(id)).filter((asset) => asset !== null);
  const shown = known.find((asset) => asset.kind !== 'audio') ?? known[0];
  return { edit, duration, assetIds, designIds, assetId: shown?.id ?? null };
}

export function getClip(context: ClipContext, id: string): ClipRecord {
  return recordOf(context, requireClip(context.holder.current().repositories, id));
}

/** Undo of the stored revision; nothing when it was saved without. */
export function clipHistory({ holder }: RecordContext, id: string): CallOutput<'clips.history'> {
  const { repositories } = holder.current();
  const { revision } = requireClip(repositories, id);
  const kept = repositories.clipHistory.read(id);
  return kept?.revision === revision ? kept : { revision, done: [], undone: [] };
}

/** What a new clip starts from, and its name. */
function startOf(
  context: ClipContext,
  repositories: Repositories,
  { assetId, edit, name }: ParsedInput<'clips.create'>,
): { edit: unknown; name: string } {
  const given = name?.trim();
  if ((assetId === undefined) === (edit === undefined)) {
    throw new GalleyError('invalid-input', {
      en: 'A clip starts from a recording or from an edit. Give one of the two.',
      zh: '剪辑需要从一个素材或一份剪辑数据开始。请提供其中之一。',
    });
  }
  if (assetId === undefined) {
    for (const used of context.describeEdit(edit).assetIds) requireAsset(repositories, used);
    return { edit, name: given || 'Clip' };
  }
  const asset = requireAsset(repositories, assetId);
  if (asset.kind === 'image') {
    throw new GalleyError('invalid-input', {
      en: `“${asset.name}” is a picture. Choose a video or a sound to trim.`,
      zh: `“${asset.name}”是图片。请选择要剪辑的视频或声音。`,
    });
  }
  return { edit: context.blankEdit(asset), name: given || asset.name.replace(/\.[^.]+$/, '') };
}

/** A clip over one video or sound of the library, or from an edit. Throws `invalid-input` for a still picture. */
export function createClip(
  context: ClipContext,
  input: ParsedInput<'clips.create'>,
): CallOutput<'clips.create'> {
  const { repositories } = context.holder.current();
  const { edit, name } = startOf(context, repositories, input);
  const now = context.clock.now().toISOString();
  const id = newId();
  repositories.clips.insert({
    id,
    revision: 1,
    name,
    ...measured(context, repositories, edit),
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  });
  context.events.emit('records.changed', { kind: 'clip', ids: [id] });
  return getClip(context, id);
}

/**
 * Autosave, with the undo that belongs to the state, in one transaction. Throws `conflict` (detail `{current}`)
 * when `revision` is not the stored one.
 */
export function saveClip(
  context: ClipContext,
  { id, revision, name, edit, history }: ParsedInput<'clips.save'>,
): CallOutput<'clips.save'> {
  const { repositories } = context.holder.current();
  repositories.transaction(() => {
    const current = requireClip(repositories, id);
    if (current.revision !== revision) throw conflict(context, current);
    if (context.describeEdit(current.edit).readOnly) {
      throw new GalleyError('unavailable', {
        en: 'This clip was made with a newer Galley and can only be looked at. Update Galley to change it.',
        zh: '此剪辑由更新版本的 Galley 创建，只能查看。请更新 Galley 后再修改。',
      });
    }
    const saved: StoredClip = {
      ...current,
      ...measured(context, repositories, edit),
      name: name ?? current.name,
      revision: revision + 1,
      updatedAt: context.clock.now().toISOString(),
    };
    if (!repositories.clips.replace(saved, revision)) throw conflict(context, requireClip(repositories, id));
    if (history) repositories.clipHistory.write(id, trimHistory({ revision: saved.revision, ...history }));
    else repositories.clipHistory.remove(id);
  });
  context.events.emit('records.changed', { kind: 'clip', ids: [id] });
  return getClip(context, id);
}

/** Into the trash or out of it; posts that use it keep it. */
export function setClipsTrashed(
  { holder, events, clock }: RecordContext,
  ids: readonly string[],
  trashed: boolean,
): CallOutput<'clips.trash'> {
  const { repositories } = holder.current();
  const now = clock.now().toISOString();
  repositories.transaction(() => {
    for (const id of ids) {
      const clip = requireClip(repositories, id);
      if ((clip.trashedAt !== null) === trashed) continue;
      const next = { ...clip, revision: clip.revision + 1, trashedAt: trashed ? now : null };
      repositories.clips.replace(next, clip.revision);
      repositories.clipHistory.follow(id, clip.revision, next.revision);
    }
  });
  events.emit('records.changed', { kind: 'clip', ids: [...ids] });
  return {};
}
