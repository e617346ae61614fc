import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { type ReviewAnswer, readAnswer } from '#shared/review/answer.ts';
import { type Arrivals, arrivalsOf } from '#shared/review/merge.ts';
import { sameShown } from '#shared/team/shown-state.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { keepApprovals } from '../team/approvals.ts';
import { shownNow } from '../team/shown-looks.ts';

type Preview = CallOutput<'review.read'>;

/** Answers of one package that are remembered by name; their words are kept in any case. */
const answersKept = 1000;

function reviewOf(repositories: Repositories, answer: ReviewAnswer): KitItem<'review'> {
  const item = repositories.kit.get(answer.review);
  if (item?.kind === 'review') return item as KitItem<'review'>;
  throw new GalleyError('not-found', {
    en: 'This answer belongs to a review package that was not made in this workspace. Open the workspace that it came from.',
    zh: '此答复对应的审阅包不是在当前工作区生成的。请打开原来的工作区。',
  });
}

function arrivals(repositories: Repositories, answer: ReviewAnswer, review: KitItem<'review'>): Arrivals {
  const { postIds } = review.body;
  // Posts that are gone for good take no more words.
  const there = postIds.filter((id) => repositories.posts.get(id) !== null);
  const comments = answer.posts.flatMap((post) =>
    post.comments.flatMap(({ id }) => repositories.comments.get(id) ?? []),
  );
  return arrivalsOf(
    {
      comments: new Map(comments.map((comment) => [comment.id, comment])),
      approvals: new Map(repositories.approvals.list(there).map((approval) => [approval.id, approval])),
    },
    answer,
    { postIds: there, shown: review.body.shown },
  );
}

function previewOf(
  repositories: Repositories,
  answer: ReviewAnswer,
  review: KitItem<'review'>,
  arrived: Arrivals,
): Preview {
  const fresh = new Set([...arrived.comments, ...arrived.approvals].map(({ id }) => id));
  const posts = answer.posts.flatMap(({ id, decision, comments }): Preview['posts'] => {
    const post = review.body.postIds.includes(id) ? repositories.posts.get(id) : null;
    if (!post) return [];
    return [
      {
        postId: id,
        title: post.title || post.body.replaceAll(/\s+/g, ' ').trim().slice(0, 80),
        trashed: post.trashedAt !== null,
        stale: !sameShown(review.body.shown[id] ?? '', shownNow(repositories, post)),
        decision: decision && { decision: decision.decision, isNew: fresh.has(decision.id) },
        comments: comments.map((comment) => ({
          id: comment.id,
          text: comment.text,
          place: comment.place && { x: comment.place.x, y: comment.place.y },
          isNew: fresh.has(comment.id),
        })),
      },
    ];
  });
  return {
    reviewId: review.id,
    title: review.name,
    name: answer.name,
    savedAt: answer.savedAt,
    posts,
    newComments: arrived.comments.length,
    newDecisions: arrived.approvals.length,
    strangers: arrived.strangers,
  };
}

/** What an answer would bring; nothing is written. @throws GalleyError `invalid-input`, `not-found` */
export function previewAnswer({ holder }: RecordContext, text: string): Preview {
  const { repositories } = holder.current();
  const answer = readAnswer(text);
  const review = reviewOf(repositories, answer);
  return previewOf(repositories, answer, review, arrivals(repositories, answer, review));
}

function writeTrail({ clock, holder }: RecordContext, { comments, approvals }: Arrivals): void {
  const { repositories } = holder.current();
  const at = clock.now().toISOString();
  const titleOf = (id: string): string => repositories.posts.get(id)?.title ?? '';
  repositories.audit.add([
    ...comments.map(({ subject, author, text }) => ({
      ...{ at, memberId: null, memberName: author, action: 'commented' as const },
      ...{ subjectKind: 'post', subjectId: subject.id },
      // As for comments that are written here: the entry tells the words.
      detail: { title: text.slice(0, 80) },
    })),
    ...approvals.map(({ postId, author, decision }) => ({
      ...{ at, memberId: null, memberName: author },
      ...{ subjectKind: 'post', subjectId: postId, detail: { title: titleOf(postId) } },
      action: decision === 'approved' ? ('approved' as const) : ('changes-wanted' as const),
    })),
  ]);
}

/** Takes an answer in: all of it or nothing. The same answer again changes nothing. */
export function mergeAnswer(context: RecordContext, text: string): Preview {
  const { repositories } = context.holder.current();
  const answer = readAnswer(text);
  const review = reviewOf(repositories, answer);
  return repositories.transaction(() => {
    const arrived = arrivals(repositories, answer, review);
    const preview = previewOf(repositories, answer, review, arrived);
    for (const comment of arrived.comments) repositories.comments.write(comment);
    keepApprovals(context, arrived.approvals);
    writeTrail(context, arrived);
    const { body } = review;
    const others = body.answers.filter(({ id }) => id !== answer.id);
    const known = body.answers.find(({ id }) => id === answer.id);
    if (!known || known.at < answer.savedAt) {
      const entry = { id: answer.id, name: answer.name, at: answer.savedAt };
      repositories.kit.write({
        ...review,
        revision: review.revision + 1,
        body: { ...body, answers: [...others, entry].slice(-answersKept) },
        updatedAt: context.clock.now().toISOString(),
      });
    }
    if (arrived.comments.length > 0) {
      const ids = [...new Set(arrived.comments.map(({ subject }) => subject.id))];
      context.events.emit('records.changed', { kind: 'comment', ids });
    }
    context.events.emit('records.changed', { kind: 'kit', ids: [review.id] });
    return preview;
  });
}
