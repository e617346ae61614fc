import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

describe('the beginning of an article', () => {
  it('has no marks of Markdown', () => {
    expect(
      excerptOf('# 标题\n\n**粗** 和 *斜*，[链接](https://a.cn) ![图](asset:1)\n- 一\n1. 二\n> [!NOTE] 注'),
    ).toBe('标题 粗 和 斜，链接 一 二 注');
  });

  it('is no longer than asked, and nothing of nothing', () => {
    expect(excerptOf('字'.repeat(500), 54)).toHaveLength(54);
    expect(excerptOf('')).toBe('');
  });
});
