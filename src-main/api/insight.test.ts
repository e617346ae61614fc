import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Post } from '#shared/domain/post.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

const zone = 'Asia/Shanghai';
let studio: TestStudio;
let today = '';

beforeAll(async () => {
  studio = await createTestStudio();
  today = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date());
});
afterAll(() => studio.remove());

/** A wall time of a day so many days from today. */
const at = (days: number, time: string): string => `${addDays(today, days)}T${time}`;

async function post(
  title: string,
  local: string,
  more: Partial<Pick<Post, 'body' | 'status' | 'pillar' | 'campaign' | 'attachments'>> & {
    format?: string;
    accountId?: string | null;
  } = {},
): Promise<Post> {
  const { format = 'x/post', accountId = null, ...rest } = more;
  return studio.call('posts.create', {
    change: { title, ...rest, targets: [{ format, accountId, overrides: {} }] },
    schedule: { local, zone },
  });
}

async function warningsOf(from: number, to: number) {
  return studio.call('insight.warnings', { from: at(from, '00:00'), to: at(to, '00:00'), zone });
}

const attached = (refId: string) => ({
  id: crypto.randomUUID(),
  kind: 'asset' as const,
  refId,
  alt: '',
  crop: null,
  trim: null,
  coverAt: null,
});

describe('insight.warnings', () => {
  it('finds posts of one platform that stand in each other’s way, and offers to move the later', async () => {
    const first = await post('Morning', at(10, '09:00'), { status: 'approved' });
    const second = await post('Also morning', at(10, '09:20'), { status: 'approved' });
    await post('Elsewhere', at(10, '09:10'), { status: 'approved', format: 'weibo/post' });
    const { warnings } = await warningsOf(10, 11);
    expect(warnings.map(({ code }) => code)).toEqual(['clash']);
    expect(warnings[0]).toMatchObject({
      postIds: [first.id, second.id],
      movable: second.id,
      day: addDays(today, 10),
      message: { en: 'X (Twitter): 2 posts stand less than 30 minutes apart.' },
    });
    expect(await warningsOf(10, 11)).toEqual(await warningsOf(10, 11));
  });

  it('finds nearly the same Chinese words on one platform, not on another', async () => {
    const body =
      '今天的豆子来自埃塞俄比亚，水洗处理，花香明显，酸质明亮，欢迎到店品尝，第二杯半价，还有新鲜出炉的可颂。';
    const one = await post('周一', at(20, '09:00'), { body, status: 'approved' });
    const other = await post('周三', at(22, '09:00'), { body: `${body}！`, status: 'approved' });
    await post('微博', at(23, '09:00'), { body, status: 'approved', format: 'weibo/post' });
    const { warnings } = await warningsOf(20, 25);
    expect(warnings.map(({ code, postIds }) => ({ code, postIds }))).toEqual([
      { code: 'same-text', postIds: [one.id, other.id] },
    ]);
  });

  it('finds the same picture again, and another file of it', async () => {
    const pixels = Buffer.from(
      Array.from({ length: 64 * 64 }, (_, index) => {
        const [x, y] = [index % 64, Math.floor(index / 64)];
        return Math.round(128 + 100 * Math.sin(x / 5 + y / 9) * Math.cos(y / 4));
      }),
    );
    const picture = sharp(pixels, { raw: { width: 64, height: 64, channels: 1 } });
    const paths = ['one.png', 'smaller.jpg'].map((name) => join(studio.folder, name));
    await picture
      .clone()
      .resize(640)
      .png()
      .toFile(paths[0] ?? '');
    await picture
      .clone()
      .resize(300)
      .jpeg({ quality: 70 })
      .toFile(paths[1] ?? '');
    const { imported } = await studio.job('assets.import', {
      sources: paths.map((path) => ({ kind: 'path' as const, path })),
    });
    const [png, jpeg] = ['one', 'smaller'].map(
      (name) => imported.find((asset) => asset.name.startsWith(name))?.id ?? '',
    );
    const use = (title: string, day: number, id = '') =>
      post(title, at(day, '12:00'), { status: 'approved', attachments: [attached(id)] });
    const first = await use('Beans', 30, png);
    const again = await use('Beans again', 33, png);
    const copy = await use('Beans as JPEG', 36, jpeg);
    const { warnings, picturesLeft } = await warningsOf(30, 40);
    expect(picturesLeft).toBe(0);
    expect(warnings.map(({ code, postIds }) => ({ code, postIds }))).toEqual([
      { code: 'same-media', postIds: [first.id, again.id] },
      { code: 'same-picture', postIds: [first.id, again.id, copy.id] },
    ]);
  });

  it('asks for approvals and media before the lead time, and for drafts to be finished', async () => {
    await studio.call('plan.saveKit', {
      kind: 'approval-rule',
      name: 'Spring',
      body: { accountIds: [], campaigns: ['Spring'], needs: [{ role: 'client', count: 1 }], leadHours: 72 },
    });
    const asked = await post('Client looks', at(2, '09:00'), { campaign: 'Spring', status: 'draft' });
    const bare = await post('No picture', at(1, '00:00'), { format: 'instagram/feed', status: 'draft' });
    const { warnings } = await warningsOf(0, 4);
    expect(warnings.map(({ code, severity, postIds }) => [code, severity, postIds[0]])).toEqual([
      ['media-missing', 'error', bare.id],
      ['approval-missing', 'error', asked.id],
      ['not-ready', 'warning', bare.id],
    ]);
  });

  it('minds quiet hours over midnight, topics and gaps; what is put away stays away', async () => {
    const settings = { topicDays: 1, mediaDays: 14, textDays: 30, leadHours: 24, dismissed: [] };
    const quiet = { from: '22:00', to: '07:00' };
    const saved = await studio.call('kit.save', {
      kind: 'warning-settings',
      name: 'warnings',
      body: { ...settings, quiet },
    });
    const account = await studio.call('kit.save', {
      kind: 'account',
      name: 'Shop',
      body: { platform: 'x', handle: 'shop', language: null, hue: null, note: '' },
    });
    await studio.call('plan.saveKit', {
      kind: 'cadence',
      name: 'Shop',
      body: { accountId: account.id, platform: 'x', perWeek: 7 },
    });
    const night = { accountId: account.id, status: 'approved' as const, pillar: 'People' };
    await post('Night', at(60, '23:30'), night);
    await post('Early', at(60, '06:59'), night);
    await post('Awake', at(61, '07:00'), { ...night, pillar: '' });
    const { warnings } = await warningsOf(60, 64);
    expect(warnings.map(({ code, day }) => [code, day])).toEqual([
      ['quiet-hours', addDays(today, 60)],
      ['quiet-hours', addDays(today, 60)],
      ['same-topic', addDays(today, 60)],
      ['gap', addDays(today, 62)],
    ]);
    const [first] = warnings;
    await studio.call('kit.save', {
      kind: 'warning-settings',
      id: saved.id,
      revision: saved.revision,
      name: 'warnings',
      body: { ...settings, quiet, dismissed: [first?.key ?? ''] },
    });
    const after = await warningsOf(60, 64);
    expect(after.warnings).toEqual(warnings.slice(1));
    expect(after.dismissed).toBe(1);
  });
});

