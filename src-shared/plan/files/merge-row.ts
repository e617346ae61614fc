import { type Bilingual, GalleyError } from '../../contract/failure.ts';
import { blankPost, blankTarget } from '../../domain/blank-post.ts';
import { dueInstant } from '../../domain/due.ts';
import { type Attachment, type Post, type PostStatus, type Target, targetKey } from '../../domain/post.ts';
import type { PlanRow } from './plan-row.ts';
import type { RowTarget } from './targets.ts';

/** What joining rows to the plan asks of the workspace. */
export interface MergeWorld {
  now: string;
  newId(): string;
  /** The account of a platform by id, name or handle; null when there is none. */
  account(platform: string, name: string): string | null;
  /** Is the picture, design or clip still there? */
  exists(attachment: Attachment): boolean;
  /** The post as whoever works here may write it over the other. @throws GalleyError where they may not */
  guard(before: Post, next: Post): Post;
}

export interface Merged {
  action: 'new' | 'update' | 'same' | 'refuse';
  /** As it will be; null for a refused row. */
  post: Post | null;
  notes: Bilingual[];
  reason: Bilingual | null;
}

/** Fields that an import may change. */
export const mergedFields = [
  'title',
  'body',
  'document',
  'status',
  'hashtags',
  'link',
  'firstComment',
  'disclosure',
  'sources',
  'attachments',
  'targets',
  'campaign',
  'pillar',
  'owner',
  'labels',
  'notes',
  'brief',
  'checklist',
  'series',
] as const;

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const sameTime = (a: Post['schedule'], b: Post['schedule']): boolean =>
  a?.local === b?.local && a?.zone === b?.zone;

/** Which of `mergedFields` differ. */
export function changedFields(before: Post, after: Post): (typeof mergedFields)[number][] {
  return mergedFields.filter((field) => !sameValue(before[field], after[field]));
}

/** Anything of it is out. */
export function isOut(post: Post): boolean {
  return post.status === 'published' || post.targets.some((target) => target.status === 'published');
}

function accountOf(row: RowTarget, world: MergeWorld, notes: Bilingual[]): string | null {
  if (row.account === null) return null;
  const [platform = ''] = row.format.split('/');
  const found = world.account(platform, row.account);
  if (found === null) {
    notes.push({
      en: `There is no account “${row.account}” of ${platform}; the target gets none.`,
      zh: `没有 ${platform} 账号“${row.account}”；该平台版本未指定账号。`,
    });
  }
  return found;
}

/** Targets of the row laid over those of the post: states, texts and ids of those that are there stay. */
function mergedTargets(row: PlanRow, post: Post | null, world: MergeWorld, notes: Bilingual[]): Target[] {
  const left = [...(post?.targets ?? [])];
  const named = (row.targets ?? []).map((wanted): Target => {
    const accountId = accountOf(wanted, world, notes);
    const at = left.findIndex(
      (target) => targetKey(target) === targetKey({ format: wanted.format, accountId }),
    );
    const [known] = at < 0 ? [] : left.splice(at, 1);
    if (known) return row.wholeTargets ? { ...known, schedule: wanted.schedule } : known;
    const { schedule, status, publishedAt, publishedUrl } = wanted;
    const state = post ? {} : { status, publishedAt, publishedUrl };
    return { ...blankTarget(world.newId(), wanted.format, accountId), schedule, ...state };
  });
  return row.wholeTargets ? named : [...left, ...named];
}

/** A whole post of a JSON file as this workspace can hold it. */
function fitted(whole: Post, post: Post | null, world: MergeWorld, notes: Bilingual[]): Post {
  const kept = (list: Attachment[]): Attachment[] => {
    const there = list.filter((attachment) => world.exists(attachment));
    const lost = list.length - there.length;
    if (lost > 0) {
      notes.push({
        en: `${lost} pictures, designs or clips are not in this workspace and are left out.`,
        zh: `有 ${lost} 个图片、设计或视频不在此工作区，已略过。`,
      });
    }
    return there;
  };
  const targets = whole.targets.map((target): Target => {
    const known = post?.targets.find((each) => each.id === target.id);
    const [platform = ''] = target.format.split('/');
    const { attachments } = target.overrides;
    return {
      ...target,
      id: known?.id ?? world.newId(),
      accountId: target.accountId === null ? null : world.account(platform, target.accountId),
      overrides: attachments ? { ...target.overrides, attachments: kept(attachments) } : target.overrides,
      ...(post
        ? {
            status: known?.status ?? 'planned',
            publishedAt: known?.publishedAt ?? null,
            publishedUrl: known?.publishedUrl ?? null,
          }
        : {}),
    };
  });
  return { ...whole, attachments: kept(whole.attachments), targets };
}

