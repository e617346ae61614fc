import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseConverter, chineseVariants } from './chinese.ts';
import { withoutEmoji } from './emoji-words.ts';
import { tagsIn, tagsToField, tagsToText, tagsWritten } from './hashtag-words.ts';
import { lettersTo, punctuationOf, quotesOf, spacesBetween } from './width.ts';

const piece = fc.oneof(
  fc.constantFrom(
    '春天',
    '我们，',
    '用ＡＢＣ',
    'iPhone15',
    '很好.',
    ' ok, ',
    '"quote"',
    '“引号”',
    '「角」',
    "don't",
    '(说明)',
    '...',
    '……',
    '，',
    '。',
    '：',
    '#春天#',
    '#tag',
    ' #one #two',
    '#a#b',
    '@someone',
    'https://example.com/a,b?c=中',
    '`code, 中a`',
    '👍🏽',
    '👨‍👩‍👧',
    ' 🎉🎉',
    '\n',
    '\n\n',
    ' ',
    '软件',
    '軟體',
    '里面',
    '皇后',
    '{{name}}',
    '1',
    '、',
    '’',
    '‘',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
);
const text = fc.array(piece, { maxLength: 25 }).map((parts) => parts.join(''));
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

const conversions: Record<string, (words: string) => string> = {
  'half width': (words) => lettersTo('half', words),
  'full width': (words) => lettersTo('full', words),
  'spaces in': (words) => spacesBetween(true, words),
  'spaces out': (words) => spacesBetween(false, words),
  'Chinese punctuation': (words) => punctuationOf('zh', words),
  'Latin punctuation': (words) => punctuationOf('en', words),
  'curly quotes': (words) => quotesOf('curly', words),
  'corner quotes': (words) => quotesOf('corner', words),
  'straight quotes': (words) => quotesOf('straight', words),
  'no emoji': (words) => withoutEmoji('none', words),
  'emoji at line ends': (words) => withoutEmoji('line-ends', words),
  'one sign': (words) => tagsWritten('#tag', words),
  'two signs': (words) => tagsWritten('#tag#', words),
  'no sign': (words) => tagsWritten('none', words),
  'tags behind': (words) => tagsToText('#tag', words, ['春天', 'x y']),
};

describe.each(Object.entries(conversions))('%s', (_name, convert) => {
  it('is the same when done twice', () => {
    fc.assert(
      fc.property(text, (words) => {
        const once = convert(words);
        expect(convert(once)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });
});

describe.each(chineseVariants)('Chinese of %s', (variant) => {
  it('is the same when done twice', async () => {
    const convert = await chineseConverter(variant);
    fc.assert(
      fc.property(text, (words) => {
        const once = convert(words);
        expect(convert(once)).toBe(once);
      }),
    );
  });
});

describe('conversions', () => {
  it('part a tag from a rare letter behind it', () => {
    expect(tagsWritten('#tag', '#春天#𠮷')).toBe('#春天 𠮷');
  });

  it('change letters, spaces, punctuation and quotes', () => {
    expect(lettersTo('half', '用ＡＢＣ１２')).toBe('用ABC12');
    expect(lettersTo('full', 'AB https://a.b/c')).toBe('ＡＢ https://a.b/c');
    expect(spacesBetween(true, '用iPhone拍3张')).toBe('用 iPhone 拍 3 张');
    expect(spacesBetween(false, '用 iPhone 拍 3 张')).toBe('用iPhone拍3张');
    expect(punctuationOf('zh', '你好, 世界! (真的) 3.5 元...')).toBe('你好，世界！（真的） 3.5 元……');
    expect(punctuationOf('en', '你好，世界。')).toBe('你好, 世界.');
    expect(quotesOf('corner', '他说"好"，“行”')).toBe('他说「好」，「行」');
    expect(quotesOf('curly', '他说「好」, don’t')).toBe('他说“好”, don’t');
  });

  it('take emoji out whole', () => {
    expect(withoutEmoji('none', '春天👨‍👩‍👧 来了 👍🏽 好')).toBe('春天 来了 好');
    expect(withoutEmoji('line-ends', '🌸春天👍 来了 🎉🎉\n好')).toBe('春天 来了 🎉🎉\n好');
    expect(withoutEmoji('none', '© 2026')).toBe('© 2026');
    fc.assert(
      fc.property(text, (words) => {
        const kept = new Set([...segmenter.segment(words)].map(({ segment }) => segment));
        for (const { segment } of segmenter.segment(withoutEmoji('none', words))) {
          // What stays are graphemes of the text, or ones that were only held apart by what went.
          if (!kept.has(segment))
            expect(Array.from(segment).every((each) => words.includes(each))).toBe(true);
        }
      }),
    );
  });

  it('write tags in the platform’s way', () => {
    expect(tagsWritten('#tag', '#春天#来了 #花#')).toBe('#春天 来了 #花');
    expect(tagsWritten('#tag#', 'see #spring and #花')).toBe('see #spring# and #花#');
    expect(tagsWritten('none', 'see #spring')).toBe('see spring');
    expect(tagsIn('# Heading\n#one https://a.b/#two #123')).toEqual(['one']);
    expect(tagsToField('Look at #this now\n\n#a #b', ['a'])).toEqual({
      body: 'Look at this now',
      hashtags: ['a', 'this', 'b'],
    });
    expect(tagsToText('#tag#', '春天', ['花', '#茶'])).toBe('春天\n\n#花# #茶#');
  });

  it('turns Chinese into that of a region', async () => {
    expect((await chineseConverter('zh-TW'))('软件里的网络')).toBe('軟體裡的網路');
    expect((await chineseConverter('zh-HK'))('里面')).toBe('裏面');
    expect((await chineseConverter('zh-CN'))('軟體裡的網路 https://例.tw/裡')).toBe(
      '软件里的网络 https://例.tw/裡',
    );
  });
});
