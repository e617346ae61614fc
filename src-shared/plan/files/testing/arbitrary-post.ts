import fc from 'fast-check';
import { blankPost, blankTarget } from '../../../domain/blank-post.ts';
import { newId } from '../../../domain/id.ts';
import { type Post, postStatuses } from '../../../domain/post.ts';

/** When arbitrary posts were made. */
export const now = '2026-01-01T00:00:00.000Z';
/** An account that their targets may name. */
export const account = '01900000-0000-7000-8000-000000000001';
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const sign = fc.constantFrom(
  '=1+1',
  "'=x",
  '-',
  '@you',
  '\t',
  '；',
  ';',
  '%3B',
  '"',
  ',',
  '\n',
  ' ',
  '#',
  '(',
  '春',
);
const words = fc.array(fc.oneof(text, sign), { maxLength: 4 }).map((parts) => parts.join(''));
const word = words.map((value) => value.trim().slice(0, 60)).filter((value) => value.trim() !== '');
const schedule = fc.option(
  fc.record({
    local: fc
      .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 16)),
    zone: fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'UTC'),
  }),
);
const target = fc
  .record({
    format: fc.constantFrom('x/post', 'weibo/post', 'instagram/reel'),
    named: fc.boolean(),
    schedule,
    status: fc.constantFrom('planned', 'ready', 'published'),
    publishedUrl: fc.option(fc.webUrl()),
  })
  .map(({ named, publishedUrl, ...rest }) => ({
    ...blankTarget(newId(), rest.format, named ? account : null),
    ...rest,
    ...(rest.status === 'published' ? { publishedAt: now, publishedUrl } : {}),
  }));
/** A post with anything in it that a table can hold. */
export const arbitraryPost: fc.Arbitrary<Post> = fc
  .record({
    title: words,
    body: words,
    link: words,
    firstComment: words,
    campaign: words,
    pillar: words,
    owner: words,
    notes: words,
    brief: words,
    labels: fc.uniqueArray(word, { maxLength: 3 }),
    hashtags: fc.uniqueArray(word, { maxLength: 3 }),
    status: fc.constantFrom(...postStatuses),
    schedule,
    targets: fc.uniqueArray(target, { maxLength: 3, selector: (each) => `${each.format}${each.accountId}` }),
  })
  .map((fields): Post => ({ ...blankPost(newId(), now), ...fields }));
