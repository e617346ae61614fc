import type { PostStatus } from '../domain/post.ts';
import { rolesWith } from './permissions.ts';
import type { Role } from './roles.ts';

/**
 * Roles that may move a post from one status to another. Writers take it up to review and back; approving is the
 * lead's and the channel manager's, and so is everything about a published post. Whether the approvals that a rule
 * asks for are there is looked at besides (`approvals.ts`).
 */
export function rolesForMove(from: PostStatus, to: PostStatus): Role[] {
  if (to === 'approved' || to === 'published' || from === 'published') return rolesWith('publish');
  return rolesWith('write');
}

/** May somebody of that role make the move? null stands for a workspace without a team, where everything goes. */
export function mayMove(role: Role | null, from: PostStatus, to: PostStatus): boolean {
  return role === null || from === to || rolesForMove(from, to).includes(role);
}

/** What a post that was approved becomes when its content changed: to be looked at again where approvals are asked for. */
export function statusAfterEdit(status: PostStatus, contentChanged: boolean, required: boolean): PostStatus {
  return status === 'approved' && contentChanged && required ? 'review' : status;
}
