import { describe, expect, it } from 'vitest';
import { looksLikeMarkdown } from './looks-like-markdown.ts';

describe('words that clearly are Markdown', () => {
  it.each([
    '# Title\n\nSome **bold** words',
    '```ts\nlet a;\n```',
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    'see [the plan](https://example.com/plan)',
    '- [ ] brief\n- [x] photos',
    '> [!TIP] hint',
    '## 标题\n\n- 一\n- 二',
  ])('%j', (text) => expect(looksLikeMarkdown(text)).toBe(true));

  it.each([
    'Plain words\nover lines',
    '#春天 #上新 新品来了',
    '#话题# 内容',
    '- one\n- two',
    '1. 打开\n2. 关闭',
    '价格 5*3*2 = 30',
    'a_b_c and __init__',
    '--- \n分割',
    '[图片] (见附件)',
    'He said: > no',
    'A price of **** stars',
  ])('not %j', (text) => expect(looksLikeMarkdown(text)).toBe(false));

  it('is quick on long words', () => {
    for (const part of ['[', '**a', '| a ', '`', '- x\n', '# ', '~~a'])
      looksLikeMarkdown(part.repeat(100_000));
  });
});
