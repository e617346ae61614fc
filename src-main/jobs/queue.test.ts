import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import { newId } from '#shared/domain/id.ts';
import type { Job } from '#shared/domain/job.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import { createEventHub } from './event-hub.ts';
import { createJobJournal } from './journal.ts';
import { createJobQueue } from './queue.ts';

const title = { en: 'Work', zh: '工作' };

function setUp() {
  const events = createEventHub();
  const seen: Job[] = [];
  events.subscribe((name, payload) => {
    if (name === 'job.changed') seen.push(payload as Job);
  });
  const logged: string[] = [];
  return { jobs: createJobQueue(events, (line) => logged.push(line)), seen, logged };
}

/** Work that goes on until it is stopped from outside. */
function untilStopped(context: JobContext): Promise<never> {
  return new Promise((_, reject) => {
    context.signal.addEventListener('abort', () => reject(cancelled()), { once: true });
  });
}

describe('the job queue', () => {
  it('answers at once, runs, and delivers the result with the last event', async () => {
    const { jobs, seen } = setUp();
    const id = jobs.start({ kind: 'test', title, lane: 'light', run: async () => 42 });
    expect(await jobs.finished(id)).toBe(42);
    expect(seen.at(-1)).toMatchObject({ id, state: 'done', result: 42 });
    expect(jobs.list()).toHaveLength(1);
    jobs.dismiss(id);
    expect(jobs.list()).toEqual([]);
  });

  it('runs one encode at a time, the others wait', async () => {
    const { jobs } = setUp();
    const ids = [0, 1].map(() => jobs.start({ kind: 'test', title, lane: 'encode', run: untilStopped }));
    expect(jobs.list().map((job) => job.state)).toEqual(['running', 'queued']);
    jobs.cancel(ids[0]!);
    await expect(jobs.finished(ids[0]!)).rejects.toMatchObject({ code: 'cancelled' });
    await Promise.resolve();
    expect(jobs.list()[1]?.state).toBe('running');
    await jobs.close();
    expect(jobs.list().map((job) => job.state)).toEqual(['cancelled', 'cancelled']);
  });

  it('cancels what still waits without starting it', async () => {
    const { jobs } = setUp();
    jobs.start({ kind: 'test', title, lane: 'encode', run: untilStopped });
    let started = false;
    const waiting = jobs.start({
      kind: 'test',
      title,
      lane: 'encode',
      run: async () => {
        started = true;
      },
    });
    jobs.cancel(waiting);
    await expect(jobs.finished(waiting)).rejects.toMatchObject({ code: 'cancelled' });
    await jobs.close();
    expect(started).toBe(false);
  });

  it('keeps progress monotonic within a stage', async () => {
    const { jobs, seen } = setUp();
    const id = jobs.start({
      kind: 'test',
      title,
      lane: 'light',
      run: async ({ progress }) => {
        progress(5, 10);
        progress(3, 10);
      },
    });
    await jobs.finished(id);
    expect(Math.max(...seen.map((job) => job.done))).toBe(10);
    expect(seen.every((job, index) => index === 0 || job.done >= seen[index - 1]!.done)).toBe(true);
  });

  it('passes our failures on and hides the stack of others behind a number', async () => {
    const { jobs, logged } = setUp();
    const known = new GalleyError('disk-full', { en: 'Full.', zh: '已满。' });
    const first = jobs.start({ kind: 'test', title, lane: 'light', run: () => Promise.reject(known) });
    await expect(jobs.finished(first)).rejects.toMatchObject({ code: 'disk-full' });
    const second = jobs.start({
      kind: 'test',
      title,
      lane: 'light',
      run: () => Promise.reject(new Error('secret')),
    });
    await expect(jobs.finished(second)).rejects.toMatchObject({ code: 'internal' });
    const failure = jobs.list().at(-1)?.failure;
    expect(JSON.stringify(failure)).not.toContain('secret');
    expect(logged.join()).toContain('secret');
    expect(logged.join()).toContain(failure?.errorId);
  });
});

describe('the journal', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'galley-journal-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('tells the next start, once, what a crash cut off', () => {
    const job = {
      id: newId(),
      kind: 'test',
      title,
      state: 'running',
      stage: null,
      done: 1,
      total: 2,
      startedAt: null,
      secondsLeft: 3,
    };
    // No process has this number: it is above every system's limit.
    writeFileSync(join(folder, `99999999-${job.id}.json`), JSON.stringify(job));
    const jobs = createJobQueue(createEventHub(), () => {}, createJobJournal(folder));
    expect(jobs.list()).toMatchObject([{ id: job.id, state: 'interrupted', failure: { code: 'cancelled' } }]);
    jobs.dismiss(job.id);
    expect(jobs.list()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing of a job that ended', async () => {
    const jobs = createJobQueue(createEventHub(), () => {}, createJobJournal(folder));
    await jobs.finished(jobs.start({ kind: 'test', title, lane: 'light', run: async () => {} }));
    expect(readdirSync(folder)).toEqual([]);
  });
});
