import type { Bilingual } from '#shared/contract/failure.ts';
import type { Day } from '#shared/domain/calendar-days.ts';

/** One occurrence of an event in a calendar that was read. */
export interface CalendarEvent {
  title: string;
  /** First and last day, by the clocks of the zone that was asked for. */
  from: Day;
  to: Day;
  /** `HH:mm` at which it begins; null for whole days. */
  time: string | null;
}

export interface ReadCalendar {
  /** '' where the file gives none. */
  name: string;
  /** Events in the file; one that comes again counts once. */
  events: number;
  /** What could not be read and is left out. */
  problems: Bilingual[];
  /**
   * What of it touches the days `from` to `to`, both included, by time; at most 5000. Whole days and times without
   * a zone are taken as they are written.
   */
  between(from: Day, to: Day, zone: string): CalendarEvent[];
}

export interface CalendarReader {
  /** Reads the text of an ICS file (RFC 5545). @throws GalleyError `unreadable-file` for what is no calendar */
  read(text: string): ReadCalendar;
}
