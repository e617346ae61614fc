import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HistoryStep } from '#shared/contract/design-work.ts';
import { trimHistory } from './history.ts';

const step = (label: number, size = 0): HistoryStep => ({ patch: [label], inverse: ['x'.repeat(size)] });
const steps = (count: number, from = 0) => Array.from({ length: count }, (_, index) => step(from + index));

it('keeps 200 steps, dropping what could be taken back longest ago', () => {
  const kept = trimHistory({ revision: 3, done: steps(250), undone: steps(10, 1000) });
  expect(kept).toEqual({ revision: 3, done: steps(190, 60), undone: steps(10, 1000) });
});

it('keeps the steps nearest to the present when there are only ones to do again', () => {
  expect(trimHistory({ revision: 1, done: steps(5), undone: steps(300) })).toEqual({
    revision: 1,
    done: [],
    undone: steps(200, 100),
  });
});

it('keeps four megabytes', () => {
  const done = Array.from({ length: 5 }, (_, index) => step(index, 1024 * 1024));
  const kept = trimHistory({ revision: 1, done, undone: [] });
  expect(kept.done).toEqual(done.slice(2));
});

it('answers a stretch around the present that fits, whatever is given', () => {
  const list = fc.array(fc.nat(300_000), { maxLength: 120 });
  fc.assert(
    fc.property(list, list, (back, forth) => {
      const history = {
        revision: 1,
        done: back.map((size, index) => step(index, size)),
        undone: forth.map((size, index) => step(index, size)),
      };
      const kept = trimHistory(history);
      const { done, undone } = kept;
      expect(done).toEqual(done.length === 0 ? [] : history.done.slice(-done.length));
      expect(undone).toEqual(undone.length === 0 ? [] : history.undone.slice(-undone.length));
      if (done.length > 0) expect(undone).toHaveLength(history.undone.length);
      expect(done.length + undone.length).toBeLessThanOrEqual(200);
      expect(JSON.stringify([done, undone]).length).toBeLessThan(4 * 1024 * 1024 + 100);
    }),
    { numRuns: 30 },
  );
});
