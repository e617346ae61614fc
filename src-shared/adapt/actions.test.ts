import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShippedPack } from '../../resources/platforms/read-pack.ts';
import type { Post, Target } from '../domain/post.ts';
import { composeFields } from '../platforms/compose.ts';
import { countField } from '../platforms/count-text.ts';
import { formatProfile } from '../platforms/profile.ts';
import { type AdaptAction, type AdaptWords, adapted, canThread, fitsAll } from './actions.ts';
import { overridesWith, wordsOf } from './adapt-target.ts';

const pack = readShippedPack();
const formats = pack.platforms.flatMap((platform) =>
  platform.formats.map((format) => `${platform.id}/${format.id}`),
);
const words = (change: Partial<AdaptWords> = {}): AdaptWords => ({
  title: '',
  body: '',
  hashtags: [],
  link: '',
  firstComment: '',
  thread: null,
  ...change,
});
const on = (format: string, action: AdaptAction, of: AdaptWords): AdaptWords =>
  adapted(action, formatProfile(pack, format), of);

const piece = fc.oneof(
  fc.constantFrom(
    '春天来了。',
    '我们去看花，',
    'A sentence. ',
    '👨‍👩‍👧',
    '\n\n',
    '#花# ',
    'https://example.com/a ',
    '**bold** ',
  ),
  fc.constantFrom('字'.repeat(90), 'word '.repeat(40)),
);
const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
const anyWords: fc.Arbitrary<AdaptWords> = fc.record({
  title: fc.oneof(fc.constant(''), text),
  body: text,
  hashtags: fc.uniqueArray(fc.constantFrom('一', '二', 'three', '很长的话题'.repeat(8)), { maxLength: 4 }),
  link: fc.constantFrom('', 'https://example.com/link'),
  firstComment: fc.constantFrom('', 'comment'),
  thread: fc.constantFrom(null, { numbering: 'slash', place: 'end' } as const),
});

describe('limits', () => {
  it.each(formats)('%s: shortened words are never over them', (format) => {
    const profile = formatProfile(pack, format);
    fc.assert(
      fc.property(anyWords, fc.boolean(), (of, mark) => {
        const { thread, ...content } = adapted({ id: 'shorten', mark }, profile, { ...of, thread: null });
        const composed = composeFields(profile, content, thread);
        for (const field of profile.text.fields) {
          const count = countField(profile, field, composed.fields[field.id] ?? '');
          if (field.role !== 'link' && field.role !== 'other') expect(count.ok).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('are kept by whatever a target needs, and what fits is left alone', () => {
    fc.assert(
      fc.property(anyWords, fc.constantFrom(...formats), (of, format) => {
        const profile = formatProfile(pack, format);
        const fitted = on(format, { id: 'fit' }, of);
        const named = profile.text.fields.filter((field) => field.role === 'title' || field.role === 'body');
        const { thread, ...content } = fitted;
        const { fields, thread: parts } = composeFields(profile, content, thread);
        for (const field of named) {
          const texts = field.role === 'body' && parts ? parts : [fields[field.id] ?? ''];
          for (const each of texts) expect(countField(profile, field, each).ok).toBe(true);
        }
        expect(on(format, { id: 'fit' }, fitted)).toEqual(fitted);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a target needs', () => {
  it('is nothing for what fits', () => {
    const of = words({ body: 'short', hashtags: ['a'] });
    expect(on('x/post', { id: 'fit' }, of)).toBe(of);
  });

  it('is a thread on X and a shorter text where there are none', () => {
    const body = '春天来了。'.repeat(600);
    const onX = on('x/post', { id: 'fit' }, words({ body }));
    expect(onX).toMatchObject({ body, thread: { numbering: 'slash' } });
    expect(fitsAll(formatProfile(pack, 'x/post'), onX)).toBe(true);
    const onWeibo = on('weibo/post', { id: 'fit' }, words({ body }));
    expect(onWeibo.thread).toBeNull();
    expect(onWeibo.body.endsWith('。')).toBe(true);
    expect(canThread(formatProfile(pack, 'weibo/post'))).toBe(false);
  });

  it('moves a link that nobody can click', () => {
    const of = words({ body: 'See https://example.com/a for more', link: 'https://example.com/b' });
    const moved = on('instagram/feed', { id: 'fit' }, of);
    expect(moved.body).toBe('See for more');
    expect(moved.link).toBe('');
    expect(moved.firstComment).toBe('https://example.com/a\nhttps://example.com/b');
  });

  it('takes surplus hashtags from the end', () => {
    const hashtags = Array.from({ length: 40 }, (_, index) => `tag${index}`);
    expect(on('instagram/feed', { id: 'tags-limit' }, words({ hashtags })).hashtags.length).toBeLessThan(40);
  });
});

describe('overrides', () => {
  const post = {
    ...words({ title: 'T', body: 'Text', hashtags: ['a'] }),
    attachments: [],
  } as unknown as Post;
  const target = { overrides: { link: 'https://own.example' } } as Target;

  it('hold what an action changed and nothing else', () => {
    const before = wordsOf(post, target);
    expect(overridesWith(post, target, before)).toEqual({ link: 'https://own.example' });
    expect(
      overridesWith(post, target, { ...before, body: 'New', thread: { numbering: 'none', place: 'end' } }),
    ).toEqual({
      link: 'https://own.example',
      body: 'New',
      document: null,
      thread: { numbering: 'none', place: 'end' },
    });
  });
});
