import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post } from '#shared/domain/post.ts';
import { writeCalendar } from '#shared/plan/files/ics-write.ts';
import { ownTable } from '#shared/plan/files/own-table.ts';
import { csvText } from '#shared/tables/csv.ts';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import type { FileStore } from '#main/ports/file-store.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { PlanFiles } from '#main/ports/plan-files.ts';
import type { Zip } from '#main/ports/zip.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { freePath } from '../disk.ts';
import type { OfferedFiles } from '../media-route.ts';
import { accountNames } from './accounts.ts';
import { paintMonths } from './month-sheet.ts';

export interface ExportTools {
  files: PlanFiles;
  store: FileStore;
  painter: Painter;
  offered: OfferedFiles;
  zip: Zip;
}

type Input = ParsedInput<'planfile.export'>;

/** Pages of one export of month sheets. */
const mostMonths = 36;

const mimes: Record<Input['format'] | 'zip', string> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  zip: 'application/zip',
};

/** Days, in the zone, on which anything of the post is due. */
function daysOf(post: Post, wall: (instant: string) => string): string[] {
  const times = [post.schedule, ...post.targets.map((target) => target.schedule)];
  return times.flatMap((schedule) => (schedule ? [wall(dueInstant(schedule)).slice(0, 10)] : []));
}

function chosenPosts(session: Session, { ids, from, to }: Input): Post[] {
  const { posts } = session.repositories;
  const { wall } = createZoneClock(session.workspace().zone);
  const all = (ids ?? posts.planned()).flatMap((id) => posts.get(id) ?? []);
  return all.filter((post) => {
    if (post.trashedAt !== null) return false;
    if (from === undefined && to === undefined) return true;
    return daysOf(post, wall).some(
      (day) => (from === undefined || day >= from) && (to === undefined || day <= to),
    );
  });
}

/** Months from one to another, both included, as `YYYY-MM`. */
function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  const date = new Date(`${from}-01T00:00:00Z`);
  for (let month = from; month <= to; month = date.toISOString().slice(0, 7)) {
    months.push(month);
    if (months.length > mostMonths) throw monthsRefused();
    date.setUTCMonth(date.getUTCMonth() + 1);
  }
  if (months.length === 0) throw monthsRefused();
  return months;
}

function monthsRefused(): GalleyError {
  return new GalleyError('invalid-input', {
    en: `The last month must be at most ${mostMonths} months after the first. Choose other months.`,
    zh: `结束月份须不早于起始月份，且最多 ${mostMonths} 个月。请重新选择。`,
  });
}

/** The plan, or a part of it, written into the workspace's exports and offered for download. */
export async function exportPlanFile(
  context: RecordContext,
  tools: ExportTools,
  input: Input,
  job: JobContext,
): Promise<CallOutput<'planfile.export'>> {
  const session = context.holder.current();
  const { format, language } = input;
  const at = context.clock.now().toISOString();
  const { zone, name: workspace } = session.workspace();
  const month = input.month ?? createZoneClock(zone).wall(at).slice(0, 7);
  const sheet = format === 'pdf' || format === 'png';
  const span =
    input.from === undefined && input.to === undefined
      ? at.slice(0, 10)
      : `${input.from ?? ''}–${input.to ?? ''}`;
  const months = sheet ? monthsBetween(month, input.lastMonth ?? month) : [];
  const spread = months.length > 1 ? `${month}–${months.at(-1)}` : month;
  const ending = format === 'png' && months.length > 1 ? 'zip' : format;
  const path = await freePath(session.paths.exports, `${workspace} ${sheet ? spread : span}`, ending);
  const answer = (rows: number, left = 0): CallOutput<'planfile.export'> => ({
    path,
    name: basename(path),
    url: tools.offered.offer(path, mimes[ending]),
    rows,
    left,
  });
  if (sheet) {
    const type = ending === 'zip' ? ending : format;
    const { posts } = await paintMonths(session, tools, { months, language, type, out: path }, job);
    return answer(posts);
  }
  const posts = chosenPosts(session, input);
  if (job.signal.aborted) throw cancelled();
  const accountName = accountNames(session.repositories).name;
  const write = (content: string | Uint8Array): Promise<void> =>
    tools.store.writeAtomically(path, (temporary) => writeFile(temporary, content));
  if (format === 'ics') {
    const calendar = writeCalendar(posts, {
      name: workspace,
      alarmMinutes: input.alarmMinutes ?? null,
      accountName,
    });
    await write(calendar.text);
    return answer(calendar.events, calendar.left);
  }
  if (format === 'json') {
    await write(`${JSON.stringify({ kind: 'plan', version: 1, exportedAt: at, zone, posts }, null, 2)}\n`);
  } else {
    const table = ownTable(posts, accountName);
    await write(
      format === 'csv'
        ? csvText(table)
        : await tools.files.workbook(table, language === 'zh' ? '计划' : 'Plan'),
    );
  }
  return answer(posts.length);
}
