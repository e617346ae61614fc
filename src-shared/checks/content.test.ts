import { describe, expect, it } from 'vitest';
import { readShippedPack } from '../../resources/platforms/read-pack.ts';
import { readShippedLists } from '../../resources/word-lists/read-lists.ts';
import type { PostContent } from '../domain/content.ts';
import { composeFields } from '../platforms/compose.ts';
import { type Finding, findingSchema, fixCodes } from '../platforms/finding.ts';
import { formatProfile } from '../platforms/profile.ts';
import { type ContentCode, contentCodes } from './codes.ts';
import { checkContent } from './content.ts';
import { type ContentTarget, contentContext, type RightsFacts } from './context.ts';

const pack = readShippedPack();
const voice = { tone: 'Calm', preferred: ['small batch'], banned: ['cheap'] };
const context = contentContext(readShippedLists(), voice);

interface Case extends Partial<Pick<ContentTarget, 'sources' | 'rights'>> {
  to?: string;
  content?: Partial<PostContent>;
  marks?: Partial<ContentTarget['disclosure']>;
}

function targetOf({ to = 'weibo/post', content = {}, marks = {}, sources = '', rights = [] }: Case) {
  const words = { title: '', body: '', hashtags: [], link: '', firstComment: '', ...content };
  return {
    profile: formatProfile(pack, to),
    content: words,
    disclosure: { advertising: false, synthetic: false, ...marks },
    sources,
    rights,
    day: '2026-03-01',
  };
}

const check = (each: Case): Finding[] => checkContent(context, targetOf(each));
const says = (body: string): Case => ({ content: { body } });
const photo: RightsFacts = {
  kind: 'asset',
  name: 'cup.jpg',
  licence: '',
  source: '',
  licenceUntil: null,
  media: 0,
};
const long =
  'A sentence that goes on and on without ever coming to an end and takes the reader along through one more clause and another one after that until nobody knows how it began.';

/** Each code: a post that has it and one that has not. */
const cases: Record<ContentCode, { bad: Case; good: Case }> = {
  'absolute-claim': {
    bad: says('这是国家级的茶'),
    good: says('最近在国家级自然保护区散步，第一次看到这种鸟'),
  },
  'medical-claim': { bad: says('这款茶可以根治失眠'), good: says('这部治愈系电影') },
  'financial-claim': { bad: says('保本理财，稳赚不赔'), good: says('成本很低，收益有风险') },
  'sensitive-word': { bad: says('线上博彩'), good: says('远离毒品') },
  'brand-word': { bad: says('A cheap cup'), good: says('An inexpensive cup, as small batch goes') },
  'brand-preferred': {
    bad: says(
      'A cup that we made with care, from clay out of our own valley. It holds tea. We like it very much.',
    ),
    good: says(
      'A small batch cup that we made with care, from clay out of our own valley. It holds tea. Good.',
    ),
  },
  placeholder: { bad: says('Hello {{name}}'), good: says('[link](https://galley.app)') },
  'disclosure-advertising': {
    bad: { ...says('新茶上市'), marks: { advertising: true } },
    good: { ...says('广告｜新茶上市'), marks: { advertising: true } },
  },
  'disclosure-synthetic': {
    bad: { ...says('新茶上市'), marks: { synthetic: true } },
    good: { ...says('图片由 AI 生成'), marks: { synthetic: true } },
  },
  'disclosure-mark': {
    bad: says('Gifted by the potter'),
    good: { ...says('#ad Gifted by the potter'), marks: { advertising: true } },
  },
  'fact-source': {
    bad: says('研究表明，喝茶的人多睡 20%'),
    good: { ...says('研究表明，喝茶的人多睡 20%'), sources: 'Journal of Tea, 2024' },
  },
  'personal-id': { bad: says('身份证 11010519491231002X'), good: says('编号 110105194912310021') },
  'personal-phone': { bad: says('电话 138 0013 8000'), good: says('订单 2138001380001') },
  'personal-email': { bad: says('mail to tea@galley.app'), good: says('ask @tea at galley.app') },
  'personal-card': { bad: says('卡号 6222 0200 0000 0000 000'), good: says('单号 6222 0200 0000 0000 008') },
  'personal-passport': { bad: says('护照 E12345678'), good: says('型号 E1234567') },
  'personal-data': { bad: says('代号 SN-777'), good: says('代号 SN-77') },
  'link-not-https': { bad: says('http://galley.app'), good: says('https://galley.app') },
  'link-malformed': { bad: says('see www.galley.app'), good: says('see https://www.galley.app/a?b=c') },
  'link-private': { bad: says('http://192.168.1.4/a'), good: says('https://192.167.1.4/a') },
  'link-example': { bad: says('https://shop.example.com/a'), good: says('https://example.community') },
  'link-ending': { bad: says('Look: https://galley.app/a.'), good: says('Look: https://galley.app/a') },
  'rights-missing': {
    bad: { rights: [photo] },
    good: { rights: [{ ...photo, licence: 'CC BY 4.0' }] },
  },
  'rights-expired': {
    bad: { rights: [{ ...photo, licence: 'stock', licenceUntil: '2026-02-28' }] },
    good: { rights: [{ ...photo, licence: 'stock', licenceUntil: '2026-03-01' }] },
  },
  'rights-font': {
    bad: { rights: [{ ...photo, kind: 'font', name: 'Some Sans' }] },
    good: { rights: [{ ...photo, kind: 'font', name: 'Some Sans', licence: 'OFL' }] },
  },
  'reading-level': { bad: says(long), good: says(long.replaceAll(' and ', '. And ')) },
};

