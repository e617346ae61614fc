import { GalleyError } from '#shared/contract/failure.ts';
import type { ParsedInput } from '#shared/contract/index.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import { requireItem } from '../kit/kit.ts';

/** A row of the timeline. */
export type Row = ParsedInput<'plan.place'>['to'];
/** An entry that goes there. */
export type Placed = ParsedInput<'plan.place'>['moves'][number];

interface Account {
  id: string | null;
  name: string;
  /** null where no account is meant: every format may be without one. */
  platform: string | null;
}

function accountOf(repositories: Repositories, id: string): Account {
  if (id === '') return { id: null, name: '', platform: null };
  const { name, body } = requireItem(repositories, id);
  const platform = 'platform' in body ? body.platform : null;
  return { id, name, platform: typeof platform === 'string' ? platform : null };
}

const titleOf = ({ title, body }: Post): string => (title || body).trim().slice(0, 40);

function noVersion(post: Post, { name }: Account): GalleyError {
  const title = titleOf(post);
  return new GalleyError('invalid-input', {
    en: `“${title}” has no version here for the platform of “${name}”. Add one in the post, or choose another account.`,
    zh: `“${title}”在这里没有适合“${name}”所在平台的版本。请在帖子里添加，或选择其他账号。`,
  });
}

function standsThere(post: Post, { name }: Account): GalleyError {
  const title = titleOf(post);
  return new GalleyError('conflict', {
    en:
      name === ''
        ? `“${title}” has this version without an account already.`
        : `“${title}” is planned for “${name}” already. Remove one of the two in the post.`,
    zh:
      name === ''
        ? `“${title}”已有一个未指定账号的同类版本。`
        : `“${title}”已安排给“${name}”。请先在帖子里移除其中一个。`,
  });
}

/** The targets that an entry stands for: the one with its own time, or those that take the post's. */
function targetsOf(post: Post, targetId: string | null): Target[] {
  return post.targets.filter((target) =>
    targetId === null ? target.schedule === null : target.id === targetId,
  );
}

/** The post in another row; the same object where it stands there already. */
export function inRow(
  repositories: Repositories,
  post: Post,
  { targetId = null, from = '' }: Pick<Placed, 'targetId' | 'from'>,
  to: Row,
): Post {
  if (to.by !== 'account') return post[to.by] === to.value ? post : { ...post, [to.by]: to.value };
  if (from === to.value) return post;
  const account = accountOf(repositories, to.value);
  const leaving = targetsOf(post, targetId).filter((target) => (target.accountId ?? '') === from);
  const fits = (target: Target): boolean =>
    account.platform === null || target.format.split('/', 1)[0] === account.platform;
  // Versions without an account are of many platforms: those that fit go. Those of one account go together.
  const moving = leaving.filter(fits);
  if (moving.length === 0) throw noVersion(post, account);
  const taken = post.targets.some(
    (target) => target.accountId === account.id && moving.some(({ format }) => format === target.format),
  );
  if (taken) throw standsThere(post, account);
  return {
    ...post,
    targets: post.targets.map((target) =>
      moving.includes(target) ? { ...target, accountId: account.id } : target,
    ),
  };
}
