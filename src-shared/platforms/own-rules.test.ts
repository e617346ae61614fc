import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRuleFile, readShippedPack } from '../../resources/platforms/read-pack.ts';
import { addableFacts } from './addable-facts.ts';
import { checkTarget } from './check.ts';
import { accountPack, applyOwnRules, factAt, packFor } from './own-rules.ts';
import { formatProfile } from './profile.ts';
import { isFact, type RuleChange, type RulePack } from './rule-pack.ts';

const shipped = readShippedPack();
const nothing = { platforms: [], changes: [] };

function change(part: Partial<RuleChange> = {}): RuleChange {
  return {
    platform: 'weibo',
    format: 'post',
    path: ['text', 'fields', 'body', 'max'],
    value: 100,
    note: 'agreed with the client',
    accountId: null,
    ...part,
  };
}

function bodyLimit(pack: RulePack) {
  return formatProfile(pack, 'weibo/post').text.fields[0]?.max;
}

const shop = {
  id: 'shop',
  name: { en: 'Our shop', zh: '自家商城' },
  badge: { letters: 'SH', hue: '#336699' },
  galley: { publish: 'https://shop.example/new' },
  formats: [
    {
      id: 'news',
      name: { en: 'News', zh: '新闻' },
      galley: { kind: 'text' },
      text: {
        fields: [{ id: 'body', max: { value: 50, unit: 'grapheme', source: 'own', confidence: 'user' } }],
      },
    },
  ],
};

