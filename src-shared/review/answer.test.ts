import { describe, expect, it } from 'vitest';
import { answerLimit, readAnswer } from './answer.ts';

const id = (number: number): string => `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const sound = {
  kind: 'galley-review-answer',
  version: 1,
  id: id(1),
  review: id(2),
  name: ' 林 ',
  savedAt: '2026-03-01T10:00:00.000Z',
  posts: [
    {
      id: id(3),
      shown: 'abc',
      decision: { id: id(4), decision: 'approved', at: '2026-03-01T09:00:00.000Z', by: '林' },
      comments: [
        {
          id: id(5),
          text: '<script>alert(1)</script>',
          at: '2026-03-01T09:01:00.000Z',
          by: '林',
          place: { picture: id(6), x: 0.2, y: 1 },
        },
      ],
    },
  ],
};

describe('an answer file', () => {
  it('is read, with a byte order mark too, and its words stay words', () => {
    const answer = readAnswer(`\uFEFF${JSON.stringify(sound)}`);
    expect(answer.name).toBe('林');
    expect(answer.posts[0]?.comments[0]?.text).toBe('<script>alert(1)</script>');
  });

  const changed = (change: object): string => JSON.stringify({ ...sound, ...change });
  const ofPost = (change: object): string => changed({ posts: [{ ...sound.posts[0], ...change }] });
  it.each([
    ['no JSON', 'PK\u0003\u0004'],
    ['another file', '{"kind":"design"}'],
    ['null', 'null'],
    ['no name', changed({ name: '   ' })],
    ['an id that is none', changed({ id: '../../etc/passwd' })],
    [
      'a decision that is none',
      ofPost({ decision: { id: id(4), decision: 'publish', at: sound.savedAt, by: '林' } }),
    ],
    [
      'a time that is none',
      ofPost({ decision: { id: id(4), decision: 'approved', at: 'yesterday', by: '林' } }),
    ],
    [
      'a place outside the picture',
      ofPost({
        comments: [
          { id: id(5), text: 'a', at: sound.savedAt, by: '林', place: { picture: 'p', x: 7, y: 0 } },
        ],
      }),
    ],
    [
      'a text that is a number',
      ofPost({ comments: [{ id: id(5), text: 5, at: sound.savedAt, by: '林', place: null }] }),
    ],
    [
      'a text without end',
      ofPost({
        comments: [{ id: id(5), text: 'a'.repeat(10_001), at: sound.savedAt, by: '林', place: null }],
      }),
    ],
    ['posts without end', changed({ posts: Array.from({ length: 501 }, () => sound.posts[0]) })],
    ['a newer version', changed({ version: 2 })],
    ['a file without end', ' '.repeat(answerLimit + 1)],
  ])('is refused as a whole: %s', (_what, text) => {
    expect(() => readAnswer(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});
