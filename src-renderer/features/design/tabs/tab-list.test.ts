import { describe, expect, it } from 'vitest';
import { movedTab, tabBeside, withoutTab, withTab } from './tab-list.ts';

const tabs = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase() }));
const ids = (list: readonly { id: string }[]): string => list.map((tab) => tab.id).join('');

describe('tabs', () => {
  it('opens each design once and follows its name', () => {
    expect(ids(withTab(tabs, 'd', 'D'))).toBe('abcd');
    expect(withTab(tabs, 'b', 'B')).toBe(tabs);
    expect(withTab(tabs, 'b', 'New')[1]).toEqual({ id: 'b', name: 'New' });
  });

  it('shows the right neighbour of a closed tab, or the left one at the end', () => {
    expect(withoutTab(tabs, 'a').neighbour).toBe('b');
    expect(withoutTab(tabs, 'c').neighbour).toBe('b');
    expect(withoutTab([{ id: 'a', name: '' }], 'a')).toEqual({ tabs: [], neighbour: null });
  });

  it('moves tabs and goes around the ends', () => {
    expect(ids(movedTab(tabs, 'a', 2))).toBe('bca');
    expect(ids(movedTab(tabs, 'c', 0))).toBe('cab');
    expect(tabBeside(tabs, 'c', 1)).toBe('a');
    expect(tabBeside(tabs, 'a', -1)).toBe('c');
  });
});