/** The shipped lists know no other numbers of persons; this one is a workspace's own. */
const withOwn = contentContext(
  [
    ...readShippedLists(),
    {
      id: 'own',
      name: { en: 'Own', zh: '自有' },
      list: {
        kind: 'personal-data',
        language: null,
        severity: 'error',
        on: true,
        platforms: [],
        why: { en: '', zh: '' },
        source: '',
        entries: [{ word: String.raw`sn-\d{3}`, pattern: true }],
      },
    },
  ],
  voice,
);

describe.each(contentCodes)('%s', (code) => {
  const { bad, good } = cases[code];
  const run = (each: Case) => checkContent(withOwn, targetOf(each));

  it('is found, in both languages, with its reason and place', () => {
    const finding = run(bad).find((each) => each.code === code);
    expect(finding).toBeDefined();
    expect(findingSchema.parse(finding)).toEqual(finding);
    expect(finding?.message.zh).toMatch(/\p{Script=Han}/u);
    expect(finding?.why).toBeDefined();
    if (finding?.fix) expect(fixCodes).toContain(finding.fix.code);
  });

  it('is not found where all is well', () => {
    expect(run(good).map((each) => each.code)).not.toContain(code);
  });
});

describe('word lists', () => {
  it('say where the word stands in the composed text', () => {
    const target = targetOf({ content: { body: '## 标题\n\n**全网最低**的价格', hashtags: ['极致'] } });
    const text = Object.values(composeFields(target.profile, target.content).fields).join('');
    const words = checkContent(context, target).flatMap(({ at }) => (at ? [text.slice(at.from, at.to)] : []));
    expect(words).toEqual(['全网最低', '极致']);
  });

  it('read full-width and Traditional writing', () => {
    expect(check(says('這是國家級的茶，ＮＯ．１')).map(({ code }) => code)).toEqual([
      'absolute-claim',
      'absolute-claim',
    ]);
  });

  it('take the longest of overlapping words and whole Latin words only', () => {
    expect(check(says('全网最低价')).map(({ message }) => message.en)).toEqual([
      '“全网最低价” is an absolute claim. Say what you can prove.',
    ]);
    expect(check(says('A secured bestseller'))).toEqual([]);
  });

  it('leave links alone, and platforms that a list is not for', () => {
    expect(check(says('https://galley.app/best-of'))).toEqual([]);
    expect(check(says('加微信')).map(({ code }) => code)).toEqual([]);
    expect(check({ to: 'xiaohongshu/image', ...says('加微信') }).map(({ code }) => code)).toEqual([
      'sensitive-word',
    ]);
  });

  it('are data: one that is switched off finds nothing', () => {
    const off = readShippedLists().map((each) => ({ ...each, list: { ...each.list, on: false } }));
    for (const { bad } of Object.values(cases)) {
      expect(checkContent(contentContext(off, voice), targetOf(bad))).toEqual([]);
    }
  });
});
