import fc from 'fast-check';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schedulingTables, type TableEntry } from '#shared/handoff/scheduling-tables.ts';
import { createTestStudio, type TestStudio } from '../testing/studio.ts';

const entry: TableEntry = {
  postId: 'p',
  title: 'Autumn',
  platform: 'x',
  formatId: 'post',
  at: '2026-12-01T09:30',
  text: 'Autumn, "new"\nline 2',
  heading: '',
  link: 'https://example.com/a',
  firstComment: '',
  labels: ['autumn'],
  alts: [],
  files: [],
};

/** The cells as a program reads them. */
function cells(text: string): string[][] {
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
}

describe('tables of scheduling tools', () => {
  it('gives each tool its own columns and form of the time', () => {
    const first = (tool: Parameters<typeof schedulingTables>[0]): string[][] =>
      cells(schedulingTables(tool, [entry]).tables[0]?.text ?? '');
    expect(first('buffer')).toEqual([
      ['Text', 'Image URL', 'Tags', 'Posting Time'],
      [entry.text, '', 'autumn', '2026-12-01 09:30'],
    ]);
    expect(first('hootsuite')).toEqual([['12/01/2026 09:30', entry.text, entry.link]]);
    const publer = first('publer');
    expect(publer[0]).toHaveLength(12);
    expect(publer[1]?.slice(0, 3)).toEqual(['2026-12-01 09:30', entry.text, entry.link]);
    const [header = [], row = []] = first('metricool');
    const named = Object.fromEntries(header.map((name, index) => [name, row[index]]));
    expect(named).toMatchObject({
      'Twitter/X': 'true',
      Facebook: 'false',
      Date: '2026-12-01',
      Time: '09:30:00',
    });
    expect(named['Draft']).toBe('true');
  });

  it('reads back any text, and no cell starts a formula', () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(anyText, fc.constantFrom('', '=', '@', '+', '-', '\t', '＝'), (words, start) => {
        const text = `${start}${words}`;
        const { tables } = schedulingTables('buffer', [{ ...entry, text }]);
        const cell = cells(tables[0]?.text ?? '')[1]?.[0];
        expect(cell?.replace(/\r\n?/g, '\n').trimStart()).toBe(text.replace(/\r\n?/g, '\n').trimStart());
        expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      }),
    );
  });

  it('makes one table a platform and as many as the tool’s rows ask for', () => {
    const many = Array.from({ length: 351 }, () => entry);
    const { tables, rows } = schedulingTables('hootsuite', [...many, { ...entry, platform: 'facebook' }]);
    expect(tables.map(({ name, rows: count }) => [name, count])).toEqual([
      ['hootsuite-x-1.csv', 350],
      ['hootsuite-x-2.csv', 1],
      ['hootsuite-facebook.csv', 1],
    ]);
    expect(rows).toBe(352);
    expect(schedulingTables('metricool', [entry, { ...entry, platform: 'facebook' }]).tables).toHaveLength(1);
  });

  it('tells what it leaves out, moves or cannot carry', () => {
    const { tables, notes } = schedulingTables('hootsuite', [
      { ...entry, platform: 'weibo' },
      { ...entry, at: null },
      { ...entry, at: '2026-12-31T23:58', files: ['01.jpg'] },
    ]);
    expect(notes.map(({ severity }) => severity)).toEqual(['left', 'left', 'note', 'note']);
    expect(notes[2]?.reason.en).toContain('01.jpg');
    expect(cells(tables[0]?.text ?? '')[0]?.[0]).toBe('01/01/2027 00:00');
  });
});

describe('handoff.table', () => {
  let team: TestStudio;
  beforeEach(async () => {
    team = await createTestStudio();
  });
  afterEach(() => team.remove());

  it('takes the plan in the order of its times, in the zone of the workspace, without what is published', async () => {
    const make = async (title: string, local: string, zone: string) =>
      team.call('posts.create', {
        change: { title, body: title, targets: [{ format: 'x/post' }, { format: 'weibo/post' }] },
        schedule: { local, zone },
      });
    await make('late', '2026-12-02T09:00', 'Asia/Shanghai');
    await make('early', '2026-12-01T09:00', 'Europe/Berlin');
    const gone = await make('gone', '2026-12-01T10:00', 'Asia/Shanghai');
    await team.call('posts.trash', { ids: [gone.id] });
    const out = await make('out', '2026-12-01T11:00', 'Asia/Shanghai');
    await team.call('posts.markPublished', {
      id: out.id,
      targetId: out.targets[0]?.id ?? '',
      published: { at: '2026-12-01T11:00:00+08:00', url: '' },
    });
    const answer = await team.call('handoff.table', { tool: 'buffer' });
    expect(
      cells(answer.tables[0]?.text ?? '')
        .slice(1)
        .map((row) => [row[0], row[3]]),
    ).toEqual([
      ['early', '2026-12-01 16:00'],
      ['late', '2026-12-02 09:00'],
    ]);
    expect(answer.notes.filter(({ severity }) => severity === 'left')).toHaveLength(3);
    const day = await team.call('handoff.table', { tool: 'buffer', from: '2026-12-02', to: '2026-12-02' });
    expect(day.rows).toBe(1);
  });
});
