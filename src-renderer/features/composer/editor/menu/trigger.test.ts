import { describe, expect, it } from 'vitest';
import { triggerBefore } from './trigger.ts';

describe('triggerBefore', () => {
  it('opens the menu of blocks at the start and after a blank', () => {
    expect(triggerBefore('/')).toEqual({ sign: '/', query: '', from: 0 });
    expect(triggerBefore('words /tab')).toEqual({ sign: '/', query: 'tab', from: 6 });
    expect(triggerBefore('、表格')).toEqual({ sign: '/', query: '表格', from: 0 });
  });

  it('leaves dates, addresses and enumerations alone', () => {
    for (const text of ['1/2', 'https://a', 'and/or', '苹果、梨', 'a /b c'])
      expect(triggerBefore(text)?.sign).not.toBe('/');
  });

  it('completes emoji by name, not times and not Chinese colons', () => {
    expect(triggerBefore('well :smi')).toEqual({ sign: ':', query: 'smi', from: 5 });
    expect(triggerBefore(':笑')).toEqual({ sign: ':', query: '笑', from: 0 });
    for (const text of ['12:30', '时间:下午', '注意：下午', 'a:b', ':s'])
      expect(triggerBefore(text)).toBeNull();
  });

  it('completes mentions, not addresses of mail', () => {
    expect(triggerBefore('感谢@小')).toEqual({ sign: '@', query: '小', from: 2 });
    expect(triggerBefore('mail me at ann@ex')).toBeNull();
  });

  it('completes hashtags, not headings or anchors', () => {
    expect(triggerBefore('今天#春')).toEqual({ sign: '#', query: '春', from: 2 });
    expect(triggerBefore('go #')).toEqual({ sign: '#', query: '', from: 3 });
    for (const text of ['#', '##', 'page.html#top', '&#1', 'C#']) expect(triggerBefore(text)).toBeNull();
  });

  it('does not look further back than a name can be', () => {
    expect(triggerBefore(`/${'a'.repeat(60)}`)).toBeNull();
    expect(triggerBefore(`${'字'.repeat(5000)}`)).toBeNull();
  });
});
