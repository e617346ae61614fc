import fc from 'fast-check';
import { expect, it } from 'vitest';
import { versionsToRemove } from './thin-versions.ts';

const now = new Date('2026-11-22T12:00:00Z');
const hour = 3_600_000;
const at = (hoursAgo: number, name = '') => ({
  id: `${hoursAgo}`,
  name,
  createdAt: new Date(now.getTime() - hoursAgo * hour).toISOString(),
});

it('keeps all of an hour, one an hour for a day, one a day', () => {
  const versions = [0.1, 0.3, 0.9, 1.2, 1.4, 2.5, 23.5, 26, 27, 60].map((hours) => at(hours));
  expect(versionsToRemove(versions, now)).toEqual(['1.4', '27']);
});

it('leaves named ones, at most fifty others, and the newest', () => {
  const version = fc.record({
    hours: fc.double({ min: 0, max: 3000, noNaN: true }),
    named: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(version, { maxLength: 200 }), (drawn) => {
      const versions = drawn
        .toSorted((a, b) => a.hours - b.hours)
        .map(({ hours, named }, index) => ({ ...at(hours, named ? 'kept' : ''), id: `v${index}` }));
      const gone = new Set(versionsToRemove(versions, now));
      const left = versions.filter(({ id }) => !gone.has(id));
      expect(left.filter(({ name }) => name !== '')).toEqual(versions.filter(({ name }) => name !== ''));
      expect(left.filter(({ name }) => name === '').length).toBeLessThanOrEqual(50);
      expect(left[0]).toEqual(versions[0]);
      // Thinning what was thinned takes nothing more.
      expect(versionsToRemove(left, now)).toEqual([]);
    }),
  );
});
