import { expect, it } from 'vitest';
import { blankPost } from '../domain/blank-post.ts';
import { contentHash } from './content-hash.ts';
import { paintedPart, playedPart, sameShown, shownState, tokensNamed } from './shown-state.ts';

const post = {
  ...blankPost('01970000-0000-7000-8000-000000000001', '2026-11-22T00:00:00.000Z'),
  body: 'Menu',
};
const other = { ...post, body: 'Menus' };

it('a state of the older kind speaks of the words alone, and stays good until they change', () => {
  const old = contentHash(post);
  for (const looks of [{}, { 'design 1': 'a' }]) {
    expect(sameShown(old, shownState(post, looks))).toBe(true);
    expect(sameShown(old, shownState(other, looks))).toBe(false);
  }
  expect(sameShown('', shownState(post, {}))).toBe(false);
});

it('a state sees the words and the looks', () => {
  const looked = shownState(post, { 'design 1': 'a', 'clip 2': 'b' });
  expect(looked).toMatch(/^[0-9a-f]{28}-[0-9a-f]{28}$/);
  expect(sameShown(looked, shownState(post, { 'clip 2': 'b', 'design 1': 'a' }))).toBe(true);
  expect(sameShown(looked, shownState(post, { 'design 1': 'a', 'clip 2': 'c' }))).toBe(false);
  expect(sameShown(looked, shownState(post, { 'design 1': 'a' }))).toBe(false);
  expect(sameShown(looked, shownState(other, { 'design 1': 'a', 'clip 2': 'b' }))).toBe(false);
});

it('what only helps the work on a design or clip is left out', () => {
  const body = {
    width: 10,
    guides: [1],
    grid: 8,
    pages: { p: { id: 'p', name: 'Front', background: 'x' } },
    nodes: { n: { id: 'n', name: 'Logo', locked: true, x: 4 } },
    variants: { v: { id: 'v', reviewed: 'mark', overrides: {} } },
  };
  expect(paintedPart({ kind: 'design', version: 3, body })).toEqual({
    width: 10,
    pages: { p: { id: 'p', background: 'x' } },
    nodes: { n: { id: 'n', x: 4 } },
    variants: { v: { id: 'v', overrides: {} } },
  });
  expect(playedPart({ body: { segments: [1], markers: [2], story: null } })).toEqual({ segments: [1] });
  expect(paintedPart('damaged')).toBe('damaged');
  expect(playedPart(null)).toBeNull();
  expect(tokensNamed({ a: 'token:ink', b: ['token:body', 'token:ink'], c: 'not token:paper' })).toEqual([
    'body',
    'ink',
  ]);
});
