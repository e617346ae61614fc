import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grace, type Remindable, type ReminderMark, sortReminders } from './reminders.ts';

const start = Date.UTC(2026, 10, 22, 9);
const minute = 60_000;
const at = (minutes: number): string => new Date(start + minutes * minute).toISOString();

/** Keeps the marks as the studio does. */
function looking(entries: readonly Remindable[], before = 0) {
  const marks = new Map<string, ReminderMark>();
  let lastSeen: string | null = null;
  return {
    marks,
    look(minutes: number) {
      const now = at(minutes);
      const sorted = sortReminders(entries, [...marks.values()], { now, lastSeen, before });
      for (const mark of sorted.fresh) marks.set(`${mark.key} ${mark.dueAt}`, mark);
      lastSeen = now;
      return sorted;
    },
    change(key: string, change: Partial<ReminderMark>) {
      for (const [name, mark] of marks) if (mark.key === key) marks.set(name, { ...mark, ...change });
    },
  };
}
const keys = (entries: readonly Remindable[]): string[] => entries.map(({ key }) => key);

describe('reminders', () => {
  it('come ahead of their time by the wanted minutes, and once', () => {
    const { look } = looking([{ key: 'a', dueAt: at(60) }], 10);
    expect(look(0)).toMatchObject({ due: [], wakeAt: at(50), fresh: [] });
    expect(keys(look(50).fresh)).toEqual(['a']);
    expect(look(51)).toMatchObject({ fresh: [], wakeAt: null });
    expect(keys(look(70).due)).toEqual(['a']);
  });

  it('of what became due while nobody looked are missed, until somebody deals with them', () => {
    const { look, change } = looking([
      { key: 'slept through', dueAt: at(30) },
      { key: 'just now', dueAt: at(119) },
      { key: 'later', dueAt: at(180) },
    ]);
    look(0);
    const woken = look(120);
    expect([keys(woken.missed), keys(woken.due), keys(woken.upcoming)]).toEqual([
      ['slept through'],
      ['just now'],
      ['later'],
    ]);
    expect(keys(look(125).missed)).toEqual(['slept through']);
    change('slept through', { dismissedAt: at(126) });
    expect(look(127).missed).toEqual([]);
  });

  it('are not for what was overdue before anybody watched, or was planned into the past', () => {
    const { look } = looking([{ key: 'old', dueAt: at(-500) }]);
    expect(look(0)).toMatchObject({ missed: [], due: [], fresh: [] });
    expect(look(60)).toMatchObject({ missed: [], due: [], fresh: [] });
  });

  it('come again once after a snooze', () => {
    const { look, change } = looking([{ key: 'a', dueAt: at(10) }]);
    look(0);
    look(10);
    change('a', { snoozedUntil: at(25) });
    expect(look(15)).toMatchObject({ due: [], wakeAt: at(25) });
    expect(keys(look(25).fresh)).toEqual(['a']);
    expect(look(26)).toMatchObject({ fresh: [], due: [{ key: 'a' }] });
  });

  it('are not repeated when the clock is set back', () => {
    const { look } = looking([{ key: 'a', dueAt: at(10) }]);
    look(0);
    expect(keys(look(10).fresh)).toEqual(['a']);
    look(-60);
    expect(look(10).fresh).toEqual([]);
  });

  it('stand in one place each, come once each, and are missed only by the length of the gap', () => {
    const plan = fc.array(fc.integer({ min: -200, max: 600 }), { maxLength: 30 });
    const gaps = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(plan, gaps, fc.integer({ min: 0, max: 60 }), (minutes, steps, before) => {
        const entries = minutes.map((due, index) => ({ key: `post ${index}`, dueAt: at(due) }));
        const { look } = looking(entries, before);
        const came: string[] = [];
        let time = 0;
        look(time).fresh.forEach(({ key }) => came.push(key));
        for (const step of steps) {
          const last = time;
          time += step;
          const { missed, due, upcoming, fresh, wakeAt } = look(time);
          const shown = keys([...missed, ...due, ...upcoming]);
          expect(new Set(shown).size).toBe(shown.length);
          came.push(...keys(fresh));
          for (const { dueAt } of fresh.filter((mark) => mark.missed)) {
            expect(dueAt > at(last)).toBe(true);
            expect(Date.parse(dueAt) + grace).toBeLessThan(start + time * minute);
          }
          if (wakeAt !== null) expect(wakeAt > at(time)).toBe(true);
          // Whatever becomes due between two looks is told at the second.
          const between = entries.filter(({ dueAt }) => dueAt > at(last) && dueAt <= at(time));
          for (const { key } of between) expect(came).toContain(key);
        }
        expect(new Set(came).size).toBe(came.length);
      }),
    );
  });
});
