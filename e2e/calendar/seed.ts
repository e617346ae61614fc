import type { Page } from '@playwright/test';

export interface SeedPost {
  title: string;
  /** Wall time; null stays on the unscheduled list. */
  local: string | null;
  zone: string;
  formats: string[];
  status: 'idea' | 'draft' | 'review' | 'approved' | 'published';
  pillar: string;
}

const platforms = [
  'instagram/feed',
  'x/post',
  'weibo/post',
  'xiaohongshu/image',
  'douyin/video',
  'linkedin/post',
];
const statuses = ['idea', 'draft', 'review', 'approved'] as const;
const pillars = ['Everyday', 'Product', 'People'];

/** Repeatable numbers from 0 to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `inMonth` posts within one month (`YYYY-MM`), the others over the months after it, none of them in it. */
export function planOf(total: number, inMonth: number, month: string, zone: string): SeedPost[] {
  const next = numbers(7);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const [year = 2026, first = 1] = month.split('-').map(Number);
  return Array.from({ length: total }, (_, index) => {
    const offset = index < inMonth ? 0 : 2 + Math.floor(next() * 18);
    const minute = (7 * 60 + Math.floor(next() * 60) * 15) % 1440;
    const day = 1 + Math.floor(next() * 28);
    const at = new Date(Date.UTC(year, first - 1 + offset, day, 0, minute)).toISOString().slice(0, 16);
    const formats = [...new Set([pick(platforms), pick(platforms)])];
    return {
      title: `Post ${index + 1} ${pick(['Morning light', '新品上架', 'Behind the counter', '周末活动', 'A slow pour'])}`,
      local: at,
      zone,
      formats,
      status: pick(statuses),
      pillar: pick(pillars),
    };
  });
}

/** Makes the posts through the studio's own calls, fifty at a time. Answers their ids in order. */
export async function seed(page: Page, posts: readonly SeedPost[]): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const ids: string[] = [];
    const make = async (post: (typeof wanted)[number]): Promise<string> => {
      const change = {
        title: post.title,
        body: `${post.title}. A few more words.`,
        status: post.status,
        pillar: post.pillar,
        targets: post.formats.map((format) => ({ format, overrides: {} })),
      };
      const schedule = post.local === null ? null : { local: post.local, zone: post.zone };
      const response = await fetch('/call/posts.create', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ change, schedule }),
      });
      const answer = (await response.json()) as {
        ok: boolean;
        value: { id: string };
        failure?: { message: { en: string } };
      };
      if (!answer.ok) throw new Error(answer.failure?.message.en);
      return answer.value.id;
    };
    for (let start = 0; start < wanted.length; start += 50)
      ids.push(...(await Promise.all(wanted.slice(start, start + 50).map(make))));
    return ids;
  }, posts as SeedPost[]);
}
