import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../domain/calendar-days.ts';
import { comparable, gramsOf, textMarks } from './similarity.ts';
import { defaultWarningSettings, type WarningContext, type WeighedEntry } from './warnings-context.ts';
import { chains, mostEmptyDays } from './warnings-times.ts';
import { findWarnings } from './warnings.ts';

const start = Date.parse('2026-03-01T00:00:00.000Z');
const minute = 60_000;

const context: WarningContext = {
  settings: { ...defaultWarningSettings, quiet: { from: '22:00', to: '06:00' } },
  now: start,
  today: '2026-03-01',
  from: '2026-03-01',
  to: '2026-04-01',
  laneName: (lane) => ({ en: lane, zh: lane }),
  minuteOf: (at) => new Date(at).getUTCHours() * 60 + new Date(at).getUTCMinutes(),
  cadences: [{ lane: 'platform:x', perWeek: 7 }],
  needsMedia: (format) => format.endsWith('/image'),
  planner: () => ({ min: 3600, max: 14 * 86_400, platform: { en: 'P', zh: 'P' } }),
  approvals: new Map(),
};

function entryOf(index: number, minutes: number, words: number, lane: number): WeighedEntry {
  const at = start + minutes * minute;
  const grams = gramsOf(
    comparable(`The ${'abcdefgh'[words]} story of this roastery, told again and again since ${words}`),
  );
  return {
    key: `post-${index}`,
    id: `post-${index}`,
    targetId: null,
    status: index % 3 === 0 ? 'approved' : 'draft',
    formats: [lane === 0 ? 'x/post' : 'xiaohongshu/image'],
    campaign: '',
    pillar: words % 2 === 0 ? 'People' : '',
    seriesId: null,
    title: `Post ${index}`,
    at,
    day: new Date(at).toISOString().slice(0, 10),
    lanes: [lane === 0 ? 'platform:x' : 'platform:xiaohongshu'],
    text: { grams, ...textMarks(grams) },
    media: words === 3 ? ['asset:a'] : [],
    pictures: [],
  };
}

const plans = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 31 * 1440 - 1 }),
      fc.integer({ min: 0, max: 7 }),
      fc.integer({ min: 0, max: 1 }),
    ),
    { maxLength: 40 },
  )
  .map((rows) => rows.map(([minutes, words, lane], index) => entryOf(index, minutes, words, lane)));

describe('warnings', () => {
  it('are the same whatever the order of the posts, and name only posts that are there', () => {
    fc.assert(
      fc.property(plans, (entries) => {
        const found = findWarnings(entries, context);
        expect(findWarnings(entries.toReversed(), context)).toEqual(found);
        const ids = new Set(entries.map(({ id }) => id));
        for (const warning of found.warnings) {
          expect(warning.postIds.every((id) => ids.has(id))).toBe(true);
          expect(warning.day >= context.from && warning.day < context.to).toBe(true);
        }
        expect(new Set(found.warnings.map(({ key }) => key)).size).toBe(found.warnings.length);
      }),
      { numRuns: 60 },
    );
  });

  it('put away are gone and counted, and the others stay', () => {
    fc.assert(
      fc.property(plans, (entries) => {
        const { warnings } = findWarnings(entries, context);
        const dismissed = warnings.filter((_, index) => index % 2 === 0).map(({ key }) => key);
        const after = findWarnings(entries, { ...context, settings: { ...context.settings, dismissed } });
        expect(after.warnings).toEqual(warnings.filter((_, index) => index % 2 === 1));
        expect(after.dismissed).toBe(dismissed.length);
      }),
      { numRuns: 40 },
    );
  });

  it('are silent about what is over or published', () => {
    fc.assert(
      fc.property(plans, (entries) => {
        const over = { ...context, cadences: [], now: start + 40 * 86_400_000 };
        expect(findWarnings(entries, over).warnings).toEqual([]);
        const published = entries.map((entry) => ({ ...entry, status: 'published' as const }));
        expect(findWarnings(published, { ...context, cadences: [] }).warnings).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('find a clash exactly where two open posts of a lane are less than half an hour apart', () => {
    fc.assert(
      fc.property(plans, (entries) => {
        const near = entries.some((one) =>
          entries.some(
            (other) =>
              one !== other && one.lanes[0] === other.lanes[0] && Math.abs(one.at - other.at) < 30 * minute,
          ),
        );
        expect(findWarnings(entries, context).warnings.some(({ code }) => code === 'clash')).toBe(near);
      }),
      { numRuns: 60 },
    );
  });

  it('gaps cover exactly the days without a post of a daily cadence', () => {
    fc.assert(
      fc.property(plans, (entries) => {
        const gaps = findWarnings(entries, context).warnings.filter(({ code }) => code === 'gap');
        const covered = gaps.flatMap(({ key }) => {
          const [from = '', to = ''] = key.split(':').slice(-2);
          return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
        });
        const posted = new Set(
          entries.filter(({ lanes }) => lanes[0] === 'platform:x').map(({ day }) => day),
        );
        const empty = Array.from({ length: 31 }, (_, index) => addDays('2026-03-01', index)).filter(
          (day) => !posted.has(day),
        );
        expect(covered.toSorted()).toEqual(empty);
      }),
      { numRuns: 60 },
    );
  });

  it('leave a cadence its rhythm', () => {
    expect([14, 7, 3, 2, 1, 0.5].map(mostEmptyDays)).toEqual([0, 0, 3, 4, 7, 14]);
  });
});

it('chains keep every item that goes with the one before', () => {
  expect(chains([1, 2, 3, 7, 9, 10], (one, next) => next - one === 1)).toEqual([
    [1, 2, 3],
    [9, 10],
  ]);
});
