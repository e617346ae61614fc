/** A platform as tables may name it. */
export interface NamedPlatform {
  id: string;
  /** Its names in both languages. */
  names: readonly string[];
  /** Ids of its formats, the usual one first. */
  formats: readonly string[];
}

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_\-./]+/g, '');

/** Names that people and tools write beside the official ones. */
const others: Record<string, string> = {
  twitter: 'x',
  twitterx: 'x',
  ig: 'instagram',
  insta: 'instagram',
  fb: 'facebook',
  yt: 'youtube',
  tt: 'tiktok',
  red: 'xiaohongshu',
  rednote: 'xiaohongshu',
  xhs: 'xiaohongshu',
  小红书: 'xiaohongshu',
  抖音: 'douyin',
  快手: 'kuaishou',
  微博: 'weibo',
  新浪微博: 'weibo',
  b站: 'bilibili',
  哔哩哔哩: 'bilibili',
  知乎: 'zhihu',
  头条: 'toutiao',
  今日头条: 'toutiao',
  公众号: 'wechat-article',
  微信公众号: 'wechat-article',
  wechat: 'wechat-article',
  视频号: 'wechat-channels',
  微信视频号: 'wechat-channels',
  朋友圈: 'wechat-moments',
};

export interface PlatformReader {
  /** `platform/format` of what a cell names; null when it is nothing known. */
  format(name: string, kind: string): string | null;
}

/** Finds formats by the names that tables use. */
export function createPlatformReader(platforms: readonly NamedPlatform[]): PlatformReader {
  const byName = new Map<string, NamedPlatform>();
  for (const platform of platforms) {
    for (const name of [platform.id, ...platform.names]) byName.set(plain(name), platform);
  }
  for (const [name, id] of Object.entries(others)) {
    const platform = platforms.find((each) => each.id === id);
    if (platform && !byName.has(plain(name))) byName.set(plain(name), platform);
  }
  const find = (name: string, kind: string): string | null => {
    const [first = '', second] = name.trim().split('/');
    const exact = byName.get(plain(first));
    if (exact && second !== undefined && exact.formats.includes(second.trim()))
      return `${exact.id}/${second.trim()}`;
    const platform = byName.get(plain(name)) ?? null;
    if (!platform) return null;
    const wanted = plain(kind);
    const named = platform.formats.find(
      (format) =>
        wanted !== '' &&
        (plain(format) === wanted || `${plain(format)}s` === wanted || plain(format) === `${wanted}s`),
    );
    const format = named ?? platform.formats[0];
    return format === undefined ? null : `${platform.id}/${format}`;
  };
  /** Tables name the same few platforms on every row. */
  const found = new Map<string, string | null>();
  return {
    format(name, kind) {
      const key = `${name}\n${kind}`;
      const known = found.get(key);
      if (known !== undefined) return known;
      const format = find(name, kind);
      found.set(key, format);
      return format;
    },
  };
}
