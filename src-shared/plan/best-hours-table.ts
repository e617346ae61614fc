/** What a column of an export of results means. */
export const resultFields = [
  'date',
  'time',
  'link',
  'title',
  'reach',
  'impressions',
  'engagements',
  'part',
] as const;
export type ResultField = (typeof resultFields)[number];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/\([^)]*\)|（[^）]*）/g, '')
    .replaceAll(/[\s_\-/:：.#]+/g, '');

/** Names of columns in the exports of platforms and tools, without spaces; the first that fits decides. */
const names: readonly [ResultField, readonly string[]][] = [
  [
    'date',
    [
      'date',
      'publishtime',
      'publishdate',
      'publishedat',
      'publishedtime',
      'posttime',
      'postdate',
      'posteddate',
      'postedat',
      'createdat',
      'createddate',
      'created',
      'videopublishtime',
      'datetime',
      'published',
      'sentat',
      '发布时间',
      '发布日期',
      '发表时间',
      '首次发布时间',
      '作品发布时间',
      '发表日期',
      '推送时间',
      '群发时间',
      '日期',
      '时间',
    ],
  ],
  ['time', ['timeofday', 'hour', 'time', '时刻', '小时']],
  [
    'link',
    [
      'permalink',
      'url',
      'link',
      'posturl',
      'postlink',
      'postpermalink',
      'tweetpermalink',
      'videolink',
      '链接',
      '作品链接',
      '内容链接',
      '笔记链接',
      '文章链接',
      '微博链接',
      '视频链接',
    ],
  ],
  [
    'title',
    [
      'title',
      'posttitle',
      'videotitle',
      'description',
      'text',
      'posttext',
      'tweettext',
      'caption',
      'message',
      '标题',
      '作品名称',
      '笔记标题',
      '内容标题',
      '文章标题',
      '视频标题',
      '正文',
      '微博内容',
      '作品标题',
    ],
  ],
  [
    'reach',
    [
      'reach',
      'accountsreached',
      'uniqueimpressions',
      'peoplereached',
      'reachedaudience',
      '触达',
      '触达人数',
      '覆盖人数',
      '阅读人数',
      '观看人数',
      '送达人数',
    ],
  ],
  [
    'impressions',
    [
      'impressions',
      'views',
      'videoviews',
      'plays',
      'totalviews',
      '曝光',
      '曝光量',
      '曝光数',
      '展现量',
      '展现',
      '浏览量',
      '阅读量',
      '阅读数',
      '阅读',
      '播放量',
      '播放',
      '播放次数',
      '观看量',
      '浏览',
      '阅读次数',
    ],
  ],
  [
    'engagements',
    [
      'engagements',
      'engagement',
      'totalengagements',
      'interactions',
      'totalinteractions',
      '互动',
      '互动量',
      '互动数',
      '总互动',
    ],
  ],
  [
    'part',
    [
      'likes',
      'reactions',
      'favorites',
      'comments',
      'commentsadded',
      'replies',
      'shares',
      'reposts',
      'retweets',
      'quotes',
      'saves',
      'bookmarks',
      'clicks',
      'linkclicks',
      'reactionscommentsandshares',
      '点赞',
      '点赞数',
      '点赞量',
      '赞',
      '评论',
      '评论数',
      '评论量',
      '转发',
      '转发数',
      '转发量',
      '分享',
      '分享数',
      '分享量',
      '分享次数',
      '收藏',
      '收藏数',
      '收藏量',
      '投币',
      '弹幕',
      '弹幕数',
      '在看',
      '在看数',
      '爱心',
      '喜欢',
      '推荐',
    ],
  ],
];

/** Meaning of each column by its name; null where it has none here. */
export function readColumns(header: readonly string[]): (ResultField | null)[] {
  const taken = new Set<ResultField>();
  return header.map((cell) => {
    const name = plain(cell.replace(/^\uFEFF/, ''));
    const field = names.find(([, known]) => known.includes(name))?.[0] ?? null;
    if (field === null || (field !== 'part' && taken.has(field))) return null;
    taken.add(field);
    return field;
  });
}

/** The row that names the columns: platforms write some lines about the file above it. -1 when there is none. */
export function headerRow(cells: readonly (readonly string[])[]): number {
  return cells.slice(0, 20).findIndex((row) => {
    const fields = readColumns(row);
    return fields.includes('date') && (fields.includes('reach') || fields.includes('impressions'));
  });
}

/** `1,234`, `1.2万`, `3.4K`, `12%`: the number, or null. */
export function readCount(cell: string): number | null {
  const found = /^([\d.,\s]+?)\s*(万|w|亿|k|m)?\+?$/i.exec(cell.trim());
  if (!found?.[1]) return null;
  const number = Number(found[1].replaceAll(/[,\s]/g, ''));
  const scale = { 万: 1e4, w: 1e4, 亿: 1e8, k: 1e3, m: 1e6 }[(found[2] ?? '').toLowerCase()] ?? 1;
  return Number.isFinite(number) ? Math.round(number * scale) : null;
}

export interface ResultRow {
  date: string;
  time: string;
  link: string;
  title: string;
  /** 0 where it is not known. */
  reach: number;
  engagements: number;
}

/** One row of results; reach before impressions, the sum of all parts where engagements are not counted together. */
export function readResult(row: readonly string[], fields: readonly (ResultField | null)[]): ResultRow {
  const text = (field: ResultField): string => (row[fields.indexOf(field)] ?? '').trim();
  const count = (field: ResultField): number | null => readCount(text(field));
  const parts = fields.reduce(
    (sum, field, index) => (field === 'part' ? sum + (readCount(row[index] ?? '') ?? 0) : sum),
    0,
  );
  return {
    date: text('date'),
    time: text('time'),
    link: text('link'),
    title: text('title'),
    reach: count('reach') || count('impressions') || 0,
    engagements: count('engagements') ?? parts,
  };
}
