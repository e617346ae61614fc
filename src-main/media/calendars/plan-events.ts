import ICAL from 'ical.js';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CalendarEvent } from '#shared/plan/files/ics-rows.ts';
import { repeatsOf } from './plan-repeats.ts';
import { startOf } from './plan-start.ts';

function eventOf(component: ICAL.Component, changed: readonly ICAL.Component[]): CalendarEvent {
  const text = (name: string): string => {
    const value: unknown = component.getFirstPropertyValue(name);
    return typeof value === 'string' ? value : '';
  };
  const own: Record<string, string> = {};
  for (const property of component.getAllProperties()) {
    const column = /^x-galley-([a-z-]+)$/.exec(property.name)?.[1];
    // The parser leaves values of unknown properties as they are written.
    if (column !== undefined)
      own[column.replaceAll('-', '_')] = unescape(String(property.getFirstValue() ?? ''));
  }
  return {
    uid: text('uid'),
    summary: text('summary').trim(),
    description: text('description'),
    url: text('url'),
    categories: component
      .getAllProperties('categories')
      .flatMap((property) => property.getValues().map(String)),
    ...startOf(component),
    repeats: repeatsOf(component, changed),
    own,
  };
}

function unescape(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign));
}

/** Every event of an ICS text as a post can take it; dates that were changed on their own belong to theirs. */
export function readPlanEvents(text: string): CalendarEvent[] {
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, '').trim());
    if (!Array.isArray(parsed)) throw new Error('nothing in it');
    const trees = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return trees
      .map((tree) => new ICAL.Component(tree as unknown[] as never))
      .flatMap((tree) => {
        const all = tree.getAllSubcomponents('vevent');
        const changed = Map.groupBy(
          all.filter((component) => component.hasProperty('recurrence-id')),
          (component) => component.getFirstPropertyValue('uid'),
        );
        return all
          .filter((component) => !component.hasProperty('recurrence-id'))
          .map((component) => eventOf(component, changed.get(component.getFirstPropertyValue('uid')) ?? []));
      });
  } catch (error) {
    throw new GalleyError(
      'unreadable-file',
      {
        en: 'This is no calendar that can be read. Export it again as an iCalendar file (.ics).',
        zh: '无法将其读取为日历。请重新导出为 iCalendar 文件（.ics）。',
      },
      { reason: error instanceof Error ? error.message : String(error) },
    );
  }
}
