import { dueInstant } from '../../domain/due.ts';
import type { Post } from '../../domain/post.ts';
import type { Schedule } from '../../domain/schedule.ts';
import type { OwnColumn } from './fields.ts';
import { escapeText, icsFile } from './ics-text.ts';
import { basicTime, zoneLines } from './ics-zone.ts';
import { type AccountName, ownTexts } from './own-table.ts';

/** Columns that an event says by its own properties. */
const said = new Set<OwnColumn>(['title', 'body', 'due_utc']);

const yearLength = 366 * 86_400_000;

interface Entry {
  post: Post;
  /** Place of the target whose own time it is; null for the post's time. */
  target: number | null;
  schedule: Schedule;
}

/** Every time at which something of a post stands in the plan. */
function entriesOf(post: Post): Entry[] {
  const own = post.targets.flatMap((target, index): Entry[] =>
    target.schedule ? [{ post, target: index, schedule: target.schedule }] : [],
  );
  const stands = post.targets.length === 0 || own.length < post.targets.length;
  return post.schedule && stands ? [{ post, target: null, schedule: post.schedule }, ...own] : own;
}

const instantText = (iso: string): string => `${iso.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/** What a calendar shows for a post: its name, else its first words. */
function summaryOf(post: Post): string {
  return post.title || post.body.replaceAll(/\s+/gu, ' ').trim().slice(0, 60) || '—';
}

function eventLines({ post, target, schedule }: Entry, options: CalendarOptions): string[] {
  const texts = ownTexts(post, options.accountName);
  const part = target === null ? undefined : post.targets[target];
  const summary = part ? `${summaryOf(post)} · ${part.format}` : summaryOf(post);
  const lines = [
    'BEGIN:VEVENT',
    `UID:${post.id}${part ? `.${part.id}` : ''}@galley`,
    `DTSTAMP:${instantText(post.updatedAt)}`,
    `CREATED:${instantText(post.createdAt)}`,
    `LAST-MODIFIED:${instantText(post.updatedAt)}`,
    `SEQUENCE:${post.revision}`,
    `DTSTART;TZID=${schedule.zone}:${basicTime(schedule.local)}`,
    'DURATION:PT15M',
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(post.body)}`,
    `STATUS:${post.status === 'approved' || post.status === 'published' ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
  ];
  if (post.labels.length > 0) lines.push(`CATEGORIES:${post.labels.map(escapeText).join(',')}`);
  lines.push(`X-GALLEY-TITLE:${escapeText(post.title)}`);
  if (target !== null) lines.push(`X-GALLEY-PART:${target}`);
  for (const [column, text] of Object.entries(texts)) {
    if (said.has(column as OwnColumn) || text === '') continue;
    lines.push(`X-GALLEY-${column.toUpperCase().replaceAll('_', '-')}:${escapeText(text)}`);
  }
  if (options.alarmMinutes !== null) {
    lines.push(
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escapeText(summary)}`,
      `TRIGGER:-PT${options.alarmMinutes}M`,
      'END:VALARM',
    );
  }
  lines.push('END:VEVENT');
  return lines;
}

export interface CalendarOptions {
  /** Name of the calendar. */
  name: string;
  /** Minutes before each post that a calendar reminds; null for no reminder. */
  alarmMinutes: number | null;
  accountName: AccountName;
}

/**
 * The plan as a calendar file (RFC 5545): an event for the time of each post and for each target with its own. Ids stay
 * the same from file to file and `SEQUENCE` rises with every change, so that calendars replace what they know.
 * `left`: posts without any time, which a calendar cannot show.
 */
export function writeCalendar(
  posts: readonly Post[],
  options: CalendarOptions,
): { text: string; events: number; left: number } {
  const entries = posts.flatMap(entriesOf);
  const zones = new Map<string, { first: string; last: string }>();
  for (const { schedule } of entries) {
    const at = dueInstant(schedule);
    const known = zones.get(schedule.zone) ?? { first: at, last: at };
    zones.set(schedule.zone, {
      first: at < known.first ? at : known.first,
      last: at > known.last ? at : known.last,
    });
  }
  const aside = (iso: string, milliseconds: number): string =>
    new Date(Date.parse(iso) + milliseconds).toISOString();
  const text = icsFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Galley//Plan 1//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(options.name)}`,
    ...[...zones].flatMap(([zone, { first, last }]) =>
      zoneLines(zone, aside(first, -yearLength), aside(last, yearLength)),
    ),
    ...entries.flatMap((entry) => eventLines(entry, options)),
    'END:VCALENDAR',
  ]);
  return { text, events: entries.length, left: posts.filter((post) => entriesOf(post).length === 0).length };
}
