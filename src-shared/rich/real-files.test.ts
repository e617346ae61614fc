import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { readHtml } from './html/read-html.ts';
import { blocksOfMarkdown } from './read-markdown.ts';
import { wordsOf } from './runs.ts';
import { htmlOf } from './to-html.ts';
import { markdownOf } from './to-markdown.ts';

const folder = new URL('../../../shared/testdata/', import.meta.url);
const markdownFiles = ['text/md__markdown.en-US.md', 'text/md__markdown.zh-TW.md'];
const webPage = 'html/lexical__vscode-safari.html';
const isHere = (name: string): boolean => existsSync(new URL(name, folder));
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** All words, without the spaces around lines. */
function words(blocks: readonly Block[]): string {
  return blocks
    .map((block): string => {
      if (block.kind === 'divider') return '---';
      if (block.kind === 'image') return `${block.alt} ${block.url ?? ''}`;
      if (block.kind === 'code') return block.text;
      if (block.kind === 'table') return block.rows.flat().map(wordsOf).join(' ');
      if (block.kind !== 'list') return wordsOf(block.inlines);
      return block.items.map((item) => `${wordsOf(item.inlines)} ${words(item.lists)}`).join(' ');
    })
    .join(' ')
    .replace(/\s+/g, '');
}

for (const name of markdownFiles) {
  it.skipIf(!isHere(name))(
    `${name} keeps its text as a file, in the composer and as HTML (needs testdata)`,
    () => {
      const source = read(name);
      const blocks = blocksOfMarkdown(source, 'file');
      const kinds = new Set(blocks.map((block) => block.kind));
      for (const kind of ['heading', 'paragraph', 'list', 'quote', 'code', 'table'] as const)
        expect(kinds).toContain(kind);
      const known = words(blocks);
      expect(known.length).toBeGreaterThan(source.replace(/\s/g, '').length * 0.7);
      expect(blocksOfMarkdown(markdownOf(blocks, 'file'), 'file')).toEqual(blocks);
      expect(words(blocksOfMarkdown(markdownOf(blocks)))).toBe(known);
      expect(words(readHtml(htmlOf(blocks)).blocks)).toBe(known);
    },
  );
}

it.skipIf(!isHere(webPage))('what Safari copied from VS Code keeps its words (needs testdata)', () => {
  const { blocks, lostPictures } = readHtml(read(webPage));
  expect(lostPictures).toBe(0);
  expect(blocks.length).toBeGreaterThan(0);
  expect(words(blocksOfMarkdown(markdownOf(blocks, 'file'), 'file'))).toBe(words(blocks));
});
