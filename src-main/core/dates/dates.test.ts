import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DayDates } from '#shared/contract/dates.ts';
import { holidayCountries } from '#shared/dates/countries.ts';
import { createTestStudio, projectRoot, type TestStudio } from '../testing/studio.ts';

let team: TestStudio;
beforeAll(async () => {
  team = await createTestStudio();
});
afterAll(() => team.remove());

const only = async (day: string): Promise<DayDates> => {
  const [found] = await team.call('dates.range', { from: day, to: day });
  if (!found) throw new Error('no day');
  return found;
};

const ics = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Fairs', ...events, 'END:VCALENDAR'].join('\r\n');
const vevent = (uid: string, day: string): string =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${uid}\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT`;

describe('days that matter', () => {
  it('are the Chinese calendar, holidays and festivals until the workspace says otherwise', async () => {
    const day = await only('2026-02-17');
    expect(day.lunar?.full.zh).toBe('正月初一');
    expect(day.holidays).toEqual([
      {
        country: 'CN',
        name: { own: '春节', zh: '春节', en: 'Spring Festival' },
        kind: 'off',
        open: false,
        home: true,
      },
    ]);
    expect(day.festivals.map(({ id }) => id)).toEqual(['spring']);
    expect((await only('2026-02-14')).holidays[0]?.kind).toBe('work');
    expect((await only('2026-04-05')).term).toEqual({
      name: { en: 'Bright and Clear', zh: '清明' },
      at: '02:40',
    });
    expect((await only('2027-10-01')).holidays[0]?.open).toBe(true);
  });

  it('follow the settings of the workspace', async () => {
    const { item } = await team.call('plan.saveKit', {
      kind: 'date-settings',
      name: 'dates',
      body: { countries: ['US', 'DE'], lunar: false, terms: false, festivals: false },
    });
    expect(await only('2026-12-25')).toEqual({
      day: '2026-12-25',
      lunar: null,
      term: null,
      festivals: [],
      events: [],
      holidays: [
        {
          country: 'US',
          name: { own: 'Christmas Day', en: 'Christmas Day', zh: '圣诞节' },
          kind: 'off',
          open: false,
          home: true,
        },
        {
          country: 'DE',
          name: { own: '1. Weihnachtstag', en: 'Christmas Day', zh: '圣诞节' },
          kind: 'off',
          open: false,
          home: false,
        },
      ],
    });
    await team.call('plan.trashKit', { ids: [item.id], trashed: true });
  });

  it('are one’s own dates too: over several days, and every year', async () => {
    const body = {
      from: '2024-12-30',
      to: '2025-01-02',
      yearly: true,
      leadDays: 10,
      hue: '#aa3322',
      note: '',
    };
    const { item } = await team.call('plan.saveKit', { kind: 'event', name: 'Birthday', body });
    const events = async (day: string) => (await only(day)).events.map(({ from, to }) => [from, to]);
    expect(await events('2025-01-02')).toEqual([['2024-12-30', '2025-01-02']]);
    expect(await events('2027-01-01')).toEqual([['2026-12-30', '2027-01-02']]);
    expect(await events('2026-12-29')).toEqual([]);
    expect(await events('2023-12-30')).toEqual([]);
    await team.call('plan.trashKit', { ids: [item.id], trashed: true });
  });

  it('are refused for more than 400 days and for days the wrong way round', async () => {
    expect(await team.call('dates.range', { from: '2026-01-01', to: '2027-02-04' })).toHaveLength(400);
    for (const to of ['2027-02-05', '2025-12-31'])
      await expect(team.call('dates.range', { from: '2026-01-01', to })).rejects.toMatchObject({
        code: 'invalid-input',
      });
  });

  it('come with dated holidays for every shipped country, 2024 to 2030', () => {
    for (const country of holidayCountries) {
      if (country === 'CN') continue;
      const path = join(projectRoot, 'resources/dates/holidays', `${country}.json`);
      expect(existsSync(path), path).toBe(true);
      const file = JSON.parse(readFileSync(path, 'utf8')) as {
        days: [string, number, string][];
        names: unknown[];
      };
      for (let year = 2024; year <= 2030; year += 1) {
        const off = file.days.filter(([day, , kind]) => day.startsWith(String(year)) && kind === 'off');
        expect(off.length, `${country} ${year}`).toBeGreaterThanOrEqual(country === 'IN' ? 3 : 5);
      }
      expect(file.days.every(([, name]) => file.names[name])).toBe(true);
    }
  });
});

describe('calendars from files', () => {
  let path: string;
  beforeEach(() => {
    path = join(team.folder, 'fairs.ics');
  });
  const read = (save: boolean) =>
    team.job('dates.readIcs', { source: { kind: 'path', path }, name: 'fairs.ics', save });

  it('are looked at, kept, replaced by a file of the same name, hidden, and taken away by undo', async () => {
    writeFileSync(path, ics(vevent('spring', '20260310'), vevent('autumn', '20260910')));
    expect(await read(false)).toMatchObject({ name: 'Fairs', events: 2, replaces: null, id: null });
    expect(await team.call('dates.calendars', {})).toEqual([]);

    const { id } = await read(true);
    expect((await only('2026-03-10')).events).toMatchObject([{ id, source: 'calendar', title: 'spring' }]);
    writeFileSync(path, ics(vevent('summer', '20260610')));
    expect(await read(true)).toMatchObject({ events: 1, replaces: id, id });
    expect((await only('2026-03-10')).events).toEqual([]);
    expect((await only('2026-06-10')).events).toHaveLength(1);

    if (!id) throw new Error('not kept');
    await team.call('dates.changeCalendar', { id, hue: '#112233', shown: false });
    expect(await team.call('dates.calendars', {})).toMatchObject([
      { hue: '#112233', shown: false, events: 1 },
    ]);
    expect((await only('2026-06-10')).events).toEqual([]);
    await team.call('plan.undo', {});
    await team.call('plan.undo', {});
    expect((await only('2026-03-10')).events).toHaveLength(1);
    await team.call('plan.undo', {});
    expect(await team.call('dates.calendars', {})).toEqual([]);
  });

  it('that are none are refused with a sentence', async () => {
    writeFileSync(path, Buffer.from([0, 1, 2, 3, 0, 0, 0, 7]));
    await expect(read(false)).rejects.toMatchObject({ code: 'unreadable-file' });
    path = join(team.folder, 'nowhere.ics');
    await expect(read(false)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a lead-up', () => {
  it('makes ideas on its days in one step, and none twice', async () => {
    const input = {
      occasion: '618 2027-06-18',
      time: '10:00',
      zone: 'Asia/Shanghai',
      steps: [
        { day: '2027-05-19', title: '618: Teaser', brief: 'Make people curious.' },
        { day: '2027-06-18', title: '618: The day', brief: '' },
      ],
    };
    const { posts, step } = await team.call('dates.planLead', input);
    expect(posts.map(({ title, status, schedule }) => [title, status, schedule?.local])).toEqual([
      ['618: Teaser', 'idea', '2027-05-19T10:00'],
      ['618: The day', 'idea', '2027-06-18T10:00'],
    ]);
    expect(step.undoable).toBe(true);
    expect((await team.call('dates.planLead', input)).posts).toEqual([]);
    await team.call('plan.undo', {});
    expect((await team.call('posts.list', { search: '618' })).total).toBe(0);
    expect((await team.call('dates.planLead', input)).posts).toHaveLength(2);
  });
});
