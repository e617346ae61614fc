import type { KitBody, KitKind } from '#shared/kit/schema.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { saveKit } from '../kit/kit.ts';

type Lang = 'zh' | 'en';

const handles: [platform: string, name: Record<Lang, string>, handle: string][] = [
  ['wechat-article', { zh: '纸船咖啡', en: 'Paper Boat Coffee' }, '纸船咖啡'],
  ['weibo', { zh: '纸船咖啡', en: 'Paper Boat on Weibo' }, '@纸船咖啡'],
  ['xiaohongshu', { zh: '纸船咖啡馆', en: 'Paper Boat on RedNote' }, '纸船咖啡馆'],
  ['instagram', { zh: '纸船 Instagram', en: 'Paper Boat on Instagram' }, '@paperboat.coffee'],
  ['x', { zh: '纸船 X', en: 'Paper Boat on X' }, '@paperboat'],
];

/** Accounts, hashtag sets that take turns, a snippet and tags of links of the invented brand. */
export function fillSampleKit(context: RecordContext, lang: Lang): ReadonlyMap<string, string> {
  const keep = <K extends KitKind>(kind: K, name: string, body: KitBody<K>): string =>
    saveKit(context, { kind, name, body }).id;
  const accounts = new Map<string, string>();
  for (const [platform, name, handle] of handles) {
    accounts.set(
      platform,
      keep('account', name[lang], { platform, handle, language: null, hue: null, note: '' }),
    );
  }
  const of = (format: string) => ({ format, accountId: accounts.get(format.split('/', 1)[0] ?? '') ?? null });
  keep('account-set', lang === 'zh' ? '日常发布' : 'Everyday channels', {
    targets: ['weibo/post', 'xiaohongshu/image', 'instagram/carousel', 'x/post'].map(of),
  });
  const group = lang === 'zh' ? '日常' : 'Everyday';
  keep('hashtag-set', lang === 'zh' ? '手冲' : 'Pour-over', {
    tags: lang === 'zh' ? ['手冲咖啡', '纸船咖啡', '慢生活'] : ['pourover', 'paperboatcoffee', 'slowcoffee'],
    perPlatform: {},
    group,
  });
  keep('hashtag-set', lang === 'zh' ? '店里' : 'At the shop', {
    tags:
      lang === 'zh' ? ['咖啡馆日常', '海边咖啡', '纸船咖啡'] : ['coffeeshop', 'bythesea', 'paperboatcoffee'],
    perPlatform: {},
    group,
  });
  keep('snippet', lang === 'zh' ? '营业时间' : 'Opening hours', {
    text:
      lang === 'zh' ? '营业时间：每天 8:00–18:00，{{门店}}。' : 'Open every day from 8 to 6, at {{place}}.',
    shortcut: lang === 'zh' ? '营业' : 'hours',
  });
  keep('utm', lang === 'zh' ? '社交媒体' : 'Social', {
    ...{ source: '{platform}', medium: 'social', campaign: '{campaign}', term: '', content: '{date}' },
  });
  return accounts;
}
