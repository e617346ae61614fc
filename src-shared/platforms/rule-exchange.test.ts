import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRuleFile as readPlatformFile, readShippedPack } from '../../resources/platforms/read-pack.ts';
import { GalleyError } from '../contract/failure.ts';
import { factsOfFormat, isDisputed, otherWays } from './fact-list.ts';
import { factAt } from './own-rules.ts';
import { compareRules, type KeptRules, readRuleFile, writeRuleFile } from './rule-exchange.ts';
import type { RuleChange } from './rule-pack.ts';

const shipped = readShippedPack();
const account = { id: 'acc-1', name: 'Main', platform: 'weibo', handle: '@main' };
const own = { ...(readPlatformFile('x') as object), id: 'own-x' };

/** Every number of the pack, to be changed at will. */
const places = shipped.platforms.flatMap((platform) =>
  platform.formats.flatMap((format) =>
    factsOfFormat(format).flatMap(({ path, fact }) =>
      typeof fact.value === 'number' ? [{ platform: platform.id, format: format.id, path }] : [],
    ),
  ),
);

const someChange = fc
  .record({
    place: fc.constantFrom(...places),
    value: fc.nat(),
    note: fc.string({ maxLength: 40 }),
    accountId: fc.constantFrom(null, account.id),
  })
  .map(({ place, ...rest }): RuleChange => ({ ...place, ...rest }));

function keep(changes: readonly RuleChange[], platforms: readonly unknown[] = []): KeptRules {
  return {
    shipped,
    platforms: platforms.map((platform, index) => ({ id: `p${index}`, platform })),
    changes: changes.map((change, index) => ({ id: `c${index}`, change })),
    accounts: [account],
  };
}

describe('a file of rules', () => {
  it('read again holds what was written, and nothing in it is new here', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(someChange, {
          selector: (each) => `${each.platform}/${each.format}/${each.path.join('/')}@${each.accountId}`,
          maxLength: 12,
        }),
        fc.boolean(),
        (changes, withPlatform) => {
          const platforms = withPlatform ? [own] : [];
          const rules = { name: 'Spring', platforms, changes, accounts: [account] };
          const text = writeRuleFile(rules);
          const file = readRuleFile(text);
          expect(compareRules(file, keep(changes, platforms)).every(({ state }) => state === 'same')).toBe(
            true,
          );
          const empty = compareRules(file, keep([]));
          expect(empty.every(({ state }) => state === 'new')).toBe(true);
          const taken = empty.map(({ entry }) => entry);
          const again = writeRuleFile({
            name: 'Spring',
            platforms: taken.flatMap((entry) => (entry.kind === 'platform' ? [entry.platform] : [])),
            changes: taken.flatMap((entry) => (entry.kind === 'change' ? [entry.change] : [])),
            accounts: [account],
          });
          expect(JSON.parse(again)).toEqual(JSON.parse(text));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('finds the account of another workspace by platform and handle, and says where there is none', () => {
    const change = { ...places[0], value: 3, note: '', accountId: 'acc-1' } as RuleChange;
    const text = writeRuleFile({ name: '', platforms: [], changes: [change], accounts: [account] });
    const there = { ...keep([]), accounts: [{ ...account, id: 'other' }] };
    const [found] = compareRules(readRuleFile(text), there);
    expect(found).toMatchObject({ state: 'new', entry: { change: { accountId: 'other' } } });
    const [missing] = compareRules(readRuleFile(text), { ...there, accounts: [] });
    expect(missing).toMatchObject({ state: 'no-account', replaces: null });
  });

  it('names what differs, what is gone, what does not fit and what is taken', () => {
    const place = { platform: 'weibo', format: 'post', path: ['text', 'fields', 'body', 'max'] };
    const change = { ...place, value: 3, note: '', account: null };
    const file = {
      galley: 'rules',
      version: 1,
      name: '',
      platforms: [own, readPlatformFile('weibo'), { id: 7 }],
      changes: [
        change,
        { ...change, path: ['text', 'gone'] },
        { ...change, value: 'x' },
        { ...change, platform: 'own-x', path: ['text', 'fields', 'text', 'max'] },
      ],
    };
    const mine: RuleChange = { ...place, value: 4, note: '', accountId: null };
    const rows = compareRules(readRuleFile(JSON.stringify(file)), keep([mine]));
    expect(rows.map(({ state }) => state)).toEqual([
      'new',
      'taken',
      'broken',
      'differs',
      'stale',
      'mismatch',
      'new',
    ]);
    expect(rows[3]?.replaces).toBe('c0');
  });

  const deep = `{"galley":"rules","version":1,"name":"","changes":[],"platforms":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}`;
  it.each([
    ['nothing', ''],
    ['words', 'hello'],
    ['a number', '7'],
    ['another document', '{"kind":"design","version":1,"body":{}}'],
    ['rules without parts', '{"galley":"rules","version":1}'],
    ['a newer version', '{"galley":"rules","version":2,"name":"","platforms":[],"changes":[]}'],
    ['a path of numbers', '{"galley":"rules","version":1,"name":"","platforms":[],"changes":[{"path":[1]}]}'],
    ['a very deep file', deep],
    ['a very long file', ' '.repeat(4_000_001)],
  ])('is refused with a sentence: %s', (_name, text) => {
    try {
      readRuleFile(text);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(GalleyError);
      expect((error as GalleyError).code).toBe('unreadable-file');
      expect((error as GalleyError).sentence.zh).toMatch(/。$/);
    }
  });

  it('of any JSON is read or refused, and compared without a crash', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 4 }), fc.jsonValue(), (platforms, changes) => {
        const text = JSON.stringify({ galley: 'rules', version: 1, name: '', platforms, changes });
        try {
          compareRules(readRuleFile(text), keep([]));
        } catch (error) {
          expect(error).toBeInstanceOf(GalleyError);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the list of facts', () => {
  it('reaches every fact of the pack, with paths that lead back to it', () => {
    let facts = 0;
    for (const platform of shipped.platforms) {
      for (const format of platform.formats) {
        const all = factsOfFormat(format);
        expect(new Set(all.map(({ path }) => path.join('/'))).size).toBe(all.length);
        for (const placed of all) {
          facts += 1 + placed.alternatives.length;
          expect(factAt(format, placed.path)).toBe(placed.fact);
          otherWays(placed, all);
        }
      }
    }
    expect(facts).toBe(651);
  });

  it('knows what sources disagree about', () => {
    const format = shipped.platforms.find(({ id }) => id === 'wechat-article')?.formats[0];
    const disputed = format ? factsOfFormat(format).filter(isDisputed) : [];
    expect(disputed.map(({ path }) => path.join('/'))).toContain('text/fields/title/max');
  });
});
