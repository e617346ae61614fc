import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import file from '../../resources/best-hours.json' with { type: 'json' };
import { parseBestHours } from './best-hours-file.ts';
import { headerRow, readColumns, readCount, readResult } from './best-hours-table.ts';
import { bestOf, hoursOfResults, hoursOfSource, type PostResult } from './best-hours.ts';

const results = fc.array(
  fc.record({
    weekday: fc.integer({ min: 0, max: 6 }),
    hour: fc.integer({ min: 0, max: 23 }),
    reach: fc.integer({ min: 0, max: 100_000 }),
    engagements: fc.integer({ min: 0, max: 10_000 }),
  }),
  { maxLength: 80 },
);

describe('hours', () => {
  it('of results are 0 to 1, the same in any order, and count every usable result', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { cells, counts } = hoursOfResults(list);
        expect(cells.flat().every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(hoursOfResults(list.toReversed())).toEqual({ cells, counts });
        expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(
          list.filter(({ reach }) => reach > 0).length,
        );
      }),
    );
  });

  it('one lucky post does not beat an hour that does well again and again', () => {
    const make = (weekday: number, hour: number, engagements: number, count: number): PostResult[] =>
      Array.from({ length: count }, () => ({ weekday, hour, reach: 1000, engagements }));
    const { cells } = hoursOfResults([...make(1, 9, 20, 30), ...make(3, 21, 60, 12), ...make(5, 4, 90, 1)]);
    expect(bestOf(cells, 1)).toMatchObject([{ weekday: 3, hour: 21, score: 1 }]);
  });

  it('of a source are as it says, and fade beside it', () => {
    const cells = hoursOfSource([{ weekdays: [2], from: 14, to: 18, score: 1 }]);
    expect(cells[2]?.slice(12, 20)).toEqual([0, 0.5, 1, 1, 1, 1, 0.5, 0]);
    expect(cells[3]?.every((score) => score === 0)).toBe(true);
  });

  it('that are shipped name their sources', () => {
    const shipped = parseBestHours(file);
    expect(Object.keys(shipped.platforms).length).toBeGreaterThanOrEqual(8);
    for (const { from, to } of Object.values(shipped.platforms).flatMap(({ hours }) => hours)) {
      expect(to).toBeGreaterThan(from);
    }
  });
});

describe('tables of results', () => {
  it('are read by the names of their columns, below lines about the file', () => {
    const instagram = [
      'Post ID',
      'Description',
      'Publish time',
      'Permalink',
      'Views',
      'Reach',
      'Likes',
      'Shares',
    ];
    expect(headerRow([['Report 1 Jan – 31 Jan'], [], instagram])).toBe(2);
    const fields = readColumns(instagram);
    expect(
      readResult(
        ['1', 'Hello', '01/05/2026 09:00', 'https://i.example/p/1', '1,500', '1.2K', '30', '5'],
        fields,
      ),
    ).toEqual({
      date: '01/05/2026 09:00',
      time: '',
      link: 'https://i.example/p/1',
      title: 'Hello',
      reach: 1200,
      engagements: 35,
    });
    const douyin = readColumns(['作品名称', '发布时间', '播放量', '点赞量', '评论量', '分享量', '收藏量']);
    expect(readResult(['新豆', '2026-03-01 20:00', '1.2万', '300', '12', '8', '40'], douyin)).toMatchObject({
      reach: 12_000,
      engagements: 360,
    });
    expect(headerRow([['name', 'colour']])).toBe(-1);
  });

  it('numbers are read as people write them', () => {
    expect(['1,234', '1.2万', '3.4K', '2 500', '', '12%', '-'].map(readCount)).toEqual([
      1234,
      12_000,
      3400,
      2500,
      null,
      null,
      null,
    ]);
  });
});
