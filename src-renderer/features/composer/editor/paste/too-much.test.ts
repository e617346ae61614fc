import { expect, it } from 'vitest';
import { isTooMuch } from './too-much.ts';

it('takes articles and pictures of any size, not books', () => {
  expect(isTooMuch('<p>words</p>'.repeat(100_000), 'words\n'.repeat(40_000))).toBe(false);
  expect(isTooMuch(`<img src="data:image/png;base64,${'A'.repeat(20_000_000)}">`, '')).toBe(false);
  const icons = `<img src='data:image/png;base64,${'A'.repeat(2000)}'> `.repeat(2000);
  expect(isTooMuch(icons, '')).toBe(false);
  expect(isTooMuch(icons + '<p>words</p>'.repeat(300_000), '')).toBe(true);
  expect(isTooMuch('', '字'.repeat(300_001))).toBe(true);
  expect(isTooMuch('<p>words</p>'.repeat(300_000), '')).toBe(true);
});
