import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PostStatus, postStatuses } from '../domain/post.ts';
import {
  countValues,
  type Filterable,
  filterEntries,
  filterLists,
  isFiltering,
  noFilter,
  type PlanFilter,
  readFilter,
  readFilterText,
  sameFilter,
  valuesOfEntry,
} from './filter.ts';

const entry = (over: Partial<Filterable>): Filterable => ({
  title: '',
  excerpt: '',
  status: 'draft',
  formats: [],
  campaign: '',
  pillar: '',
  owner: '',
  labels: [],
  accountIds: [],
  ...over,
});

const some = (...values: string[]): fc.Arbitrary<string[]> => fc.subarray(values);
const anyEntry: fc.Arbitrary<Filterable> = fc.record({
  title: fc.constantFrom('Spring Launch', '新品上架', ''),
  excerpt: fc.constantFrom('A slow pour', ''),
  status: fc.constantFrom<PostStatus>(...postStatuses),
  formats: some('x/post', 'x/thread', 'weibo/post'),
  campaign: fc.constantFrom('', 'Summer'),
  pillar: fc.constantFrom('', 'People'),
  owner: fc.constantFrom('', 'Lin'),
  labels: some('a', 'b'),
  accountIds: some('1', '2'),
});
const anyFilter: fc.Arbitrary<PlanFilter> = fc.record({
  text: fc.constantFrom('', 'spring', '新品', 'POUR slow', ' '),
  statuses: fc.subarray([...postStatuses]),
  platforms: some('x', 'weibo'),
  accountIds: some('', '1'),
  campaigns: some('', 'Summer'),
  pillars: some('People'),
  labels: some('', 'a'),
  owners: some('Lin', ''),
});

describe('filterEntries', () => {
  it('finds words in any order and case, in everything that was written about it', () => {
    const found = entry({ title: 'Spring Launch', campaign: 'Sommer', labels: ['Überblick'] });
    const filter = { ...noFilter, text: '  über LAUNCH sommer ' };
    expect(filterEntries([found, entry({ title: 'Launch' })], filter)).toEqual([found]);
  });

  it('shows those without a value for the empty one', () => {
    const without = entry({ title: 'a' });
    const lists = [entry({ owner: 'Lin' }), without];
    expect(filterEntries(lists, { ...noFilter, owners: [''] })).toEqual([without]);
    expect(filterEntries(lists, { ...noFilter, owners: ['', 'Lin'] })).toEqual(lists);
  });

  it('does not take one platform for another that begins alike', () => {
    expect(
      filterEntries([entry({ formats: ['xiaohongshu/image'] })], { ...noFilter, platforms: ['x'] }),
    ).toEqual([]);
  });

  it('answers the very same list when there is no filter', () => {
    const all = [entry({})];
    expect(filterEntries(all, { ...noFilter, text: '  ' })).toBe(all);
  });

  it('keeps order, agrees with every part alone, and is not changed by asking again', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), anyFilter, (all, filter) => {
        const shown = filterEntries(all, filter);
        expect(filterEntries(shown, filter)).toEqual(shown);
        const parts = [
          { ...noFilter, text: filter.text },
          ...filterLists.map((list) => ({ ...noFilter, [list]: filter[list] })),
        ].map((part) => new Set(filterEntries(all, part)));
        expect(shown).toEqual(all.filter((each) => parts.every((part) => part.has(each))));
      }),
    );
  });
});

describe('countValues', () => {
  it('counts what choosing that value alone would show', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), anyFilter, fc.constantFrom(...filterLists), (all, filter, list) => {
        for (const [value, count] of countValues(all, filter, list))
          expect(filterEntries(all, { ...filter, [list]: [value] })).toHaveLength(count);
      }),
    );
  });

  it('knows a value for each entry except of platforms, of which there may be none', () => {
    for (const list of filterLists)
      expect(valuesOfEntry(entry({}), list)).toHaveLength(list === 'platforms' ? 0 : 1);
  });
});

describe('what was stored', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(readFilterText(JSON.stringify(filter))).toEqual(filter);
        expect(sameFilter(filter, readFilter({ ...filter, campaigns: filter.campaigns.toReversed() }))).toBe(
          true,
        );
      }),
    );
  });

  it('is read as far as it makes sense', () => {
    expect(readFilterText(undefined)).toEqual(noFilter);
    expect(readFilterText('{')).toEqual(noFilter);
    expect(readFilter(null)).toEqual(noFilter);
    expect(readFilter({ statuses: ['draft', 'gone'], platforms: 'x', labels: ['a', 1, 'a'] })).toEqual({
      ...noFilter,
      statuses: ['draft'],
      labels: ['a'],
    });
    expect(isFiltering(readFilter([]))).toBe(false);
  });

  it('differs when anything differs', () => {
    expect(sameFilter(noFilter, { ...noFilter, owners: [''] })).toBe(false);
    expect(sameFilter(noFilter, { ...noFilter, text: ' ' })).toBe(true);
  });
});
