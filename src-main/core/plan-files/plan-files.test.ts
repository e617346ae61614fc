import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallInput } from '#shared/contract/index.ts';
import { createTestStudio, type TestStudio } from '#main/core/testing/studio.ts';

let studio: TestStudio;
let files = 0;

beforeAll(async () => {
  studio = await createTestStudio();
  mkdirSync(join(studio.folder, 'files'));
});
afterAll(() => studio.remove());

function file(
  name: string,
  content: string | Uint8Array,
): { source: { kind: 'path'; path: string }; name: string } {
  files += 1;
  const path = join(studio.folder, 'files', `${files}-${name}`);
  writeFileSync(path, content);
  return { source: { kind: 'path', path }, name };
}

async function bring(
  name: string,
  content: string | Uint8Array,
  more: Partial<CallInput<'planfile.import'>> = {},
) {
  const result = await studio.job('planfile.import', { ...file(name, content), ...more });
  expect(result.imported + result.updated + result.same + result.refused.length).toBe(result.rows);
  return result;
}

async function titles(): Promise<string[]> {
  const { items } = await studio.call('posts.list', { limit: 500 });
  return items.map((post) => post.title || post.excerpt).toSorted();
}

/** Encodes as Excel in Chinese does. */
const gb18030 = (text: string): Uint8Array => {
  const known: Record<string, number[]> = {
    标: [0xb1, 0xea],
    题: [0xcc, 0xe2],
    日: [0xc8, 0xd5],
    期: [0xc6, 0xda],
    新: [0xd0, 0xc2],
    品: [0xc6, 0xb7],
  };
  return Uint8Array.from(Array.from(text).flatMap((sign) => known[sign] ?? [sign.charCodeAt(0)]));
};

describe('tables of other tools', () => {
  it('reads Metricool, Publer, Buffer and Hootsuite by their columns', async () => {
    const metricool = await studio.job(
      'planfile.read',
      file(
        'm.csv',
        'Text,Date,Time,Draft,Facebook,Twitter/X,Instagram\nHello,2026-03-04,10:30:00,true,true,false,true\n',
      ),
    );
    expect(metricool).toMatchObject({ preset: 'metricool', rows: 1, dateOrder: 'none' });
    const publer = await studio.job(
      'planfile.read',
      file('p.csv', 'Date,Text,Link(s),Media URL(s),Title\n2026/03/04 10:30,Hi,,,\n'),
    );
    expect(publer.preset).toBe('publer');
    const buffer = await studio.job(
      'planfile.read',
      file('b.csv', 'Text,Image URL,Tags,Posting Time\nHi,,,2026-03-04 10:00\n'),
    );
    expect(buffer.preset).toBe('buffer');
    const hootsuite = await studio.job(
      'planfile.read',
      file('h.csv', '03/14/2026 10:30,"Hello, you",https://a.example\n'),
    );
    expect(hootsuite).toMatchObject({ preset: 'hootsuite', rows: 1, dateOrder: 'mdy' });
  });

  it('makes posts with their platforms once, however often the file is brought in', async () => {
    const text =
      'Text,Date,Time,Draft,Facebook,Twitter/X,Instagram,Instagram Post Type\n' +
      'Spring,2026-03-04,10:30:00,true,true,false,true,REEL\n' +
      ',,,,,,,\n' +
      'Total,,,2,,,,\n' +
      'No such day,2026-02-30,10:00,true,true,,,\n';
    const first = await bring('m.csv', text);
    expect(first).toMatchObject({ rows: 3, imported: 1, updated: 0 });
    expect(first.refused.map(({ row }) => row)).toEqual([4, 5]);
    const again = await bring('m.csv', text);
    expect(again).toMatchObject({ rows: 3, imported: 0, updated: 0, same: 1 });
    const moved = await bring('m.csv', text.replace('2026-03-04', '2026-03-05'));
    expect(moved).toMatchObject({ imported: 0, updated: 1 });
    const { items } = await studio.call('posts.list', { search: 'Spring' });
    expect(items).toMatchObject([
      {
        formats: ['facebook/feed', 'instagram/reel'],
        schedule: { local: '2026-03-05T10:30', zone: 'Asia/Shanghai' },
      },
    ]);
    const before = await titles();
    await studio.call('plan.undo', {});
    await studio.call('plan.undo', {});
    expect(await titles()).not.toEqual(before);
    const back = await bring('m.csv', text);
    expect(back).toMatchObject({ imported: 1 });
  });

  it('asks for the order of dates that can be read both ways', async () => {
    const text = 'title,date\nOne,03/04/2026\nTwo,05/06/2026\n';
    await expect(studio.job('planfile.preview', file('a.csv', text))).rejects.toMatchObject({
      code: 'invalid-input',
    });
    const { rows } = await studio.job('planfile.preview', { ...file('a.csv', text), dateOrder: 'dmy' });
    expect(rows.map(({ local }) => local)).toEqual(['2026-04-03T09:00', '2026-06-05T09:00']);
  });

  it.each([
    ['utf-8', new TextEncoder().encode('标题,日期\n新品,2026-03-04\n')],
    ['utf-8', new TextEncoder().encode('\uFEFF标题;日期\n新品;2026-03-04\n')],
    ['gb18030', gb18030('标题,日期\n新品,2026-03-04\n')],
    ['utf-16le', Buffer.from('\uFEFF标题\t日期\n新品\t2026-03-04\n', 'utf16le')],
  ])('reads %s', async (encoding, bytes) => {
    const read = await studio.job('planfile.read', file('z.csv', bytes));
    expect(read).toMatchObject({
      encoding,
      columns: ['标题', '日期'],
      mapping: ['title', 'date'],
      sample: [['新品', '2026-03-04']],
    });
  });
});