function wantedPost(row: PlanRow, post: Post | null, world: MergeWorld, notes: Bilingual[]): Post {
  const base = post ?? blankPost(row.id ?? world.newId(), world.now);
  if (row.whole) {
    const { id, revision, origin, createdAt } = post ?? { ...row.whole, revision: 1 };
    return {
      ...fitted(row.whole, post, world, notes),
      id,
      revision,
      origin,
      createdAt,
      updatedAt: base.updatedAt,
    };
  }
  const wanted: Post = { ...base, ...row.fields };
  if (!post) {
    wanted.origin = row.origin;
    if (row.fields.status === undefined) wanted.status = wanted.body === '' ? 'idea' : 'draft';
  }
  if (wanted.body !== base.body) wanted.document = null;
  if (row.schedule !== undefined) wanted.schedule = row.schedule;
  if (row.targets !== undefined) wanted.targets = mergedTargets(row, post, world, notes);
  // What another tool has sent is out here too.
  if (!post && wanted.status === 'published' && !row.wholeTargets) {
    const publishedAt = wanted.schedule ? dueInstant(wanted.schedule) : null;
    wanted.targets = wanted.targets.map((target) => ({ ...target, status: 'published', publishedAt }));
  }
  return wanted;
}

function statusNote(status: PostStatus, reason: Bilingual): Bilingual {
  return status === 'review'
    ? { en: `It is for review: ${reason.en}`, zh: `设为待审核：${reason.zh}` }
    : { en: `Its status stays as it is: ${reason.en}`, zh: `状态保持不变：${reason.zh}` };
}

/** Why the status of `wanted` may not be given, which then gets what `guard` makes of it; null where it may. */
function guardedStatus(wanted: Post, post: Post | null, world: MergeWorld): Bilingual | null {
  if (!post && wanted.status === 'idea') return null;
  try {
    wanted.status = world.guard(post ?? { ...wanted, status: 'draft' }, wanted).status;
    return null;
  } catch (error) {
    if (error instanceof GalleyError) return error.sentence;
    throw error;
  }
}

/**
 * What a row makes of the post that it stands for. Published posts are never changed; publishing is never imported
 * onto a post that is there; one in the trash comes back as if it were new. A status that may not be given is left as it
 * is, of a new post it is review; what another tool has published is then refused.
 */
export function mergeRow(row: PlanRow, post: Post | null, world: MergeWorld): Merged {
  const notes = [...row.notes];
  const wanted = wantedPost(row, post, world, notes);
  if (!post) {
    const reason = guardedStatus(wanted, null, world);
    if (reason && wanted.status === 'published') return { action: 'refuse', post: null, notes, reason };
    if (reason) notes.push(statusNote('review', reason));
    const status = reason ? 'review' : wanted.status;
    return { action: 'new', post: { ...wanted, status, trashedAt: null }, notes, reason: null };
  }
  if (wanted.status !== post.status && wanted.status === 'published') {
    wanted.status = post.status;
    notes.push({
      en: 'It is not marked as published here; do that in the hand-off window, with its time and link.',
      zh: '此处不会标记为已发布；请在交付窗口中连同时间和链接一起标记。',
    });
  }
  if (!isOut(post)) {
    const reason = guardedStatus(wanted, post, world);
    if (reason) {
      wanted.status = post.status;
      notes.push(statusNote(post.status, reason));
    }
  }
  const changed = changedFields(post, wanted).length > 0 || !sameTime(post.schedule, wanted.schedule);
  if (changed && isOut(post)) {
    return {
      action: 'refuse',
      post: null,
      notes,
      reason: {
        en: 'It is already published, so it is not changed. Copy it to plan it again.',
        zh: '该帖子已发布，不会更改。如需再次安排，请复制一份。',
      },
    };
  }
  if (post.trashedAt !== null)
    return { action: 'new', post: { ...wanted, trashedAt: null }, notes, reason: null };
  return changed
    ? { action: 'update', post: { ...wanted, trashedAt: null }, notes, reason: null }
    : { action: 'same', post, notes, reason: null };
}
