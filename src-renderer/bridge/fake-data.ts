import type { Asset } from '#shared/domain/asset.ts';
import type { ClipSummary, DesignSummary } from '#shared/domain/design-record.ts';
import { blankSummary } from '#shared/domain/blank-post.ts';
import type { PostSummary, postStatuses } from '#shared/domain/post.ts';

/** Invented content for developing screens without a core. */
const id = (kind: number, index: number): string =>
  `0190000${kind}-0000-7000-8000-${String(index).padStart(12, '0')}`;

const now = new Date();
const zone = 'Asia/Shanghai';

function localTime(dayOffset: number, hour: number): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + dayOffset);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}T${pad(hour)}:30`;
}

const sizes: readonly [number, number][] = [
  [1600, 1067],
  [1080, 1350],
  [1080, 1920],
  [2000, 1000],
  [1200, 1200],
  [900, 1200],
];

export const fakeAssets: Asset[] = Array.from({ length: 60 }, (_, index) => {
  const [width, height] = sizes[index % sizes.length] ?? [100, 100];
  const video = index % 9 === 4;
  return {
    id: id(1, index),
    revision: 1,
    sha256: String(index).padStart(64, '0'),
    name: video ? `IMG_${2000 + index}.MOV` : `harbour-${index}.jpg`,
    kind: video ? 'video' : 'image',
    type: video ? 'video/quicktime' : 'image/jpeg',
    extension: video ? 'mov' : 'jpg',
    bytes: 400_000 + index * 91_003,
    width,
    height,
    duration: video ? 12.4 : 0,
    fps: video ? 30 : null,
    codec: video ? 'h264' : null,
    hasAudio: video,
    hasAlpha: false,
    animated: false,
    hasLocation: index % 5 === 0,
    alt: index % 3 === 0 ? 'A harbour at first light' : '',
    tags: index % 4 === 0 ? ['harbour', '清晨'] : index % 4 === 1 ? ['people'] : [],
    source: '',
    licence: '',
    licenceUntil: null,
    createdAt: new Date(now.getTime() - index * 3_600_000).toISOString(),
    trashedAt: null,
  };
});

const titles = ['早市第一锅豆浆', 'Behind the counter', '新品预告：桂花拿铁', 'Three questions we get', ''];
const statuses: readonly (typeof postStatuses)[number][] = [
  'idea',
  'draft',
  'review',
  'approved',
  'published',
];
const formatSets = [
  ['x/post', 'weibo/post'],
  ['instagram/portrait'],
  ['xiaohongshu/note', 'douyin/video'],
  [],
];

export const fakePosts: PostSummary[] = Array.from({ length: 24 }, (_, index) => {
  const local = index % 4 === 3 ? null : localTime((index % 9) - 2, 8 + (index % 12));
  return {
    ...blankSummary(id(2, index)),
    title: titles[index % titles.length] ?? '',
    excerpt: 'We open at six. The first pot is always the best one, and so is the first customer.',
    status: statuses[index % statuses.length] ?? 'draft',
    formats: formatSets[index % formatSets.length] ?? [],
    schedule: local ? { local, zone } : null,
    dueAt: local ? new Date(`${local}:00+08:00`).toISOString() : null,
    thumbnail: index % 3 === 2 ? null : `thumb/${id(1, index)}`,
    updatedAt: new Date(now.getTime() - index * 5_000_000).toISOString(),
  };
});

export const fakeDesigns: DesignSummary[] = Array.from({ length: 8 }, (_, index) => ({
  id: id(3, index),
  revision: 1,
  name: ['Opening hours', '桂花拿铁海报', 'Quote card', 'Story frame'][index % 4] ?? '',
  width: 1080,
  height: index % 2 === 0 ? 1350 : 1080,
  pages: 1 + (index % 3),
  thumbnail: `thumb/${id(1, index + 20)}`,
  updatedAt: new Date(now.getTime() - index * 8_000_000).toISOString(),
  trashedAt: null,
}));

export const fakeClips: ClipSummary[] = Array.from({ length: 4 }, (_, index) => ({
  id: id(4, index),
  revision: 1,
  name: `Morning cut ${index + 1}`,
  assetId: id(1, 4),
  duration: 8.2 + index,
  thumbnail: `thumb/${id(1, 4 + index * 9)}`,
  updatedAt: new Date(now.getTime() - index * 9_000_000).toISOString(),
  trashedAt: null,
}));

/** A flat picture in a hue of its own, in the shape of the asset. */
export function fakePicture(path: string): string {
  const number = Number(/(\d{12})/.exec(path)?.[1] ?? 0);
  const [width, height] = sizes[number % sizes.length] ?? [100, 100];
  const hue = (number * 47) % 360;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 38% 74%)"/><circle cx="70%" cy="34%" r="${Math.min(width, height) / 6}" fill="hsl(${hue + 40} 60% 58%)"/><path d="M0 ${height * 0.75}Q${width / 2} ${height * 0.5} ${width} ${height * 0.78}V${height}H0z" fill="hsl(${hue + 190} 24% 34%)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
