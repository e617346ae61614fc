import { expect, test } from 'vitest';
import { emptyDesign } from '#shared/design/document.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import { addNodes } from '#shared/design/operations.ts';
import { bodyWhileWriting, whileWriting } from './while-writing.ts';

const node = { ...textDefaults, id: 'words', pageId: 'page-1', order: 'a0', text: 'Words' };

test.each(['ellipsis', 'shrink'] as const)(
  'a box with overflow %s shows all while it is written in',
  (overflow) => {
    const boxed = { ...node, sizing: 'fixed' as const, overflow };
    const body = addNodes(emptyDesign(100, 100, 'page-1'), [boxed]).body;
    expect(bodyWhileWriting(body, 'words').nodes['words']).toEqual({ ...boxed, overflow: 'show' });
    // The same object each time: only what changed is painted anew.
    expect(bodyWhileWriting(body, 'words').nodes['words']).toBe(
      bodyWhileWriting(body, 'words').nodes['words'],
    );
    expect(bodyWhileWriting(body, null)).toBe(body);
    expect(body.nodes['words']).toMatchObject({ overflow });
  },
);

test('other texts are painted as they are', () => {
  expect(whileWriting(node)).toBe(node);
  const grown = { ...node, sizing: 'auto-height' as const, overflow: 'ellipsis' as const };
  expect(whileWriting(grown)).toBe(grown);
});