describe('insight.balance', () => {
  it('counts whole weeks of a cadence and shares of pillars', async () => {
    await studio.call('plan.saveKit', {
      kind: 'pillar',
      name: 'People',
      body: { share: 60, hue: null, description: '' },
    });
    const { cadences, pillars, counted, without } = await studio.call('insight.balance', {
      from: addDays(today, 60),
      to: addDays(today, 62),
      zone,
    });
    expect(cadences.flatMap(({ weeks }) => weeks).reduce((sum, { planned }) => sum + planned, 0)).toBe(3);
    expect(pillars).toMatchObject([{ name: 'People', wanted: 60, actual: 100, count: 2 }]);
    expect({ counted, without }).toEqual({ counted: 2, without: 1 });
  });
});

describe('results', () => {
  it('come in from a table, once each, and then say the best hours', async () => {
    const before = await studio.call('insight.bestHours', { platform: 'xiaohongshu', zone });
    expect(before.source).toEqual({ kind: 'estimate' });
    const sourced = await studio.call('insight.bestHours', { platform: 'tiktok', zone });
    expect(sourced.source).toMatchObject({ kind: 'source', confidence: 'study' });
    expect(sourced.best[0]).toEqual({ weekday: 2, hour: 14, score: 1 });

    const rows = Array.from({ length: 24 }, (_, index) => {
      const day = String(1 + index).padStart(2, '0');
      // Wednesdays at 21:00 do ten times as well.
      const isBest = (index + 1) % 7 === 4;
      return `笔记${index},2026-03-${day} ${isBest ? '21:00' : '10:00'},"1,000",${isBest ? 300 : 30},5`;
    });
    const path = join(studio.folder, '笔记.csv');
    writeFileSync(
      path,
      ['数据说明：近30天', '笔记标题,发布时间,观看量,点赞,收藏', ...rows, '坏行,不是日期,10,1,1'].join('\n'),
    );
    const wanted = {
      source: { kind: 'path' as const, path },
      name: '笔记.csv',
      platform: 'xiaohongshu',
      zone,
    };
    const first = await studio.job('results.import', wanted);
    expect(first).toMatchObject({ rows: 25, added: 24, changed: 0, same: 0, refused: [{ row: 27 }] });
    expect(await studio.job('results.import', wanted)).toMatchObject({ added: 0, same: 24 });
    const { source, best } = await studio.call('insight.bestHours', { platform: 'xiaohongshu', zone });
    expect(source).toEqual({ kind: 'results', count: 24 });
    expect(best[0]).toMatchObject({ weekday: 3, hour: 21, score: 1 });
    expect(await studio.call('results.report', { zone, from: '2026-03-04' })).toMatchObject([
      {
        ...{ platform: 'xiaohongshu', accountId: null, count: 21, reach: 21_000, medianReach: 1000 },
        ...{ from: '2026-03-04', to: '2026-03-24', months: [{ month: '2026-03', count: 21 }] },
        top: [{ local: '2026-03-04T21:00', title: '笔记3', engagements: 305 }, {}, {}, {}, {}],
      },
    ]);
    expect(await studio.call('results.report', { zone, platform: 'weibo' })).toEqual([]);
    expect(await studio.call('results.report', { zone, to: '2026-02-28' })).toEqual([]);
  });

  it('refuses a table without dates or reach', async () => {
    const path = join(studio.folder, 'other.csv');
    writeFileSync(path, 'name,colour\na,b\n');
    await expect(
      studio.job('results.import', {
        source: { kind: 'path', path },
        name: 'other.csv',
        platform: 'x',
        zone,
      }),
    ).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});
