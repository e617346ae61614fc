import type { Approval } from '../team/approvals.ts';
import type { Comment } from '../team/comment.ts';
import type { ReviewAnswer } from './answer.ts';

/** What a workspace has of comments and decisions, by id. */
export interface Kept {
  comments: ReadonlyMap<string, Comment>;
  approvals: ReadonlyMap<string, Approval>;
}

/** The package as it was given away. */
export interface GivenReview {
  postIds: readonly string[];
  /** Hash of what was shown, by post. */
  shown: Readonly<Record<string, string>>;
}

/** What an answer adds to what is kept. */
export interface Arrivals {
  comments: Comment[];
  approvals: Approval[];
  /** Posts of the answer that the package never held. */
  strangers: number;
}

function commentsOf(post: ReviewAnswer['posts'][number]): Comment[] {
  return post.comments.map(({ id, text, at, by, place }) => ({
    id,
    subject: { kind: 'post', id: post.id },
    place: place && { page: place.picture, x: place.x, y: place.y, width: 0, height: 0 },
    parentId: null,
    memberId: null,
    author: by,
    text,
    mentions: [],
    createdAt: at,
    resolvedAt: null,
    origin: 'review',
  }));
}

/** Everything that may differ between two states of one comment, as text. */
const words = ({ text, place, author }: Comment): string => JSON.stringify([text, author, place]);

/** Is `next` the later state of the comment? By its time, then by its words, so that any order ends the same. */
function isLater(next: Comment, before: Comment): boolean {
  if (next.createdAt !== before.createdAt) return next.createdAt > before.createdAt;
  return words(next) > words(before);
}

/**
 * What of an answer is new. Ids decide: the same answer again adds nothing, and answers of several people, or several
 * states of one, end the same in any order. A comment that was reworded since keeps whether it is resolved. Words of
 * the studio are never touched, whatever ids the answer names.
 */
export function arrivalsOf(kept: Kept, answer: ReviewAnswer, review: GivenReview): Arrivals {
  const known = answer.posts.filter(({ id }) => review.postIds.includes(id));
  const comments = new Map<string, Comment>();
  for (const comment of known.flatMap(commentsOf)) {
    const before = comments.get(comment.id) ?? kept.comments.get(comment.id);
    const foreign = before && (before.origin !== 'review' || before.subject.id !== comment.subject.id);
    if (foreign || (before && !isLater(comment, before))) continue;
    comments.set(comment.id, { ...comment, resolvedAt: before?.resolvedAt ?? null });
  }
  const approvals = new Map<string, Approval>();
  for (const { id: postId, decision } of known) {
    if (!decision || kept.approvals.has(decision.id) || approvals.has(decision.id)) continue;
    approvals.set(decision.id, {
      id: decision.id,
      postId,
      memberId: null,
      author: decision.by,
      role: 'client',
      decision: decision.decision,
      note: '',
      at: decision.at,
      // What the package showed, not what the file claims.
      shown: review.shown[postId] ?? '',
      origin: 'review',
    });
  }
  return {
    comments: [...comments.values()],
    approvals: [...approvals.values()],
    strangers: answer.posts.length - known.length,
  };
}
