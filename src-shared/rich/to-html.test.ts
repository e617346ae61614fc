import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { arbitraryBlocks } from './testing/arbitrary-blocks.ts';
import { htmlOf } from './to-html.ts';

const allowed = new Set([
  'p',
  'br',
  'h1',
  'h2',
  'h3',
  'blockquote',
  'ul',
  'ol',
  'li',
  'input',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'pre',
  'code',
  's',
  'u',
  'em',
  'strong',
  'a',
  'figure',
  'img',
  'figcaption',
  'hr',
  '#text',
]);

interface Parsed {
  nodeName: string;
  childNodes?: Parsed[];
  attrs?: { name: string; value: string }[];
}

function all(node: Parsed): Parsed[] {
  return [node, ...(node.childNodes ?? []).flatMap(all)];
}

describe('blocks as HTML', () => {
  it('writes every block', () => {
    expect(
      htmlOf(
        [
          { kind: 'heading', level: 2, align: 'center', inlines: [{ kind: 'text', text: 'A <b> & "c"' }] },
          {
            kind: 'paragraph',
            align: 'start',
            inlines: [
              { kind: 'text', text: 'x', bold: true, italic: true },
              { kind: 'break' },
              { kind: 'link', url: 'https://a.example/?a=1&b="', runs: [{ kind: 'text', text: 'y' }] },
            ],
          },
          { kind: 'callout', tone: 'tip', inlines: [{ kind: 'text', text: 't' }] },
          { kind: 'image', assetId: 'id1', url: null, alt: 'alt', caption: 'cap', width: 'half' },
          { kind: 'code', language: 'ts', text: 'a < b' },
        ],
        { imageSource: (image) => `media/${image.assetId}.png` },
      ),
    ).toBe(
      [
        '<h2 style="text-align: center">A &lt;b&gt; &amp; &quot;c&quot;</h2>',
        '<p><strong><em>x</em></strong><br>y</p>',
        '<blockquote data-callout="tip"><p>t</p></blockquote>',
        '<figure data-asset="id1" data-width="half"><img src="media/id1.png" alt="alt"><figcaption>cap</figcaption></figure>',
        '<pre><code class="language-ts">a &lt; b</code></pre>',
      ].join('\n'),
    );
  });

  it('holds known elements only, whatever the words say', () => {
    fc.assert(
      fc.property(arbitraryBlocks, (blocks) => {
        const root: Parsed = parseFragment(htmlOf(blocks));
        const nodes = (root.childNodes ?? []).flatMap(all);
        expect(nodes.map((node) => node.nodeName).filter((name) => !allowed.has(name))).toEqual([]);
        const attributes = nodes.flatMap((node) => node.attrs ?? []);
        expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
        const links = attributes.filter(({ name }) => name === 'href');
        expect(links.filter(({ value }) => !/^(https?:|mailto:)/.test(value))).toEqual([]);
      }),
      { numRuns: 150, seed: 5 },
    );
  });
});
