import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Approval } from '../team/approvals.ts';
import type { Comment } from '../team/comment.ts';
import type { ReviewAnswer } from './answer.ts';
import { arrivalsOf, type Kept } from './merge.ts';

const id = (kind: number, number: number): string =>
  `0190${kind}000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const posts = [id(1, 0), id(1, 1), id(1, 2)];
const stranger = id(1, 9);
const review = { postIds: posts, shown: Object.fromEntries(posts.map((post) => [post, `hash of ${post}`])) };
const instant = (minute: number): string => new Date(Date.UTC(2026, 2, 1, 9, minute)).toISOString();

type State = { comments: Map<string, Comment>; approvals: Map<string, Approval> };
const none = (): State => ({ comments: new Map(), approvals: new Map() });

/** As the studio does it: writes what arrived, refuses a decision that is there. */
function taken(state: State, answer: ReviewAnswer): State {
  const { comments, approvals } = arrivalsOf(state, answer, review);
  const next = { comments: new Map(state.comments), approvals: new Map(state.approvals) };
  for (const comment of comments) next.comments.set(comment.id, comment);
  for (const approval of approvals)
    if (!next.approvals.has(approval.id)) next.approvals.set(approval.id, approval);
  return next;
}
const contents = (state: Kept): unknown => ({
  comments: [...state.comments].sort(([a], [b]) => (a < b ? -1 : 1)),
  approvals: [...state.approvals].sort(([a], [b]) => (a < b ? -1 : 1)),
});

/** Comments come in several states of few ids; a decision's id is made anew with every click, so it says all. */
const comment = (person: number) =>
  fc
    .record({
      number: fc.nat(3),
      minute: fc.nat(5),
      text: fc.constantFrom('Larger', '小一点', 'No'),
      by: fc.constantFrom('Ada', '林'),
      place: fc.constantFrom(null, { picture: 'p', x: 0.5, y: 0.25 }),
    })
    .map(({ number, minute, text, by, place }) => ({
      id: id(2 + person, number),
      text,
      by,
      at: instant(minute),
      place,
    }));
const decision = (person: number) =>
  fc.record({ number: fc.nat(5), approves: fc.boolean() }).map(({ number, approves }) => ({
    id: id(6 + person, number * 2 + (approves ? 1 : 0)),
    decision: approves ? ('approved' as const) : ('changes' as const),
    at: instant(number),
    by: `Reviewer ${person}`,
  }));

/** Each post's comments have ids of their own. */
const onPost = (person: number, index: number) =>
  fc.record({
    id: fc.constant([...posts, stranger][index] ?? stranger),
    shown: fc.constantFrom('forged', 'hash'),
    decision: fc
      .option(decision(person))
      .map((made) => made && { ...made, id: `${made.id.slice(0, 24)}${index}${made.id.slice(25)}` }),
    comments: fc
      .array(comment(person), { maxLength: 4 })
      .map((all) =>
        all.map((each) => ({ ...each, id: `${each.id.slice(0, 24)}${index}${each.id.slice(25)}` })),
      ),
  });
const answer = fc.nat(2).chain((person) =>
  fc.record({
    kind: fc.constant('galley-review-answer' as const),
    version: fc.constant(1 as const),
    id: fc.constant(id(9, person)),
    review: fc.constant(id(5, 0)),
    name: fc.constantFrom('林', 'Ada', 'Ben').map((name) => `${name} ${person}`),
    savedAt: fc.constant(instant(30)),
    posts: fc
      .subarray([0, 1, 2, 3])
      .chain((chosen) => fc.tuple(...chosen.map((index) => onPost(person, index)))) as fc.Arbitrary<
      ReviewAnswer['posts']
    >,
  }),
);

describe('answers that are taken in', () => {
  it('end the same in any order, however often', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 5 }), fc.infiniteStream(fc.nat()), (answers, picks) => {
        const shuffled = [...answers, ...answers]
          .map((each) => ({ each, at: picks.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const inOrder = answers.reduce(taken, none());
        // Decisions of one id are one decision by their making, so the first one in is the one.
        expect(contents(shuffled.reduce(taken, none()))).toEqual(contents(inOrder));
        for (const each of answers) {
          const again = arrivalsOf(inOrder, each, review);
          expect([...again.comments, ...again.approvals]).toEqual([]);
        }
      }),
    );
  });

  it('bring nothing for posts that the package never held, and no other hash than what it showed', () => {
    fc.assert(
      fc.property(answer, (one) => {
        const { comments, approvals, strangers } = arrivalsOf(none(), one, review);
        expect(comments.every(({ subject }) => posts.includes(subject.id))).toBe(true);
        expect(approvals.every(({ postId, shown }) => shown === `hash of ${postId}`)).toBe(true);
        expect(strangers).toBe(one.posts.filter((post) => post.id === stranger).length);
      }),
    );
  });

  const single = (text: string, minute: number, commentId = id(2, 1)): ReviewAnswer => ({
    ...{ kind: 'galley-review-answer', version: 1, id: id(9, 0), review: id(5, 0), name: 'Ada' },
    savedAt: instant(9),
    posts: [
      {
        ...{ id: posts[0] ?? '', shown: '', decision: null },
        comments: [{ id: commentId, text, by: 'Ada', at: instant(minute), place: null }],
      },
    ],
  });

  it('never touch what was written in the studio, whatever id they name', () => {
    const own: Comment = {
      ...{ id: id(2, 1), subject: { kind: 'post', id: posts[0] ?? '' }, place: null, parentId: null },
      ...{ memberId: null, author: '', text: 'Ours', mentions: [], createdAt: instant(0), resolvedAt: null },
      origin: 'studio',
    };
    const state = { comments: new Map([[own.id, own]]), approvals: new Map() };
    expect(arrivalsOf(state, single('Theirs', 9), review).comments).toEqual([]);
  });

  it('reword a comment without opening it again', () => {
    const state = taken(none(), single('First', 1));
    const first = state.comments.get(id(2, 1));
    if (first) state.comments.set(first.id, { ...first, resolvedAt: instant(5) });
    const after = taken(state, single('Second', 2)).comments.get(id(2, 1));
    expect(after).toMatchObject({ text: 'Second', resolvedAt: instant(5) });
  });
});
