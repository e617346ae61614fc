import { calendarItems, changeCalendar, type IcsParts, readIcs } from '#main/core/dates/read-ics.ts';
import { type CalendarShelf, createCalendarShelf, describeCalendar } from '#main/core/dates/calendars.ts';
import { datesOf } from '#main/core/dates/day-dates.ts';
import { createHolidayBook } from '#main/core/dates/load-holidays.ts';
import { planLead } from '#main/core/dates/plan-lead.ts';
import type { Host } from '#main/ports/host.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { AreaHandlers } from './handlers.ts';
import { refuseBrowsers } from './local-only.ts';

/** @param folder `resources/dates/holidays` */
export function createDateHandlers(
  host: Host,
  context: RecordContext,
  parts: IcsParts,
  folder: string,
): AreaHandlers<'dates'> {
  const holidays = createHolidayBook(folder);
  const calendars: CalendarShelf = createCalendarShelf(parts.reader);
  return {
    'dates.range': (input) => datesOf(context.holder.current(), { holidays, calendars }, input),
    'dates.readIcs': {
      lane: 'light',
      title: ({ source, name }) => {
        if (source.kind === 'path') refuseBrowsers(host);
        return { en: `Read ${name}`, zh: `读取 ${name}` };
      },
      run: (input, job) => readIcs(context, parts, input, job),
    },
    'dates.calendars': () =>
      calendarItems(context.holder.current()).map((item) => describeCalendar(calendars, item)),
    'dates.changeCalendar': (input) => changeCalendar(context, input),
    'dates.planLead': (input) => planLead(context, input),
  };
}