describe('own rules', () => {
  it('leave the very same pack where there are none', () => {
    expect(applyOwnRules(shipped, nothing, null)).toBe(shipped);
    expect(applyOwnRules(shipped, nothing, 'someone')).toBe(shipped);
    expect(accountPack(shipped, [], 'someone')).toBe(shipped);
    expect(packFor(shipped, 'someone')).toBe(shipped);
  });

  it('change a fact, keep the shipped one as an alternative, and touch nothing else', () => {
    const pack = applyOwnRules(shipped, { ...nothing, changes: [change()] }, null);
    expect(bodyLimit(pack)).toMatchObject({ value: 100, confidence: 'user', source: 'own' });
    const format = pack.platforms.find(({ id }) => id === 'weibo')?.formats[0];
    expect(format && factAt(format, change().path)).toMatchObject({
      unit: 'weibo-zi',
      note: 'agreed with the client',
      alternatives: [{ value: 2000, source: 'REG', confidence: 'tool-code' }],
    });
    expect(bodyLimit(shipped)?.value).toBe(2000);
    for (const platform of shipped.platforms) {
      if (platform.id !== 'weibo') expect(pack.platforms).toContain(platform);
    }
  });

  it('block like what the platform states', () => {
    const pack = applyOwnRules(shipped, { ...nothing, changes: [change()] }, null);
    const content = { title: '', body: '字'.repeat(101), hashtags: [], link: '', firstComment: '' };
    const found = checkTarget(formatProfile(pack, 'weibo/post'), pack, { content, media: [] });
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'text-too-long',
        severity: 'error',
        confidence: 'user',
        source: 'own',
      }),
    );
    const before = checkTarget(formatProfile(shipped, 'weibo/post'), shipped, { content, media: [] });
    expect(before.some(({ code }) => code === 'text-too-long')).toBe(false);
  });

  it('set by the user go before the app’s own limit, are never soft and never mere advice', () => {
    const changes = shipped.platforms.flatMap((platform) =>
      platform.formats.flatMap((format) =>
        format.text.fields.flatMap((field) =>
          isFact(field['max']) && typeof field['max'].value === 'number'
            ? [
                change({
                  platform: platform.id,
                  format: format.id,
                  path: ['text', 'fields', field.id, 'max'],
                  value: 7,
                  note: 'recommended by us',
                }),
              ]
            : [],
        ),
      ),
    );
    expect(changes.length).toBeGreaterThan(30);
    const pack = applyOwnRules(shipped, { ...nothing, changes }, null);
    for (const each of changes) {
      const profile = formatProfile(pack, `${each.platform}/${each.format}`);
      const max = profile.text.fields.find(({ id }) => id === each.path[2])?.max;
      expect(max).toEqual({ value: 7, confidence: 'user', source: 'own', note: 'recommended by us' });
    }
  });

  it('add a limit that the pack does not state, without anything that stood there before', () => {
    const path = ['text', 'max_links'];
    const format = (pack: RulePack) => pack.platforms.find(({ id }) => id === 'weibo')?.formats[0];
    const before = format(shipped);
    expect(before && addableFacts(before).map((each) => each.path)).toContainEqual(path);
    const pack = applyOwnRules(shipped, { ...nothing, changes: [change({ path, value: 1 })] }, null);
    expect(pack.own?.leftOut).toEqual([]);
    const after = format(pack);
    expect(after && factAt(after, path)).toEqual({
      value: 1,
      confidence: 'user',
      source: 'own',
      note: 'agreed with the client',
    });
    expect(after && addableFacts(after).map((each) => each.path)).not.toContainEqual(path);
    expect(formatProfile(pack, 'weibo/post').text.maxLinks).toMatchObject({ value: 1, confidence: 'user' });
    const mine = applyOwnRules(
      shipped,
      { ...nothing, changes: [change({ path, value: 1, accountId: 'a' })] },
      null,
    );
    expect(formatProfile(mine, 'weibo/post').text.maxLinks).toBeNull();
    expect(formatProfile(packFor(mine, 'a'), 'weibo/post').text.maxLinks?.value).toBe(1);
  });

  it('add whatever a format can be given, each of its kind', () => {
    for (const platform of shipped.platforms) {
      for (const format of platform.formats) {
        const changes = addableFacts(format).map(({ path, fact }) =>
          change({ platform: platform.id, format: format.id, path, value: fact.value }),
        );
        const pack = applyOwnRules(shipped, { ...nothing, changes }, null);
        expect(pack.own?.leftOut).toEqual([]);
        const given = pack.platforms
          .find(({ id }) => id === platform.id)
          ?.formats.find(({ id }) => id === format.id);
        for (const { path, value } of changes) expect(given && factAt(given, path)?.value).toEqual(value);
        expect(given && addableFacts(given)).toEqual([]);
        expect(() => formatProfile(pack, `${platform.id}/${format.id}`)).not.toThrow();
      }
    }
  });

  it('of an account hold for that account alone, over those of the workspace', () => {
    const changes = [change(), change({ value: 30, accountId: 'a' })];
    const pack = applyOwnRules(shipped, { ...nothing, changes }, null);
    expect(bodyLimit(pack)?.value).toBe(100);
    expect(bodyLimit(packFor(pack, 'a'))?.value).toBe(30);
    expect(bodyLimit(packFor(pack, 'b'))?.value).toBe(100);
    expect(packFor(pack, null)).toBe(pack);
    expect(packFor(pack, 'a')).toBe(packFor(pack, 'a'));
    expect(bodyLimit(applyOwnRules(shipped, { ...nothing, changes }, 'a'))?.value).toBe(30);
    expect(bodyLimit(accountPack(shipped, [change({ value: 30, accountId: 'a' })], 'a'))?.value).toBe(30);
  });

  it('name sizes by their name', () => {
    const path = ['image', 'sizes', 'square'];
    const pack = applyOwnRules(shipped, { ...nothing, changes: [change({ path, value: [500, 500] })] }, null);
    expect(formatProfile(pack, 'weibo/post/square').image?.primary).toMatchObject({
      value: { width: 500, height: 500 },
      confidence: 'user',
    });
  });

  it.each([
    ['a platform that is gone', { platform: 'gone' }, 'stale'],
    ['a format that is gone', { format: 'gone' }, 'stale'],
    ['a fact that is gone', { path: ['text', 'fields', 'body', 'gone'] }, 'stale'],
    ['a part that is none', { path: ['galley', 'kind'] }, 'stale'],
    ['a step into the prototype', { path: ['text', '__proto__', 'constructor'] }, 'stale'],
    ['words for a number', { value: 'many' }, 'mismatch'],
    ['a negative limit', { value: -1 }, 'mismatch'],
    ['a list for a size', { path: ['image', 'sizes', 'square'], value: [1, 2, 3] }, 'mismatch'],
  ])('keep %s and name it', (_name, part, reason) => {
    const pack = applyOwnRules(shipped, { ...nothing, changes: [change(part)] }, null);
    expect(pack.own?.leftOut).toMatchObject([{ kind: 'change', reason }]);
    expect(bodyLimit(pack)?.value).toBe(2000);
  });

  it('never crash over whatever a change says', () => {
    const steps = fc.constantFrom(
      'text',
      'image',
      'fields',
      'body',
      'max',
      'sizes',
      'square',
      '0',
      '__proto__',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(steps, fc.string()), { minLength: 1, maxLength: 8 }),
        fc.jsonValue(),
        fc.constantFrom('weibo', 'x', 'nowhere'),
        (path, value, platform) => {
          const made = change({ path, value: value as RuleChange['value'], platform });
          const pack = applyOwnRules(shipped, { ...nothing, changes: [made] }, null);
          for (const each of pack.platforms) {
            for (const format of each.formats) formatProfile(pack, `${each.id}/${format.id}`);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('add platforms of one’s own behind the shipped ones', () => {
    const pack = applyOwnRules(shipped, { ...nothing, platforms: [shop] }, null);
    expect(pack.platforms.at(-1)?.id).toBe('shop');
    expect(pack.own?.platforms).toEqual(['shop']);
    const profile = formatProfile(pack, 'shop/news');
    expect(profile.publishPage).toBe('https://shop.example/new');
    expect(profile.text.fields[0]?.max).toMatchObject({ value: 50, confidence: 'user' });
  });

  it('leave broken platforms and taken ids out, and say so', () => {
    const platforms = [{ ...shop, id: 'weibo' }, { id: 'bad', formats: [] }, null, shop, shop];
    const pack = applyOwnRules(shipped, { ...nothing, platforms }, null);
    expect(pack.platforms).toHaveLength(21);
    expect(pack.own?.leftOut.map(({ name, reason }) => `${name} ${reason}`)).toEqual([
      'weibo taken',
      'bad broken',
      '? broken',
      'shop taken',
    ]);
  });

  it('keep platforms in the trash known to posts', () => {
    const pack = applyOwnRules(shipped, { ...nothing, retired: [shop] }, null);
    expect(pack.platforms.at(-1)).toMatchObject({ id: 'shop', retired: true });
    expect(pack.own?.platforms).toEqual([]);
    const both = applyOwnRules(shipped, { ...nothing, platforms: [shop], retired: [shop] }, null);
    expect(both.platforms.filter(({ id }) => id === 'shop')).toHaveLength(1);
  });
});

it('every platform has a page to publish at, except the one that lives in a phone alone', () => {
  const without = shipped.platforms.filter((platform) =>
    platform.formats.some(
      (format) => formatProfile(shipped, `${platform.id}/${format.id}`).publishPage === null,
    ),
  );
  expect(without.map(({ id }) => id)).toEqual(['wechat-moments']);
});

it('refuses pages that are not https', () => {
  const raw = readRuleFile('x') as object;
  const pack = applyOwnRules(
    shipped,
    { ...nothing, platforms: [{ ...raw, id: 'own-x', galley: { publish: 'javascript:alert(1)' } }] },
    null,
  );
  expect(pack.own?.leftOut).toMatchObject([{ name: 'own-x', reason: 'broken' }]);
});
