import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAt } from '#shared/platforms/compose.ts';
import { fakeRulePack } from '#renderer/bridge/fake-rule-pack.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import { endOfLines, mostPieces, piecesOf, shownAddress, shownText, withoutLastLink } from './shown-text.ts';

const pack = await fakeRulePack();

describe('what shows of a text', () => {
  it('ends exactly at the fold that the profile states', () => {
    const profile = formatProfile(pack, 'instagram/feed');
    const text = '字'.repeat(126);
    expect(shownText(profile, text, false)).toEqual({ text: '字'.repeat(125), folded: true });
    expect(shownText(profile, text.slice(1), false).folded).toBe(false);
    expect(shownText(profile, text, true)).toEqual({ text, folded: false });
  });

  it('is never longer than the fold of any format', () => {
    const names = ['facebook/feed', 'instagram/reel', 'linkedin/post', 'tiktok/video', 'threads/post'];
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.string({ unit: 'grapheme', maxLength: 700 }),
        (name, text) => {
          const profile = formatProfile(pack, name);
          const at = foldAt(profile, text);
          const shown = shownText(profile, text, false);
          expect(shown.folded).toBe(at !== null);
          expect(text.startsWith(shown.text)).toBe(true);
          if (at !== null) expect(shown.text.length).toBeLessThanOrEqual(at);
        },
      ),
    );
  });

  it('is cut by lines where no fold is stated', () => {
    const profile = formatProfile(pack, 'mastodon/post');
    const lines = { count: 2, ems: 20 };
    expect(shownText(profile, 'a'.repeat(5_000), false, lines).text.length).toBeLessThan(90);
    expect(shownText(profile, '字'.repeat(41), false, lines).folded).toBe(true);
    expect(shownText(profile, '字'.repeat(40), false, lines).folded).toBe(false);
    expect(shownText(profile, '1\n2\n3', false, lines)).toEqual({ text: '1\n2', folded: true });
    expect(shownText(profile, '1\n2', false, lines).folded).toBe(false);
  });

  it('follows the stated fold, not the lines, where there is one', () => {
    const profile = formatProfile(pack, 'tiktok/video');
    expect(shownText(profile, '字'.repeat(101), false, { count: 1, ems: 10 }).text).toHaveLength(100);
  });
});

it('keeps characters whole where lines end', () => {
  const family = '👩‍👩‍👧‍👦';
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 12 }), (lines, shift) => {
      const text = 'a'.repeat(shift) + family.repeat(80);
      const at = endOfLines(text, lines, 12) ?? 0;
      expect(at).toBeGreaterThan(0);
      expect(Math.max(0, at - shift) % family.length).toBe(0);
    }),
  );
});

it('colours a bounded number of pieces and loses no character', () => {
  const text = '#one @two https://three.example/x '.repeat(400);
  const pieces = piecesOf(text, '#tag');
  expect(pieces.length).toBeLessThanOrEqual(mostPieces + 1);
  expect(pieces.map((piece) => piece.text).join('')).toBe(text);
});

describe('links', () => {
  it('are shortened as the platform prints them', () => {
    const long = 'https://www.example.com/a/very/long/path/to/somewhere';
    expect(shownAddress('x', long)).toBe('example.com/a/very/long/pat…');
    expect(shownAddress('linkedin', long)).toBe(long);
    expect(shownAddress('x', 'https://example.com/')).toBe('example.com');
  });

  it('give way to their card at the end only', () => {
    expect(withoutLastLink('read\n\nhttps://a.io/x', 'https://a.io/x')).toBe('read');
    expect(withoutLastLink('https://a.io/x read', 'https://a.io/x')).toBe('https://a.io/x read');
    expect(withoutLastLink('read ', '')).toBe('read ');
  });
});
