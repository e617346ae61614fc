import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mentionBeingWritten, mentionParts, mentionsIn } from './mentions.ts';

const members = [
  { id: 'a', name: 'Ann' },
  { id: 'b', name: 'Ann Lee' },
  { id: 'c', name: '小林' },
];

it('takes the longest name, in any script', () => {
  expect(mentionParts('@Ann Lee and @Ann, 请@小林看', members)).toEqual([
    { text: '@Ann Lee', memberId: 'b' },
    { text: ' and ', memberId: null },
    { text: '@Ann', memberId: 'a' },
    { text: ', 请', memberId: null },
    { text: '@小林', memberId: 'c' },
    { text: '看', memberId: null },
  ]);
  expect(mentionsIn('@Ann @Ann @nobody', members)).toEqual(['a']);
});

it('loses no letter', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('@', 'Ann', ' Lee', '小林', 'x', '\n')), (pieces) => {
      const text = pieces.join('');
      expect(
        mentionParts(text, members)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

it('knows the name that is being written', () => {
  expect(mentionBeingWritten('ask @An about', 7)).toEqual({ from: 4, query: 'An' });
  expect(mentionBeingWritten('ask @', 5)).toEqual({ from: 4, query: '' });
  expect(mentionBeingWritten('ask @An about', 10)).toBeNull();
});
