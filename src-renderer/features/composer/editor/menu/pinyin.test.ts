import { expect, it } from 'vitest';
import { pinyinInitials } from './pinyin.ts';

it('takes the first letter of each syllable', () => {
  const words = {
    表格: 'bg',
    分割线: 'fgx',
    提示框: 'tsk',
    标题: 'bt',
    图片: 'tp',
    引用: 'yy',
    待办清单: 'dbqd',
  };
  for (const [word, initials] of Object.entries(words)) expect(pinyinInitials(word)).toBe(initials);
  expect(pinyinInitials('Q&A 问答')).toBe('qawd');
});
