import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import type { ReviewPackage } from './package.ts';
import { reviewPage } from './page.ts';

const resources = join(import.meta.dirname, '../../resources/review');
const style = ['page.css', 'answer.css'].map((name) => readFileSync(join(resources, name), 'utf8')).join('');
const script = readFileSync(join(resources, 'page.js'), 'utf8');
const hash = (text: string): string => createHash('sha256').update(text).digest('base64');
const parts = { style, styleHash: hash(style), script, scriptHash: hash(script) };

const packageOf = (text: string): ReviewPackage => ({
  ...{ id: text, title: text, message: text, from: text, language: 'en' },
  posts: [
    {
      ...{ id: text, title: text, day: text, time: text, shown: text, notes: [text] },
      media: [
        { key: text, source: 'data:image/webp;base64,AA==', width: 1, height: 1, alt: text, facts: text },
        { key: text, source: '', width: 0, height: 0, alt: text, facts: text },
      ],
      targets: [
        {
          ...{ platform: text, format: text, account: text, time: text, pictures: [1] },
          texts: [{ name: text, text }],
        },
      ],
    },
  ],
});

interface Node {
  nodeName: string;
  attrs?: { name: string; value: string }[];
  childNodes?: Node[];
  value?: string;
}
function* every(node: Node): Generator<Node> {
  yield node;
  for (const child of node.childNodes ?? []) yield* every(child);
}
/** Elements and their attributes' names, and every text. */
function shapeOf(html: string): { elements: string[]; nodes: Node[] } {
  const nodes = [...every(parse(html) as unknown as Node)];
  return {
    elements: nodes
      .filter(({ nodeName }) => !nodeName.startsWith('#'))
      .map(({ nodeName, attrs }) => `${nodeName} ${(attrs ?? []).map(({ name }) => name).join()}`),
    nodes,
  };
}

describe('the page of a review package', () => {
  it('has the same elements whatever the texts say', () => {
    const plain = shapeOf(reviewPage(packageOf('plain'), parts)).elements;
    const nasty = fc.oneof(
      fc.string(),
      fc
        .array(
          fc.constantFrom(
            '</script>',
            '<!--',
            '<script>',
            '"',
            "'",
            '<img src=x onerror=alert(1)>',
            '&lt;',
            '\u2028',
            '</textarea>',
            ']]>',
          ),
          { minLength: 1 },
        )
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        fc.pre(text !== '');
        expect(shapeOf(reviewPage(packageOf(text), parts)).elements).toEqual(plain);
      }),
    );
  });

  it('hands its script the very data', () => {
    const text = '</script><!-- "\u2028& 林';
    const { nodes } = shapeOf(reviewPage(packageOf(text), parts));
    const data = nodes.find(({ attrs }) => attrs?.some(({ value }) => value === 'galley-review'));
    expect(JSON.parse(data?.childNodes?.[0]?.value ?? '')).toMatchObject({ id: text, posts: [{ id: text }] });
  });

  it('allows nothing but its own style, its own script and pictures inside the file', () => {
    const { nodes } = shapeOf(reviewPage(packageOf('a'), parts));
    const policy = nodes
      .find(({ attrs }) => attrs?.some(({ value }) => value === 'Content-Security-Policy'))
      ?.attrs?.find(({ name }) => name === 'content')?.value;
    expect(policy).toBe(
      `default-src 'none'; img-src data:; style-src 'sha256-${parts.styleHash}'; script-src 'sha256-${parts.scriptHash}'; base-uri 'none'; form-action 'none'`,
    );
    const html = reviewPage(packageOf('a'), parts);
    expect(html).not.toMatch(/https?:\/\//);
    const names = nodes.flatMap(({ attrs }) => (attrs ?? []).map(({ name }) => name));
    expect(names.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
  });

  it('keeps its script and style whole inside their elements', () => {
    expect(script).not.toMatch(/<\/script|<!--/i);
    expect(style).not.toMatch(/<\/style/i);
    expect(script).not.toMatch(/\b(fetch|XMLHttpRequest|eval|innerHTML|outerHTML|document\.write|import\()/);
  });
});
