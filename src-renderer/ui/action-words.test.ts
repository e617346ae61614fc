import { expect, it } from 'vitest';
import { keyWord } from './action-words.ts';

it('prints the signs of keys, not their names', () => {
  expect(keyWord('plus')).toBe('+');
  expect(keyWord('=')).toBe('=');
  expect(keyWord('shift+T')).toMatch(/T$/);
});
