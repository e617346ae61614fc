import { expect, it } from 'vitest';
import { type Choice, matching } from './choice.ts';

const choices: Choice[] = [
  { id: 'heading', label: '标题 1', group: 'blocks', search: 'heading title biaoti' },
  { id: 'table', label: '表格', group: 'insert', search: 'table grid' },
  { id: 'stable', label: 'A stable thing', group: 'insert' },
  { id: 'greeting', label: 'Greeting', group: 'snippets', search: 'snippet hi' },
];
const found = (query: string): string[] => matching(choices, query).map(({ id }) => id);

it('finds by label, key word, initials of pinyin and full pinyin', () => {
  expect(found('')).toEqual(['heading', 'table', 'stable', 'greeting']);
  expect(found('表')).toEqual(['table']);
  expect(found('bg')).toEqual(['table']);
  expect(found('biaot')).toEqual(['heading']);
  expect(found('TABLE')).toEqual(['table', 'stable']);
  expect(found('hi')).toEqual(['greeting', 'stable']);
  expect(found('zzz')).toEqual([]);
});
