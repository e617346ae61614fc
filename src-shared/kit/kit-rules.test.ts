import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkTags, tagLink, tagWord } from './link-tags.ts';
import { addTags, nextSet, tagsFor } from './rotation.ts';
import type { KitItem } from './schema.ts';

const context = {
  platform: 'x',
  format: 'post',
  account: '@galley',
  campaign: 'Autumn Sale 2026',
  title: '秋日上新',
  date: '2026-12-01',
};

describe('tags of links', () => {
  it('fills a template for a target', () => {
    const template = {
      ...{ source: '{platform}', medium: 'social', campaign: '{campaign}' },
      ...{ term: '', content: '{format} {title}' },
    };
    expect(linkTags(template, context)).toEqual({
      utm_source: 'x',
      utm_medium: 'social',
      utm_campaign: 'autumn-sale-2026',
      utm_content: 'post-秋日上新',
    });
  });

  it('keeps the rest of the address and replaces older tags', () => {
    const link = 'https://shop.example/a%20b?size=M&utm_source=old&utm_id=7#top';
    expect(tagLink(link, { utm_source: 'x', utm_content: '秋' })).toBe(
      'https://shop.example/a%20b?size=M&utm_source=x&utm_content=%E7%A7%8B#top',
    );
    expect(tagLink('not an address', { utm_source: 'x' })).toBe('not an address');
    expect(tagLink('mailto:a@b.example', { utm_source: 'x' })).toBe('mailto:a@b.example');
  });

  it('gives the same address when it is done twice', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.string(),
        (link, word) => {
          const tags = { utm_source: tagWord(word) || 'x' };
          const once = tagLink(link, tags);
          expect(tagLink(once, tags)).toBe(once);
          expect(new URL(once).searchParams.get('utm_source')).toBe(tags.utm_source);
        },
      ),
    );
  });
});

const set = (name: string, uses: number, lastUsedAt: string | null): KitItem<'hashtag-set'> => ({
  ...{ id: name, revision: 1, kind: 'hashtag-set', name, uses, lastUsedAt },
  body: { tags: [name, 'all'], perPlatform: { weibo: [`${name}微博`] }, group: 'g' },
  ...{ createdAt: '', updatedAt: '', trashedAt: null },
});

describe('hashtag sets', () => {
  it('take turns: no set of a group is used twice running', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 30 }), (count, rounds) => {
        const sets = Array.from({ length: count }, (_, index) => set(`s${index}`, 0, null));
        let last: string | null = null;
        for (let round = 0; round < rounds; round += 1) {
          const next = nextSet(sets);
          expect(next?.id).not.toBe(last);
          last = next?.id ?? null;
          const at = sets.findIndex(({ id }) => id === last);
          sets[at] = { ...set(last ?? '', round, new Date(round * 1000).toISOString()) };
        }
        const uses = sets.map(({ lastUsedAt }) => lastUsedAt).filter((at) => at !== null);
        expect(uses).toHaveLength(Math.min(count, rounds));
      }),
    );
    expect(nextSet([])).toBeNull();
  });

  it('have tags of their own for a platform, and add each tag once', () => {
    expect(tagsFor(set('a', 0, null), 'weibo')).toEqual(['a微博']);
    expect(tagsFor(set('a', 0, null), 'x')).toEqual(['a', 'all']);
    expect(addTags(['Autumn', 'new'], ['autumn', 'ＮＥＷ', 'sale'])).toEqual(['Autumn', 'new', 'sale']);
  });
});
