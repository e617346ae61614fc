import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionOf, matchesIn, replacementFor, type Search } from './search.ts';

const plain: Search = { query: '', matchCase: false, wholeWord: false, regex: false };

function found(text: string, change: Partial<Search>): string[] {
  const expression = expressionOf({ ...plain, ...change });
  return expression ? matchesIn(text, expression).map(({ from, to }) => text.slice(from, to)) : [];
}

describe('finding', () => {
  it('looks for the words as they are, in any case or in this one', () => {
    expect(found('Tea, tea and TEA', { query: 'tea' })).toEqual(['Tea', 'tea', 'TEA']);
    expect(found('Tea, tea and TEA', { query: 'tea', matchCase: true })).toEqual(['tea']);
    expect(found('a.b axb', { query: 'a.b' })).toEqual(['a.b']);
    expect(found('今天的茶，明天的茶', { query: '茶' })).toEqual(['茶', '茶']);
  });

  it('knows whole words, also beside Chinese', () => {
    expect(found('tea teapot 喝tea吧', { query: 'tea', wholeWord: true })).toEqual(['tea', 'tea']);
    expect(found('春茶', { query: '茶', wholeWord: true })).toEqual(['茶']);
  });

  it('takes expressions and nothing from broken ones', () => {
    expect(found('a1 b22', { query: String.raw`\d+`, regex: true })).toEqual(['1', '22']);
    expect(found('abc', { query: '(', regex: true })).toEqual([]);
    expect(found('abc', { query: 'x*', regex: true })).toEqual([]);
  });

  it('finds any words literally', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), (query, around) => {
        const text = `${around}${query}`;
        expect(found(text, { query, matchCase: true }).every((each) => each === query)).toBe(true);
        expect(expressionOf({ ...plain, query })).not.toBeNull();
      }),
    );
  });
});

it('replaces groups in expressions only', () => {
  const text = 'Ann Lee';
  const search = { ...plain, query: String.raw`(\w+) (\w+)`, regex: true };
  const expression = expressionOf(search);
  if (!expression) throw new Error('The expression is good.');
  const all = { from: 0, to: text.length };
  expect(replacementFor(text, all, expression, search, '$2, $1 ($&) $$ $9')).toBe('Lee, Ann (Ann Lee) $ $9');
  expect(replacementFor(text, all, expression, { ...search, regex: false }, '$1')).toBe('$1');
});
