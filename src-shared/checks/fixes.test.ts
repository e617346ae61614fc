import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShippedPack } from '../../resources/platforms/read-pack.ts';
import { readShippedLists } from '../../resources/word-lists/read-lists.ts';
import { contentOf } from '../domain/content-of.ts';
import { blankPost, blankTarget } from '../domain/blank-post.ts';
import type { Post } from '../domain/post.ts';
import { checkWords } from '../platforms/check.ts';
import type { Finding } from '../platforms/finding.ts';
import { formatProfile } from '../platforms/profile.ts';
import { checkContent } from './content.ts';
import { contentContext } from './context.ts';
import { applyFix, isMendable, replaced } from './fixes.ts';

const pack = readShippedPack();
const context = contentContext(readShippedLists());

function postOf(format: string, change: Partial<Post>): Post {
  return {
    ...blankPost('post', ''),
    document: {},
    sources: 'noted',
    status: 'draft',
    targets: [blankTarget('target', format)],
    ...change,
  };
}

function findingsOf(post: Post): Finding[] {
  const [target] = post.targets;
  if (!target) return [];
  const profile = formatProfile(pack, target.format);
  const content = contentOf(post, target);
  const marks = { disclosure: post.disclosure, sources: post.sources, day: '2026-03-01' };
  return [
    ...checkWords(profile, pack, content, true),
    ...checkContent(context, { profile, content, ...marks }),
  ];
}

/** The post after the repair of its first finding of that code; the others stay. */
function mended(format: string, change: Partial<Post>, code: string): Post {
  const post = postOf(format, change);
  const finding = findingsOf(post).find((each) => each.code === code);
  const [target] = post.targets;
  if (!finding || !target) throw new Error(`${code} is not found`);
  const profile = formatProfile(pack, format);
  const fix = applyFix({ post, target, profile, finding }, 20);
  if (!fix) throw new Error(`${code} has no repair`);
  const targets = [{ ...target, overrides: fix.overrides ?? target.overrides }];
  return { ...post, ...fix.base, targets };
}

const own = (post: Post) => post.targets[0]?.overrides ?? {};

describe('applyFix', () => {
  it('replaces and removes words where the target has them from', () => {
    const post = mended('weibo/post', { body: '**最佳**的茶，最近很好' }, 'absolute-claim');
    expect(post).toMatchObject({ body: '**优选**的茶，最近很好', document: null });
    expect(own(post)).toEqual({});
    expect(mended('weibo/post', { hashtags: ['极致茶'] }, 'absolute-claim').hashtags).toEqual(['细致茶']);
    expect(mended('weibo/post', { body: 'a 顶峰 b' }, 'absolute-claim').body).toBe('a b');
  });

  it('changes the target’s own words only there', () => {
    const target = { ...blankTarget('target', 'weibo/post'), overrides: { body: '极致' } };
    const post = mended('weibo/post', { body: '极致', targets: [target] }, 'absolute-claim');
    expect(post.body).toBe('极致');
    expect(own(post)).toMatchObject({ body: '细致', document: null });
  });

  it('takes the place that is meant, not the first like it', () => {
    const post = postOf('weibo/post', { body: '极致一，极致二' });
    const second = findingsOf(post).filter(({ code }) => code === 'absolute-claim')[1];
    const [target] = post.targets;
    if (!second || !target) throw new Error('two hits expected');
    const fix = applyFix({ post, target, profile: formatProfile(pack, 'weibo/post'), finding: second });
    expect(fix?.base?.body).toBe('极致一，细致二');
  });

  it('shortens for one platform at a sentence and leaves the base alone', () => {
    const body = `First sentence. ${'word '.repeat(60)}`;
    const post = mended('x/post', { body }, 'text-too-long');
    expect(post.body).toBe(body);
    expect(findingsOf(post).map(({ code }) => code)).not.toContain('text-too-long');
    expect(own(post).body?.length).toBeGreaterThan(200);
  });

  it('drops surplus tags, cleans tags, hides numbers, mends links', () => {
    const tags = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(own(mended('instagram/feed', { hashtags: tags }, 'hashtags-too-many')).hashtags).toEqual(
      tags.slice(0, 5),
    );
    expect(mended('x/post', { hashtags: ['green tea', '#茶！'] }, 'hashtag-invalid').hashtags).toEqual([
      'greentea',
      '茶',
    ]);
    expect(mended('x/post', { body: 'call 13800138000 now' }, 'personal-phone').body).toBe(
      'call ●●●●●●●●●●● now',
    );
    expect(mended('x/post', { link: 'http://galley.app' }, 'link-not-https').link).toBe('https://galley.app');
    expect(mended('x/post', { body: 'see www.galley.app/a' }, 'link-malformed').body).toBe(
      'see https://www.galley.app/a',
    );
    expect(mended('x/post', { body: 'at http://localhost:80/ here' }, 'link-private').body).toBe('at here');
    expect(own(mended('instagram/feed', { link: 'https://galley.app' }, 'link-not-clickable')).link).toBe('');
  });

  it('adds labels and marks', () => {
    const marks = { advertising: true, synthetic: false };
    expect(mended('weibo/post', { body: '新茶', disclosure: marks }, 'disclosure-advertising').body).toBe(
      '广告｜新茶',
    );
    expect(mended('x/post', { body: 'New tea', disclosure: marks }, 'disclosure-advertising').body).toBe(
      '#ad New tea',
    );
    expect(mended('x/post', { body: 'Gifted by them' }, 'disclosure-mark').disclosure.advertising).toBe(true);
  });

  it('keeps to the limit of mentions', () => {
    const body = Array.from({ length: 23 }, (_, at) => `@n${at}`).join(' ');
    const post = mended('instagram/feed', { body }, 'mentions-too-many');
    expect(findingsOf(post).map(({ code }) => code)).not.toContain('mentions-too-many');
  });

  it('ends: repairs of any text, one after another, leave nothing that can be repaired', () => {
    const piece = fc.constantFrom(
      '极致',
      '最佳',
      'http://a.net',
      '13800138000',
      '根治',
      '保本',
      'x',
      ' ',
      '，',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        let post = postOf('weibo/post', { body: pieces.join('') });
        for (let round = 0; round < 60; round += 1) {
          const finding = findingsOf(post).find(isMendable);
          const [target] = post.targets;
          if (!finding || !target) return;
          const fix = applyFix({ post, target, profile: formatProfile(pack, 'weibo/post'), finding });
          expect(fix).not.toBeNull();
          post = { ...post, ...fix?.base, targets: [{ ...target, overrides: fix?.overrides ?? {} }] };
        }
        expect(findingsOf(post).filter(isMendable)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('takes one space with a word that goes', () => {
    expect(replaced('a b c', 2, 'b', '')).toBe('a c');
    expect(replaced('ab', 1, 'b', '')).toBe('a');
    expect(replaced('a **b** c', 4, 'b', '')).toBe('a c');
    expect(replaced('<u>*b*</u> c', 4, 'b', '')).toBe('c');
    expect(replaced('**b c**', 2, 'b', '')).toBe('** c**');
  });
});
