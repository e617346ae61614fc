import { readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import type { CalendarReader } from '#main/ports/calendar-reader.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { requireItem } from '../kit/kit.ts';
import { uploadedFile } from '../library/intake.ts';
import { savePlanKit } from '../plan/save-kept.ts';
import type { CalendarItem } from './calendars.ts';

/** Characters of a calendar that is kept. */
const mostCharacters = 4_000_000;
/** Bytes of a file that is read at all: four bytes a character at most. */
const mostBytes = mostCharacters * 4;
const shownNext = 8;
/** Days from today in which the next events are looked for. */
const nextDays = 730;

/** Calendars of the workspace, those in the trash left out. */
export function calendarItems({ repositories }: Session): CalendarItem[] {
  return repositories.kit
    .list('subscription', false)
    .filter((item): item is CalendarItem => item.kind === 'subscription');
}

async function textOf(path: string, decode: (bytes: Uint8Array) => string | null): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) {
    throw new GalleyError('not-found', {
      en: `There is no file “${basename(path)}”. Choose another one.`,
      zh: `找不到文件“${basename(path)}”。请另选文件。`,
    });
  }
  const text = found.size > mostBytes ? null : decode(await readFile(path));
  if (text !== null && text.length <= mostCharacters) return text;
  throw new GalleyError(
    'unreadable-file',
    text === null && found.size <= mostBytes
      ? {
          en: `“${basename(path)}” is no text. Export the calendar as an iCalendar file (.ics).`,
          zh: `“${basename(path)}”不是文本文件。请将日历导出为 iCalendar 文件（.ics）。`,
        }
      : {
          en: `“${basename(path)}” is longer than 4 million characters. Export fewer years or a single calendar.`,
          zh: `“${basename(path)}”超过 400 万个字符。请导出较少的年份或单个日历。`,
        },
  );
}

export interface IcsParts {
  reader: CalendarReader;
  /** Text of a file whose encoding nobody says; null for what is no text. */
  decode(bytes: Uint8Array): string | null;
  uploads: string;
}

/** Looks at an ICS file, and keeps it where that is wanted: a file of the same name takes the place of the old one. */
export async function readIcs(
  context: RecordContext,
  { reader, decode, uploads }: IcsParts,
  { source, name: wanted, save }: ParsedInput<'dates.readIcs'>,
  job: Pick<JobContext, 'signal'>,
): Promise<CallOutput<'dates.readIcs'>> {
  try {
    const path = source.kind === 'upload' ? await uploadedFile(uploads, source.uploadId) : source.path;
    const fileName = basename(wanted || path);
    const text = await textOf(path, decode);
    job.signal.throwIfAborted();
    const read = reader.read(text);
    const session = context.holder.current();
    const { zone } = session.workspace();
    const today = createZoneClock(zone).wall(context.clock.now().toISOString()).slice(0, 10);
    const before = calendarItems(session).find((item) => item.body.fileName === fileName);
    const name = before?.name ?? (read.name || fileName.replace(/\.ics$/i, '')).slice(0, 200);
    const id = save
      ? savePlanKit(context, {
          kind: 'subscription',
          ...(before ? { id: before.id } : {}),
          name,
          body: { fileName, text, hue: before?.body.hue ?? null, shown: before?.body.shown ?? true },
        }).item.id
      : null;
    return {
      name,
      fileName,
      events: read.events,
      problems: read.problems,
      next: read
        .between(today, addDays(today, nextDays), zone)
        .filter((event) => event.from >= today)
        .slice(0, shownNext)
        .map(({ title, from, time }) => ({ title, from, time })),
      replaces: before?.id ?? null,
      id,
    };
  } finally {
    if (source.kind === 'upload') await rm(join(uploads, source.uploadId), { recursive: true, force: true });
  }
}

/** Changes how a calendar is shown, as a step that can be undone. */
export function changeCalendar(
  context: RecordContext,
  { id, name, hue, shown }: ParsedInput<'dates.changeCalendar'>,
): CallOutput<'dates.changeCalendar'> {
  const item = requireItem(context.holder.current().repositories, id) as CalendarItem;
  const body = {
    ...item.body,
    hue: hue === undefined ? item.body.hue : hue,
    shown: shown ?? item.body.shown,
  };
  return savePlanKit(context, { kind: 'subscription', id, name: name ?? item.name, body }).step;
}
