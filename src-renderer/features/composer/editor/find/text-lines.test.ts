import { createHeadlessEditor } from '@lexical/headless';
import { expect, it } from 'vitest';
import { $setMarkdown, createMarkdownReader, nodes } from '../rich-text.ts';
import { expressionOf } from './search.ts';
import { $lines, $replace, foundIn } from './text-lines.ts';

it('finds across marks, not across lines, and replaces from the end', () => {
  const editor = createHeadlessEditor({ nodes, onError: (error) => console.error(error) });
  editor.update(() => $setMarkdown('Spring **te**a and tea\nte\na\n| tea |\n| --- |\n| no |'), {
    discrete: true,
  });
  const expression = expressionOf({ query: 'tea', matchCase: true, wholeWord: false, regex: false });
  if (!expression) throw new Error('The expression is good.');
  const found = editor.read(() => foundIn($lines(), expression));
  expect(found.map(({ line, from }) => [line.text, from])).toEqual([
    ['Spring tea and tea', 7],
    ['Spring tea and tea', 15],
    ['tea', 0],
  ]);
  editor.update(
    () => {
      for (const each of found.toReversed()) $replace(each, 'coffee');
    },
    { discrete: true },
  );
  expect(editor.read(createMarkdownReader())).toBe(
    'Spring **coffee** and coffee\nte\na\n| coffee |\n| --- |\n| no |',
  );
});