describe('our own files', () => {
  async function freshPost(change: CallInput<'posts.create'>['change']) {
    return studio.call('posts.create', { change });
  }

  it.each(['csv', 'xlsx', 'json', 'ics'] as const)(
    'come back from %s without a change, and with one',
    async (format) => {
      const { id } = await freshPost({
        title: `=1+1 ${format}`,
        body: 'Line one,\n"quoted"; \'apostrophe\n@you',
        labels: ['a b', 'c;d%3B', '-x'],
        hashtags: ['新品', 'two'],
        link: 'https://a.example/?a=1,2',
        notes: '\tnote',
        brief: 'brief',
        targets: [{ format: 'x/post' }, { format: 'weibo/post' }],
      });
      const made = await studio.call('posts.get', { id });
      const [, second] = made.targets;
      await studio.call('posts.schedule', {
        moves: [
          { id, targetId: null, schedule: { local: '2026-03-29T02:30', zone: 'Europe/Berlin' } },
          {
            id,
            targetId: second?.id ?? null,
            schedule: { local: '2026-11-01T01:30', zone: 'America/New_York' },
          },
        ],
      });
      const before = await studio.call('posts.get', { id });
      const out = await studio.job('planfile.export', { format, ids: [id], alarmMinutes: 15 });
      const source = { source: { kind: 'path' as const, path: out.path }, name: out.name };
      const same = await studio.job('planfile.import', source);
      expect(same).toMatchObject({ rows: 1, same: 1, refused: [] });
      await studio.call('posts.save', {
        id,
        revision: before.revision,
        change: { title: 'Other', body: 'Other', labels: [] },
      });
      await studio.call('posts.schedule', { moves: [{ id, targetId: null, schedule: null }] });
      const back = await studio.job('planfile.import', source);
      expect(back).toMatchObject({ rows: 1, updated: 1 });
      const after = await studio.call('posts.get', { id });
      const { revision: _a, updatedAt: _b, ...wanted } = before;
      expect(after).toMatchObject(wanted);
      await studio.call('plan.undo', {});
      expect(await studio.call('posts.get', { id })).toMatchObject({
        title: 'Other',
        labels: [],
        schedule: null,
      });
    },
  );

  it('never change what is out', async () => {
    const { id } = await freshPost({ title: 'Out', body: 'x', targets: [{ format: 'x/post' }] });
    const out = await studio.job('planfile.export', { format: 'csv', ids: [id] });
    const post = await studio.call('posts.get', { id });
    await studio.call('posts.markPublished', {
      id,
      targetId: post.targets[0]?.id ?? '',
      published: { at: '2026-03-01T00:00:00.000Z', url: '' },
    });
    const text = readFileSync(out.path, 'utf8').replace('Out', 'Changed');
    const result = await bring('own.csv', text);
    expect(result).toMatchObject({ rows: 1, updated: 0, refused: [{ row: 2 }] });
    expect((await studio.call('posts.get', { id })).title).toBe('Out');
  });

  it('paints the month as a PDF with real text and as a PNG', async () => {
    const { id } = await freshPost({ title: '春季新品发布', body: 'x' });
    await studio.call('posts.schedule', {
      moves: [{ id, targetId: null, schedule: { local: '2027-03-10T09:00', zone: 'Asia/Shanghai' } }],
    });
    const pdf = await studio.job('planfile.export', { format: 'pdf', month: '2027-03', language: 'zh' });
    expect(pdf.rows).toBe(1);
    expect(readFileSync(pdf.path).subarray(0, 4).toString()).toBe('%PDF');
    if (spawnSync('pdftotext', ['-v']).status === 0) {
      const { stdout } = spawnSync('pdftotext', [pdf.path, '-'], { encoding: 'utf8' });
      expect(stdout).toContain('春季新品发布');
      expect(stdout).toContain('09:00');
    }
    const two = { month: '2027-03', lastMonth: '2027-04' };
    const pages = await studio.job('planfile.export', { format: 'pdf', ...two });
    expect(pages.rows).toBe(1);
    expect(readFileSync(pages.path, 'latin1').match(/\/Count (\d+)/)?.[1]).toBe('2');
    const pictures = await studio.job('planfile.export', { format: 'png', ...two });
    expect(pictures.name).toMatch(/2027-03–2027-04\.zip$/);
    const names = readFileSync(pictures.path, 'latin1');
    for (const month of ['2027-03', '2027-04']) expect(names).toContain(`${month}.png`);
    await expect(
      studio.job('planfile.export', { format: 'pdf', month: '2027-03', lastMonth: '2027-02' }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    const png = await studio.job('planfile.export', { format: 'png', month: '2027-03' });
    expect(readFileSync(png.path).readUInt32BE(16)).toBe(2246);
  });
});

describe('ten thousand rows', () => {
  it('come in as one step', async () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, index) =>
        `Post ${index},Body ${index},2026-${String((index % 12) + 1).padStart(2, '0')}-15 10:00,instagram`,
    );
    const result = await bring('many.csv', `title,body,date,platform\n${rows.join('\n')}\n`);
    expect(result).toMatchObject({ rows: 10_000, imported: 10_000 });
    expect(await bring('many.csv', `title,body,date,platform\n${rows.join('\n')}\n`)).toMatchObject({
      same: 10_000,
    });
    await studio.call('plan.undo', {});
  }, 60_000);
});
