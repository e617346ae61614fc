import { ownColumns, type PlanField } from './fields.ts';
import { readMoment } from './dates.ts';

/** Tools whose tables are known by their header; `other` is any table. */
export const tablePresets = ['galley', 'buffer', 'publer', 'metricool', 'hootsuite', 'ics', 'other'] as const;
export type TablePreset = (typeof tablePresets)[number];

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_\-()/:：（）]+/g, '');

const own: Record<string, PlanField> = {
  ...Object.fromEntries(
    ownColumns.map((column) => [column, column === 'due_utc' ? 'ignore' : (column as PlanField)]),
  ),
  local: 'date',
};

/** Meaning of the columns of each tool; sources as in `src-shared/handoff/scheduling-tables.ts`. */
const known: Record<
  Exclude<TablePreset, 'other' | 'ics' | 'hootsuite'>,
  { needed: string[]; means: Record<string, string> }
> = {
  galley: { needed: ['id', 'title', 'body', 'status', 'local', 'zone', 'targets'], means: own },
  buffer: {
    needed: ['Text', 'Image URL', 'Posting Time'],
    means: { Text: 'body', 'Image URL': 'media', Tags: 'labels', 'Posting Time': 'date' },
  },
  publer: {
    needed: ['Date', 'Text', 'Link(s)', 'Media URL(s)'],
    means: {
      Date: 'date',
      Text: 'body',
      'Link(s)': 'link',
      'Media URL(s)': 'media',
      Title: 'title',
      'Label(s)': 'labels',
      'Comment(s)': 'first_comment',
      'Post subtype': 'kind',
    },
  },
  metricool: {
    needed: ['Text', 'Date', 'Time', 'Draft'],
    means: {
      Text: 'body',
      Date: 'date',
      Time: 'time',
      Facebook: 'on:facebook',
      'Twitter/X': 'on:x',
      LinkedIn: 'on:linkedin',
      Instagram: 'on:instagram',
      Pinterest: 'on:pinterest',
      TikTok: 'on:tiktok',
      Youtube: 'on:youtube',
      Threads: 'on:threads',
      Bluesky: 'on:bluesky',
      'Picture Url 1': 'media',
      'Pinterest Pin Title': 'title',
      'Pinterest Pin Link': 'link',
      'Instagram Post Type': 'kind:instagram',
      'Facebook Post Type': 'kind:facebook',
      'Youtube Video Type': 'kind:youtube',
      'Youtube Video Title': 'title',
      'TikTok Title': 'title',
      'First Comment Text': 'first_comment',
    },
  },
};

/** Names of columns in tables that people keep themselves, in both languages, without blanks and signs. */
const spoken: [PlanField, RegExp][] = [
  ['id', /^(postid|编号|帖子id)$/],
  ['title', /^(title|name|subject|headline|topic|标题|名称|主题|选题)$/],
  [
    'body',
    /^(text|body|copy|caption|content|message|post|posttext|description|正文|内容|文案|文本|帖子|描述)$/,
  ],
  [
    'date',
    /^(date|day|datetime|when|postingtime|publishdate|publishtime|scheduledate|scheduled|scheduledat|scheduledtime|due|start|日期|发布日期|发布时间|排期|排期时间|计划时间|上线时间)$/,
  ],
  ['time', /^(time|hour|clock|时间|时刻|时间点)$/],
  ['zone', /^(zone|timezone|tz|时区)$/],
  ['platform', /^(platform|platforms|network|networks|channel|channels|socialnetwork|平台|渠道|发布平台)$/],
  ['kind', /^(type|posttype|format|kind|类型|形式|格式)$/],
  ['account', /^(account|accounts|profile|handle|账号|帐号|账户)$/],
  ['hashtags', /^(hashtags|hashtag|话题|话题标签)$/],
  ['link', /^(link|links|url|链接|网址)$/],
  ['first_comment', /^(firstcomment|comment|comments|首评|首条评论|评论)$/],
  ['campaign', /^(campaign|活动|营销活动|项目)$/],
  ['pillar', /^(pillar|contentpillar|category|theme|支柱|内容支柱|栏目|分类)$/],
  ['owner', /^(owner|author|assignee|responsible|负责人|作者|责任人)$/],
  ['labels', /^(labels|label|tags|tag|标签)$/],
  ['notes', /^(notes|note|remark|remarks|备注|说明)$/],
  ['brief', /^(brief|briefing|需求|创作要求)$/],
  ['status', /^(status|state|状态)$/],
  ['media', /^(media|image|imageurl|images|picture|photo|video|mediaurl|asset|图片|素材|视频|媒体)$/],
];

/** What a table of posts is: whose, whether its first row names columns, and what each column means. */
export interface Recognised {
  preset: TablePreset;
  hasHeader: boolean;
  mapping: string[];
}

function guess(header: readonly string[]): string[] {
  const taken = new Set<string>();
  return header.map((name) => {
    const field =
      spoken.find(([each, names]) => !taken.has(each) && names.test(plain(name)))?.[0] ?? 'ignore';
    taken.add(field);
    return field;
  });
}

/** Hootsuite's table names no columns: it begins with a day and a time, then the words, then a link. */
function isBareTable(first: readonly string[]): boolean {
  const [date = '', text = ''] = first;
  return (
    first.length >= 2 &&
    first.length <= 4 &&
    text.trim() !== '' &&
    readMoment(date, '', { zone: 'UTC', order: 'mdy' }) !== null
  );
}

/** Tells a table by its first row. `preset` forces one instead of looking. */
export function recognise(first: readonly string[], preset?: TablePreset): Recognised {
  const header = first.map((name) => name.replace(/^\uFEFF/, '').trim());
  const names = new Set(header.map(plain));
  const fits = (id: keyof typeof known): boolean => known[id].needed.every((name) => names.has(plain(name)));
  const found = preset ?? (['galley', 'buffer', 'publer', 'metricool'] as const).find(fits);
  if (found === 'hootsuite' || (found === undefined && isBareTable(first))) {
    const columns = ['date', 'body', 'link'];
    return {
      preset: 'hootsuite',
      hasHeader: false,
      mapping: first.map((_, index) => columns[index] ?? 'ignore'),
    };
  }
  if (found === undefined || found === 'other' || found === 'ics')
    return { preset: 'other', hasHeader: true, mapping: guess(header) };
  const means = new Map(Object.entries(known[found].means).map(([name, field]) => [plain(name), field]));
  return {
    preset: found,
    hasHeader: true,
    mapping: header.map((name) => means.get(plain(name)) ?? 'ignore'),
  };
}
