import { newId } from '#shared/domain/id.ts';
import type { KitBody, KitKind } from '#shared/kit/schema.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { saveKit } from '../kit/kit.ts';

type Lang = 'zh' | 'en';

/** The launch that some of the sample's posts belong to. */
export const sampleCampaign: Record<Lang, string> = { zh: '远航上新', en: 'Far Voyage launch' };

/** Themes of the sample's posts, and the share of the plan that each is to have in percent. */
const pillars: [name: Record<Lang, string>, share: number, hue: string][] = [
  [{ zh: '日常', en: 'Everyday' }, 40, '#c2410c'],
  [{ zh: '产品', en: 'Product' }, 35, '#0f766e'],
  [{ zh: '知识', en: 'Know-how' }, 25, '#1d4ed8'],
];

const brief: Record<Lang, string> = {
  zh: '## 要说的一件事\n\n远航拼配：埃塞俄比亚的花香，遇上云南的红糖与可可。\n\n## 语气\n\n像清晨的海面：慢、亮、不喊口号。\n\n## 必须出现\n\n- 包装正面的纸船\n- 冲煮比例 1:15\n- 首周附赠杯垫',
  en: '## The one thing to say\n\nFar Voyage: flowers from Ethiopia meet brown sugar and cocoa from Yunnan.\n\n## Tone\n\nLike the sea in the early morning: slow, bright, no slogans.\n\n## Must be seen\n\n- The paper boat on the bag\n- Brew ratio 1:15\n- A coaster with every order of the first week',
};

const steps: Record<Lang, [text: string, done: boolean][]> = {
  zh: [
    ['包装实拍', true],
    ['产品页上线', true],
    ['店员试饮培训', false],
    ['复盘数据', false],
  ],
  en: [
    ['Photograph the bag', true],
    ['Product page is up', true],
    ['Tasting for the staff', false],
    ['Look at the figures', false],
  ],
};

const show: Record<Lang, [title: string, minutes: number, who: string, cue: string][]> = {
  zh: [
    ['开场与问好', 3, '小舟', '倒计时画面'],
    ['远航拼配的故事', 7, '小舟', '产地照片'],
    ['现场冲煮', 12, '阿森', '俯拍机位'],
    ['问答', 10, '小舟、阿森', '评论区'],
    ['首周福利与再见', 3, '小舟', '购买链接'],
  ],
  en: [
    ['Welcome', 3, 'June', 'Countdown'],
    ['The story of Far Voyage', 7, 'June', 'Pictures of the farms'],
    ['Brewing it live', 12, 'Sam', 'Camera from above'],
    ['Questions and answers', 10, 'June, Sam', 'Comments'],
    ['The offer of the first week, goodbye', 3, 'June', 'Link to the shop'],
  ],
};

/**
 * The planner of the invented brand: a campaign with its brief and steps, themes, slots, how often to post, and a live
 * session.
 *
 * @param day answers the wall date so many days from today
 */
export function fillSamplePlan(
  context: RecordContext,
  lang: Lang,
  { zone, day, accounts }: { zone: string; day(days: number): string; accounts: ReadonlyMap<string, string> },
): void {
  const keep = <K extends KitKind>(kind: K, name: string, body: KitBody<K>): string =>
    saveKit(context, { kind, name, body }).id;
  const zh = lang === 'zh';
  keep('campaign', sampleCampaign[lang], {
    goal: zh ? '首周售出 300 袋，门店试饮 150 杯' : '300 bags in the first week, 150 tastings at the shop',
    ...{ from: day(-1), to: day(8), hue: '#0f766e', owner: '', results: '' },
    budget: { amount: zh ? 6000 : 800, currency: zh ? 'CNY' : 'EUR' },
    brief: brief[lang],
    audience: zh ? '已经在家手冲、想换一支豆子的人' : 'People who brew at home and want a new coffee',
    checklist: steps[lang].map(([text, done]) => ({ id: newId(), text, done })),
  });
  for (const [name, share, hue] of pillars) keep('pillar', name[lang], { share, hue, description: '' });
  const slots: [platform: string, weekdays: number[], time: string, pillar: string][] = [
    ['xiaohongshu', [1, 3, 5], '18:30', ''],
    ['weibo', [1, 2, 3, 4, 5], '12:00', ''],
    ['instagram', [2, 4, 6], '19:00', ''],
    ['wechat-article', [4], '20:00', zh ? '知识' : 'Know-how'],
  ];
  for (const [platform, weekdays, time, pillar] of slots) {
    const accountId = accounts.get(platform) ?? null;
    keep('slot', zh ? `时段 ${time}` : `Slot ${time}`, {
      accountId,
      weekdays,
      time,
      zone: null,
      pillar,
    });
  }
  for (const [platform, perWeek] of [
    ['xiaohongshu', 3],
    ['weibo', 5],
    ['instagram', 3],
  ] as const) {
    const accountId = accounts.get(platform) ?? null;
    const account = accountId === null ? null : context.holder.current().repositories.kit.get(accountId);
    keep('cadence', account?.name ?? platform, { accountId, platform, perWeek });
  }
  keep('run-of-show', zh ? '远航新豆品鉴直播' : 'Far Voyage tasting, live', {
    ...{
      start: { local: `${day(5)}T20:00`, zone },
      postId: null,
      campaign: sampleCampaign[lang],
      wanted: 35,
    },
    items: show[lang].map(([title, minutes, who, cue]) => ({
      ...{ id: newId(), title, minutes, who, cue, script: '', designId: null },
    })),
  });
}
