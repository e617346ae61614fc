import type { PostChange } from '#shared/contract/posts.ts';

type Lang = 'zh' | 'en';

/** What the sample's posts refer to; filled with real ids when they are made. */
export interface SampleMedia {
  sea: string;
  cup: string;
  beans: string;
  hills: string;
  quote: string;
  menu: string;
  film: string;
}

export interface SamplePost {
  title: Record<Lang, string>;
  body: Record<Lang, string>;
  hashtags: Record<Lang, string[]>;
  formats: string[];
  media: (keyof SampleMedia)[];
  alt: Record<Lang, string>;
  status: NonNullable<PostChange['status']>;
  pillar: Record<Lang, string>;
  /** Days from today and wall time; null stays on the unscheduled list. */
  when: { day: number; time: string } | null;
  link?: string;
  /** Belongs to the launch. */
  inCampaign?: boolean;
}

const coffee: Record<Lang, string[]> = { zh: ['手冲咖啡', '纸船咖啡'], en: ['pourover', 'paperboatcoffee'] };

/** A month of an invented coffee roaster, Paper Boat. */
export const samplePosts: readonly SamplePost[] = [
  {
    title: { zh: '清晨的第一杯', en: 'The first cup of the morning' },
    body: {
      zh: '日出之前，海面最安静的时候，我们把水烧到 92℃。\n\n第一注 30 克，闷蒸 30 秒；香气像雾一样升起来。剩下的水分三次，慢一点，再慢一点。\n\n一天很长，先给自己五分钟。',
      en: 'Before sunrise, when the sea is at its quietest, we heat the water to 92 °C.\n\nThirty grams first, thirty seconds of patience; the scent rises like mist. The rest in three slow pours.\n\nThe day is long. Take five minutes first.',
    },
    hashtags: coffee,
    formats: ['xiaohongshu/image', 'instagram/carousel', 'weibo/post', 'x/post'],
    media: ['cup', 'quote'],
    alt: { zh: '俯视的一杯拉花咖啡', en: 'A cup of coffee with a leaf in the foam, seen from above' },
    status: 'approved',
    pillar: { zh: '日常', en: 'Everyday' },
    when: { day: 0, time: '18:30' },
  },
  {
    title: { zh: '新豆到店：远航拼配', en: 'New beans: Far Voyage blend' },
    body: {
      zh: '埃塞俄比亚的花香，云南的红糖与可可，按七比三。\n\n适合手冲，也适合加奶。本周下单附赠一只纸船杯垫。',
      en: 'Flowers from Ethiopia, brown sugar and cocoa from Yunnan, seven to three.\n\nMade for pour-over, kind to milk. Every order this week sails with a paper-boat coaster.',
    },
    hashtags: { zh: ['新品', '咖啡豆'], en: ['newbeans', 'specialtycoffee'] },
    formats: ['wechat-article/article', 'instagram/carousel', 'facebook/feed', 'x/post'],
    media: ['beans', 'menu'],
    alt: {
      zh: '深色咖啡豆包装袋，标签上有一只纸船',
      en: 'A dark bag of coffee with a paper boat on its label',
    },
    status: 'review',
    pillar: { zh: '产品', en: 'Product' },
    when: { day: 2, time: '12:00' },
    link: 'https://example.com/far-voyage',
    inCampaign: true,
  },
  {
    title: { zh: '看一场四秒钟的日出', en: 'Sunrise in four seconds' },
    body: {
      zh: '今天海边的日出，配今天的第一锅烘焙。',
      en: 'Today’s sunrise by the sea, with the first roast of the day.',
    },
    hashtags: { zh: ['日出', '慢生活'], en: ['sunrise', 'slowliving'] },
    formats: ['douyin/video', 'tiktok/video', 'instagram/reel', 'wechat-channels/video'],
    media: ['film'],
    alt: { zh: '纸船驶过日出的海面', en: 'A paper boat crosses the sea at sunrise' },
    status: 'draft',
    pillar: { zh: '日常', en: 'Everyday' },
    when: { day: 4, time: '07:30' },
    inCampaign: true,
  },
  {
    title: { zh: '周末手冲课', en: 'Weekend pour-over class' },
    body: {
      zh: '两小时，六个人，三支豆。从磨豆到收尾，每个人都亲手做一遍。\n\n名额有限，评论区留“报名”。',
      en: 'Two hours, six people, three coffees. From grinding to the last drop, everyone does it by hand.\n\nSix places only: comment “join”.',
    },
    hashtags: coffee,
    formats: ['xiaohongshu/image', 'instagram/story', 'wechat-moments/post'],
    media: ['hills'],
    alt: { zh: '傍晚的山丘', en: 'Hills in the evening' },
    status: 'draft',
    pillar: { zh: '知识', en: 'Know-how' },
    when: { day: 7, time: '19:00' },
    inCampaign: true,
  },
  {
    title: { zh: '问答：水温到底多少合适？', en: 'Q&A: how hot should the water be?' },
    body: {
      zh: '浅烘 92–94℃，中烘 88–90℃，深烘 84–86℃。没有温度计？水开后开盖等一分钟，大约 92℃。',
      en: 'Light roast 92–94 °C, medium 88–90, dark 84–86. No thermometer? Boil, open the lid, wait a minute: about 92.',
    },
    hashtags: { zh: ['手冲咖啡'], en: ['pourover'] },
    formats: ['zhihu/article', 'x/post', 'threads/post', 'bluesky/post'],
    media: [],
    alt: { zh: '', en: '' },
    status: 'idea',
    pillar: { zh: '知识', en: 'Know-how' },
    when: { day: 10, time: '20:00' },
  },
  {
    title: { zh: '月末好物清单', en: 'Things we loved this month' },
    body: { zh: '一只滤杯、一本书、一条海边的路。', en: 'One dripper, one book, one road by the sea.' },
    hashtags: { zh: ['好物分享'], en: ['favourites'] },
    formats: ['weibo/post', 'instagram/carousel'],
    media: ['sea', 'cup', 'hills'],
    alt: { zh: '海、咖啡和山丘', en: 'Sea, coffee and hills' },
    status: 'draft',
    pillar: { zh: '日常', en: 'Everyday' },
    when: { day: -3, time: '21:00' },
  },
  {
    title: { zh: '联名杯垫设计征集', en: 'Design our next coaster' },
    body: { zh: '画一只你的纸船，评论区见。', en: 'Draw your own paper boat and show us in the comments.' },
    hashtags: { zh: ['征集'], en: ['opencall'] },
    formats: ['weibo/post', 'xiaohongshu/image'],
    media: ['menu'],
    alt: { zh: '纸船菜单', en: 'The Paper Boat menu' },
    status: 'idea',
    pillar: { zh: '日常', en: 'Everyday' },
    when: null,
  },
  {
    title: { zh: '员工推荐：雨天的豆子', en: 'Staff pick: beans for a rainy day' },
    body: { zh: '雨声、毛毯、深一点的烘焙。', en: 'Rain on the window, a blanket, a darker roast.' },
    hashtags: coffee,
    formats: ['instagram/feed', 'mastodon/post'],
    media: ['beans'],
    alt: { zh: '一袋咖啡豆', en: 'A bag of coffee' },
    status: 'idea',
    pillar: { zh: '产品', en: 'Product' },
    when: null,
  },
];
