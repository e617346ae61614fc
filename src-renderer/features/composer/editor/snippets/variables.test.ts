import { expect, it } from 'vitest';
import { filled, namesToAsk } from './variables.ts';

const facts = { today: '22 November 2026', title: 'Spring', link: '' };

it('asks once for what it cannot know', () => {
  expect(namesToAsk('Hi {{name}}, {{ name }} – {{today}} {{标题}} {{city}}')).toEqual(['name', 'city']);
  expect(namesToAsk('no variables {x} {{}}')).toEqual([]);
});

it('fills in what it knows and leaves what has no value', () => {
  const values = new Map([['name', 'Ann']]);
  expect(filled('Hi {{name}}: {{title}}, {{Today}}, {{link}}, {{city}}', values, facts)).toBe(
    'Hi Ann: Spring, 22 November 2026, {{link}}, {{city}}',
  );
  expect(filled('{{constructor}}', values, facts)).toBe('{{constructor}}');
  // What is filled in is not read again.
  expect(filled('{{name}}', new Map([['name', '{{title}}']]), facts)).toBe('{{title}}');
});
