import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOfState } from './read-state.ts';
import { blocksOf } from './read.ts';
import { arbitraryBlocks } from './testing/arbitrary-blocks.ts';
import { nodesOfBlocks } from './to-state.ts';

const state = (...children: unknown[]) => ({ root: { type: 'root', children } });
const text = (words: string, format = 0) => ({ type: 'text', text: words, format });

describe('the stored state of the editor', () => {
  it('keeps every block through writing and reading', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const stored = JSON.stringify(state(...nodesOfBlocks(blocks)));
        expect(blocksOfState(JSON.parse(stored))).toEqual(blocks);
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it('reads nested lists, cells with several paragraphs and links found by themselves', () => {
    const item = (...children: unknown[]) => ({ type: 'listitem', children });
    const cell = (headerState: number, ...children: unknown[]) => ({
      type: 'tablecell',
      headerState,
      children,
    });
    const paragraph = (words: string) => ({ type: 'paragraph', children: [text(words, 1)] });
    const bold = (words: string) => ({ kind: 'text', text: words, bold: true });
    expect(
      blocksOfState(
        state(
          {
            type: 'list',
            listType: 'bullet',
            children: [
              item(text('a')),
              item({ type: 'list', listType: 'number', start: 2, children: [item(text('b'))] }),
              item(),
            ],
          },
          {
            type: 'table',
            children: [
              { type: 'tablerow', children: [cell(3, paragraph('x'), paragraph('y')), cell(1)] },
              { type: 'tablerow', children: [cell(2)] },
            ],
          },
          {
            type: 'paragraph',
            children: [
              { type: 'autolink', url: 'https://a.example', children: [text('a.example')] },
              { type: 'link', url: 'javascript:alert(1)', children: [text('b')] },
            ],
          },
          {
            type: 'code',
            language: 'js',
            children: [
              { type: 'code-highlight', text: 'let' },
              { type: 'linebreak' },
              { type: 'tab' },
              text('x'),
            ],
          },
        ),
      ),
    ).toEqual([
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: [
          {
            inlines: [{ kind: 'text', text: 'a' }],
            checked: null,
            lists: [
              {
                kind: 'list',
                ordered: true,
                start: 2,
                items: [{ inlines: [{ kind: 'text', text: 'b' }], checked: null, lists: [] }],
              },
            ],
          },
          { inlines: [], checked: null, lists: [] },
        ],
      },
      {
        kind: 'table',
        header: true,
        rows: [
          [[bold('x'), { kind: 'break' }, bold('y')], []],
          [[], []],
        ],
      },
      {
        kind: 'paragraph',
        align: 'start',
        inlines: [
          { kind: 'link', url: 'https://a.example', runs: [{ kind: 'text', text: 'a.example' }] },
          { kind: 'text', text: 'b' },
        ],
      },
      { kind: 'code', language: 'js', text: 'let\n\tx' },
    ]);
  });

  it('never fails on damaged states', () => {
    const keys = fc.constantFrom(
      'type',
      'children',
      'text',
      'format',
      'url',
      'tag',
      'tone',
      'listType',
      'start',
      'checked',
      'headerState',
      'assetId',
      'alt',
    );
    const types = fc.constantFrom(
      'paragraph',
      'heading',
      'list',
      'listitem',
      'table',
      'tablerow',
      'tablecell',
      'code',
      'image',
      'callout',
      'link',
      'text',
      'quote',
      'linebreak',
    );
    const { node } = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 6 },
        types,
        fc.anything(),
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(keys, tie('node')),
        fc.record({ type: types, children: fc.array(tie('node'), { maxLength: 4 }) }),
      ),
    }));
    fc.assert(
      fc.property(fc.array(node), (children) => Array.isArray(blocksOfState(state(...children)))),
      { numRuns: 300, seed: 5 },
    );
    fc.assert(
      fc.property(
        fc.anything(),
        (value) => Array.isArray(blocksOfState(value)) && Array.isArray(blocksOf(value, 'a')),
      ),
    );
    let deep: unknown = text('x');
    for (let depth = 0; depth < 20_000; depth += 1)
      deep = { type: 'list', children: [{ type: 'listitem', children: [deep] }] };
    expect(Array.isArray(blocksOfState(state(deep)))).toBe(true);
  });

  it('falls back to the Markdown without a state', () => {
    expect(blocksOf(null, '# a')).toEqual([
      { kind: 'heading', level: 1, align: 'start', inlines: [{ kind: 'text', text: 'a' }] },
    ]);
    expect(blocksOf(state({ type: 'paragraph', children: [text('b')] }), '# a')).toEqual([
      { kind: 'paragraph', align: 'start', inlines: [{ kind: 'text', text: 'b' }] },
    ]);
  });
});
