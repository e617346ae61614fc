import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShippedPack } from '../../resources/platforms/read-pack.ts';
import type { PostContent } from '../domain/content.ts';
import { composeFields, foldAt, postedTexts } from './compose.ts';
import { counters } from './counters/all.ts';
import { plainText } from './plain-text.ts';
import { formatProfile } from './profile.ts';

const pack = readShippedPack();
const content: PostContent = {
  title: ' Spring ',
  body: '**New** tea from [us](https://tea.example/spring)',
  hashtags: ['tea', '#春茶#', 'tea', ' '],
  link: 'https://tea.example',
  firstComment: 'Ask us!',
};
const compose = (name: string, changed: Partial<PostContent> = {}) =>
  composeFields(formatProfile(pack, name), { ...content, ...changed });

describe('composeFields', () => {
  it('writes link and hashtags into the text where links work', () => {
    expect(compose('x/post', { body: 'Hi' })).toEqual({
      fields: { text: 'Hi\n\nhttps://tea.example\n\n#tea #春茶', firstComment: 'Ask us!' },
      paste: 'Hi\n\nhttps://tea.example\n\n#tea #春茶',
      thread: null,
    });
  });

  it('uses both number signs on Weibo', () => {
    expect(compose('weibo/post', { body: '春天', link: '' }).fields).toEqual({
      body: '春天\n\n#tea# #春茶#',
    });
  });

  it('tells a long text as numbered posts, parted where the writer says', () => {
    const profile = formatProfile(pack, 'x/post');
    const body = `First of all.\n\n---\n\n${'春天来了。'.repeat(40)}`;
    const told = composeFields(profile, { ...content, body, link: '' }, { numbering: 'slash', place: 'end' });
    expect(told.thread).toHaveLength(3);
    expect(told.thread?.[0]).toBe('First of all. 1/3');
    expect(told.thread?.[2]).toMatch(/#tea #春茶 3\/3$/);
    expect(told.fields['text']).not.toContain('---');
    const [field] = profile.text.fields;
    expect(field && postedTexts(field, told)).toBe(told.thread);
    const one = composeFields(profile, { ...content, body: 'Hi' });
    expect(field && postedTexts(field, one)).toEqual([one.fields['text']]);
  });

  it('leaves the link out where nobody can click it', () => {
    expect(compose('instagram/feed', { body: 'Hi' }).fields['caption']).toBe('Hi\n\n#tea #春茶');
  });

  it('fills fields of their own', () => {
    const pin = compose('pinterest/pin', { body: 'Hi' });
    expect(pin.fields).toMatchObject({
      title: 'Spring',
      description: 'Hi\n\n#tea #春茶',
      link: 'https://tea.example',
      board_id: '',
    });
    expect(pin.paste).toBe('Spring\n\nHi\n\n#tea #春茶');
    expect(compose('bilibili/video').fields).toMatchObject({ tags: 'tea,春茶', title: 'Spring' });
  });

  it('does not repeat what the text already says', () => {
    const body = 'See https://tea.example #tea and #teapots';
    expect(compose('x/post', { body, hashtags: ['tea', 'teapot'] }).fields['text']).toBe(
      `${body}\n\n#teapot`,
    );
  });

  it('keeps Markdown in articles and takes it out elsewhere', () => {
    expect(compose('zhihu/article').fields['body']).toBe(content.body);
    expect(compose('mastodon/post', { hashtags: [], link: '' }).fields['status']).toBe(
      'New tea from us https://tea.example/spring',
    );
  });

  it('joins words of a hashtag', () => {
    expect(compose('x/post', { body: 'a', link: '', hashtags: ['green tea'] }).fields['text']).toBe(
      'a\n\n#greentea',
    );
  });

  it('gives a story no words', () => {
    expect(compose('instagram/story')).toEqual({ fields: {}, paste: '', thread: null });
  });
});

describe('foldAt', () => {
  it('is the first character behind the fold', () => {
    const instagram = formatProfile(pack, 'instagram/feed');
    expect(foldAt(instagram, 'a'.repeat(125))).toBeNull();
    expect(foldAt(instagram, 'a'.repeat(126))).toBe(125);
    expect(foldAt(instagram, `${'a'.repeat(120)}👨‍👩‍👧‍👦 and more`)).toBe(120);
    expect(foldAt(formatProfile(pack, 'x/post'), 'a'.repeat(999))).toBeNull();
  });

  const folding = pack.platforms
    .flatMap((platform) =>
      platform.formats.map((format) => formatProfile(pack, `${platform.id}/${format.id}`)),
    )
    .filter((profile) => profile.text.fold !== null);
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const words = fc.array(
    fc.oneof(
      fc.constantFrom('春天来了，', '👨‍👩‍👧', 'plain words ', 'e\u0301', '\n'),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 120 },
  );

  it('agrees with the count in its unit and never lies inside a grapheme', () => {
    fc.assert(
      fc.property(words, fc.constantFrom(...folding), (parts, profile) => {
        const text = parts.join('');
        const at = foldAt(profile, text);
        const { fold } = profile.text;
        if (!fold) return;
        const { count } = counters[fold.unit];
        expect(at === null).toBe(count(text) <= fold.count.value);
        if (at === null) return;
        expect(count(text.slice(0, at))).toBeLessThanOrEqual(fold.count.value);
        expect([...segmenter.segment(text)].some(({ index }) => index === at)).toBe(true);
      }),
    );
  });
});

describe('plainText', () => {
  it.each([
    ['# Title #\n\ntext', 'Title\n\ntext'],
    ['#tag and #话题# stay', '#tag and #话题# stay'],
    ['**bold**, *light*, _too_, ~~gone~~, `code`', 'bold, light, too, gone, code'],
    ['***both*** and **with *inner* words**', 'both and with inner words'],
    ['snake_case_word and 2 * 3 * 4', 'snake_case_word and 2 * 3 * 4'],
    ['中文**重点**内容', '中文重点内容'],
    ['- one\n* two\n+ [x] three\n1. four', '• one\n• two\n☑ three\n1. four'],
    ['> quoted\n> > twice', 'quoted\ntwice'],
    ['[https://a.b](https://a.b) ![alt](x.png)end', 'https://a.b end'],
    ['https://a.b/_x_/*y*', 'https://a.b/_x_/*y*'],
    ['a\n\n---\n\nb', 'a\n\nb'],
    ['```js\n# kept **as is**\n```', '# kept **as is**'],
    ['\\*not light\\*', '*not light*'],
    ['a\r\nb', 'a\nb'],
  ])('%j', (markdown, plain) => {
    expect(plainText(markdown)).toBe(plain);
  });

  it('leaves plain words alone and never fails', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '你', ' ', ',', '👋', '#') }), (text) => {
        const words = text.replace(/#+ /g, '').trim();
        expect(plainText(words).replace(/\s|#/g, '')).toBe(words.replace(/\s|#/g, ''));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), (text) => {
        expect(plainText(text)).toBeTypeOf('string');
      }),
    );
  });

  it('stays quick on hostile marks', () => {
    for (const mark of ['*', '_', '**', '[', '![', '`', '> ', '[a](', '**a ', '*a_'])
      expect(plainText(mark.repeat(5000))).toBeTypeOf('string');
  });
});
