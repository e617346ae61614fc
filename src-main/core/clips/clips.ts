import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Asset } from '#shared/domain/asset.ts';
import type { ClipRecord } from '#shared/domain/design-record.ts';
import { newId } from '#shared/domain/id.ts';
import type { Repositories, StoredClip } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { requireAsset } from '../assets/assets.ts';

/** What the records need to know of a clip; its shape belongs to `src-shared/clip`. */
interface ClipDescription {
  /** Seconds from in point to out point. */
  duration: number;
  assetIds: string[];
  /** The edit is from a newer Galley: it can be looked at, not saved. */
  readOnly?: boolean;
}

export interface ClipContext extends RecordContext {
  /** Throws a GalleyError for what is not a clip. */
  readonly describeEdit: (edit: unknown) => ClipDescription;
  /** The whole asset, untouched. */
  readonly blankEdit: (asset: Asset) => unknown;
}

function requireClip(repositories: Repositories, id: string): StoredClip {
  const clip = repositories.clips.get(id);
  if (clip) return clip;
  throw new GalleyError('not-found', {
    en: 'This clip is no longer in the workspace. Choose another one.',
    zh: '工作区中已没有这个剪辑。请另选一个。',
  });
}

function recordOf(context: ClipContext, stored: StoredClip): ClipRecord {
  const { createdAt: _createdAt, assetIds: _assetIds, ...rest } = stored;
  return {
    ...rest,
    thumbnail: `thumb/${stored.assetId}`,
    readOnly: context.describeEdit(stored.edit).readOnly ?? false,
  };
}

function conflict(context: ClipContext, current: StoredClip): GalleyError {
  return new GalleyError(
    'conflict',
    {
      en: 'This clip was changed elsewhere in the meantime. Reload it, or keep your version as a copy.',
      zh: '这个剪辑已在别处被修改。请重新载入，或把你的版本另存为副本。',
    },
    { current: recordOf(context, current) },
  );
}

export function getClip(context: ClipContext, id: string): ClipRecord {
  return recordOf(context, requireClip(context.holder.current().repositories, id));
}

/** A clip over one video or sound of the library. Throws `invalid-input` for a still picture. */
export function createClip(
  context: ClipContext,
  { assetId = '', name }: ParsedInput<'clips.create'>,
): CallOutput<'clips.create'> {
  const { repositories } = context.holder.current();
  const asset = requireAsset(repositories, assetId);
  if (asset.kind === 'image') {
    throw new GalleyError('invalid-input', {
      en: `“${asset.name}” is a picture. Choose a video or a sound to trim.`,
      zh: `“${asset.name}”是图片。请选择要剪辑的视频或声音。`,
    });
  }
  const edit = context.blankEdit(asset);
  const { duration, assetIds } = context.describeEdit(edit);
  const now = context.clock.now().toISOString();
  const stored: StoredClip = {
    id: newId(),
    revision: 1,
    name: name?.trim() || asset.name.replace(/\.[^.]+$/, ''),
    assetId,
    duration,
    assetIds,
    edit,
    createdAt: now,
    updatedAt: now,
    trashedAt: null,
  };
  repositories.clips.insert(stored);
  context.events.emit('records.changed', { kind: 'clip', ids: [stored.id] });
  return recordOf(context, stored);
}

/** Autosave. Throws `conflict` (detail `{current}`) when `revision` is not the stored one. */
export function saveClip(
  context: ClipContext,
  { id, revision, name, edit }: ParsedInput<'clips.save'>,
): CallOutput<'clips.save'> {
  const { repositories } = context.holder.current();
  const next = repositories.transaction(() => {
    const current = requireClip(repositories, id);
    if (current.revision !== revision) throw conflict(context, current);
    if (context.describeEdit(current.edit).readOnly) {
      throw new GalleyError('unavailable', {
        en: 'This clip was made with a newer Galley and can only be looked at. Update Galley to change it.',
        zh: '此剪辑由更新版本的 Galley 创建，只能查看。请更新 Galley 后再修改。',
      });
    }
    const { duration, assetIds } = context.describeEdit(edit);
    const saved: StoredClip = {
      ...current,
      edit,
      duration,
      assetIds,
      name: name ?? current.name,
      revision: revision + 1,
      updatedAt: context.clock.now().toISOString(),
    };
    if (!repositories.clips.replace(saved, revision)) throw conflict(context, requireClip(repositories, id));
    return saved;
  });
  context.events.emit('records.changed', { kind: 'clip', ids: [id] });
  return recordOf(context, next);
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
    }
  });
  events.emit('records.changed', { kind: 'clip', ids: [...ids] });
  return {};
}
