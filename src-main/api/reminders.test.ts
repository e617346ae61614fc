import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventName } from '#shared/contract/index.ts';
import type { Post } from '#shared/domain/post.ts';
import { watchReminders } from '#main/core/reminders/reminder-clock.ts';
import { findReminders, type ReminderContext } from '#main/core/reminders/reminders.ts';
import { createSettingsStore } from '#main/db/user-files.ts';
import { createTestWorkspace, type TestWorkspace } from '#main/db/test-workspace.ts';
import { createPostHandlers } from './posts.ts';
import { createReminderHandlers } from './reminders.ts';

let workspace: TestWorkspace;
let context: ReminderContext;
let posts: ReturnType<typeof createPostHandlers>;
let reminders: ReturnType<typeof createReminderHandlers>;
let listeners: Set<(name: EventName, payload: unknown) => void>;

const minute = 60_000;
const start = Date.parse('2026-11-22T09:00:00Z');

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  workspace = createTestWorkspace();
  listeners = new Set();
  const events: ReminderContext['events'] = {
    emit(name, payload) {
      workspace.context.events.emit(name, payload);
      for (const listener of listeners) listener(name, payload);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const settings = createSettingsStore({ settings: workspace.folder });
  settings.change({ reminderMinutes: 0 });
  context = { ...workspace.context, events, settings };
  posts = createPostHandlers(context);
  reminders = createReminderHandlers(context);
});
afterEach(() => {
  vi.useRealTimers();
  workspace.remove();
});

/** A post that is due so many minutes after the start. */
const planned = async (title: string, minutes: number): Promise<Post> =>
  posts['posts.create']({
    change: { title, status: 'approved', targets: [{ format: 'x/post', overrides: {} }] },
    schedule: { local: new Date(start + minutes * minute).toISOString().slice(0, 16), zone: 'UTC' },
  });
const titles = async (): Promise<Record<'missed' | 'due' | 'upcoming', string[]>> => {
  const { missed, due, upcoming } = await reminders['reminders.list']({});
  const of = (list: typeof due): string[] => list.map(({ title }) => title);
  return { missed: of(missed), due: of(due), upcoming: of(upcoming) };
};
const told = (): unknown[] =>
  workspace.emitted.filter(({ name }) => name === 'reminder.due').map(({ payload }) => payload);
const later = (minutes: number): void => void vi.setSystemTime(start + minutes * minute);

describe('reminders', () => {
  it('are told to the minute by one timer, which follows what changes', async () => {
    const stop = watchReminders(context, () => {});
    const post = await planned('Breakfast', 10);
    await vi.advanceTimersByTimeAsync(9 * minute);
    expect(told()).toEqual([]);
    await vi.advanceTimersByTimeAsync(minute);
    expect(told()).toEqual([{ keys: [post.id] }]);
    await planned('Second breakfast', 12);
    await vi.advanceTimersByTimeAsync(30 * minute);
    expect(told()).toHaveLength(2);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that were slept through are missed, over a restart too, until they are dismissed', async () => {
    findReminders(context);
    await planned('Night shift', 60);
    await planned('Tomorrow', 24 * 60);
    later(300);
    workspace.reopen();
    expect(findReminders(context).keys).toHaveLength(1);
    expect(await titles()).toEqual({ missed: ['Night shift'], due: [], upcoming: ['Tomorrow'] });
    expect(findReminders(context).keys).toEqual([]);
    workspace.reopen();
    const { missed } = await reminders['reminders.list']({});
    expect(missed).toMatchObject([{ title: 'Night shift', shown: false }]);
    await reminders['reminders.shown']({ items: missed });
    expect((await reminders['reminders.list']({})).missed).toMatchObject([{ shown: true }]);
    await reminders['reminders.dismiss']({ items: missed });
    workspace.reopen();
    expect((await titles()).missed).toEqual([]);
  });

  it('come again after a snooze, and for another time of the same post', async () => {
    findReminders(context);
    const post = await planned('Lunch', 5);
    later(5);
    expect(findReminders(context).keys).toEqual([post.id]);
    const { due } = await reminders['reminders.list']({});
    await reminders['reminders.snooze']({ items: due, minutes: 15 });
    expect((await titles()).upcoming).toEqual(['Lunch']);
    later(20);
    expect(findReminders(context).keys).toEqual([post.id]);
    const local = new Date(start + 40 * minute).toISOString().slice(0, 16);
    await posts['posts.schedule']({
      moves: [{ id: post.id, targetId: null, schedule: { local, zone: 'UTC' } }],
    });
    later(40);
    expect(findReminders(context).keys).toEqual([post.id]);
  });

  it('are not for ideas, published targets, or what was overdue before', async () => {
    await planned('Long overdue', -600);
    findReminders(context);
    const idea = await planned('Idea', 5);
    await posts['posts.save']({ id: idea.id, revision: idea.revision, change: { status: 'idea' } });
    const done = await planned('Done', 5);
    const published = { at: '2026-11-22T09:01:00Z', url: '' };
    await posts['posts.markPublished']({ id: done.id, targetId: done.targets[0]?.id ?? '', published });
    later(6);
    expect(findReminders(context).keys).toEqual([]);
    expect(await titles()).toEqual({ missed: [], due: [], upcoming: [] });
  });

  it('are silent when they are off', async () => {
    context.settings.change({ reminders: false });
    await planned('Quiet', 5);
    later(5);
    expect(findReminders(context)).toEqual({ keys: [], wakeAt: null });
    expect(await titles()).toEqual({ missed: [], due: [], upcoming: [] });
  });
});
