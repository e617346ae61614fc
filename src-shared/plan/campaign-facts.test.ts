import fc from 'fast-check';
import { expect, it } from 'vitest';
import { postStatuses } from '../domain/post.ts';
import { doneOf, phaseOf, shares } from './campaign-facts.ts';

it('tells where a campaign stands', () => {
  const spring = { from: '2026-03-01', to: '2026-03-10' };
  expect(phaseOf(spring, '2026-02-27')).toEqual({ kind: 'ahead', days: 2 });
  expect(phaseOf(spring, '2026-03-01')).toEqual({ kind: 'running', day: 1, of: 10 });
  expect(phaseOf(spring, '2026-03-10')).toEqual({ kind: 'running', day: 10, of: 10 });
  expect(phaseOf(spring, '2026-03-11')).toEqual({ kind: 'over', days: 1 });
  expect(phaseOf({ from: '2026-03-01', to: null }, '2027-03-01')).toMatchObject({ day: 366, of: null });
  expect(phaseOf({ from: null, to: null }, '2027-03-01')).toEqual({ kind: 'open' });
});

it('shares add up, the furthest status first', () => {
  expect(shares({})).toEqual([]);
  expect(shares({ idea: 3, published: 1 }).map(({ status }) => status)).toEqual(['published', 'idea']);
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }), (counts) => {
      const byStatus = Object.fromEntries(postStatuses.map((status, index) => [status, counts[index] ?? 0]));
      const all = shares(byStatus);
      const total = all.reduce((sum, { share }) => sum + share, 0);
      expect(all.length === 0 || Math.abs(total - 1) < 1e-9).toBe(true);
    }),
  );
});

it('counts what is done', () => {
  const step = (done: boolean) => ({ id: '0190a000-0000-7000-8000-000000000001', text: 'Book', done });
  expect(doneOf([step(true), step(false)])).toEqual({ done: 1, of: 2 });
});
