import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monthDays, weekOf } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { joinSheets, monthSheet, sheetPage, type SheetWords } from '#shared/plan/files/month-sheet.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { Zip } from '#main/ports/zip.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import { brandOf } from '../brand/brand.ts';

export interface MonthsWanted {
  /** `YYYY-MM`, in order. */
  months: readonly string[];
  language: 'en' | 'zh';
  /** `zip`: a picture of each month. */
  type: 'pdf' | 'png' | 'zip';
  out: string;
}

function wordsOf(session: Session, month: string, language: 'en' | 'zh', weekStart: number): SheetWords {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  const utc = (day: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  const week = monthDays(`${month}-01`, weekStart).slice(0, 7);
  return {
    month: utc(`${month}-01`, { month: 'long', year: 'numeric' }),
    name: brandOf(session).name || session.workspace().name,
    weekdays: week.map((day) => utc(day, { weekday: 'short' })),
    more: (count) => (language === 'zh' ? `还有 ${count} 篇` : `+${count} more`),
    settled: language === 'zh' ? '已通过或已发布' : 'Approved or published',
    open: language === 'zh' ? '进行中' : 'In progress',
  };
}

/** The page of a month, and how many posts it shows of it. */
function sheetOf(
  session: Session,
  month: string,
  language: 'en' | 'zh',
): { body: DesignBody; words: SheetWords; posts: number } {
  const { zone } = session.workspace();
  const weekStart = weekOf(language === 'zh' ? 'zh-CN' : 'en').start;
  const days = monthDays(`${month}-01`, weekStart);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const from = dueInstant({ local: `${first}T00:00`, zone });
  const to = dueInstant({ local: `${addDays(last, 1)}T00:00`, zone });
  const { wall } = createZoneClock(zone);
  const found = session.repositories.posts.range(from, to).flatMap((entry) => {
    const at = entry.dueAt === null ? null : wall(entry.dueAt);
    const title = entry.title || entry.excerpt || (language === 'zh' ? '未命名' : 'Untitled');
    const settled = entry.status === 'approved' || entry.status === 'published';
    return at === null ? [] : [{ day: at.slice(0, 10), time: at.slice(11), title, settled }];
  });
  const words = wordsOf(session, month, language, weekStart);
  return {
    body: monthSheet(month, weekStart, found, words),
    words,
    posts: found.filter(({ day }) => day.slice(0, 7) === month).length,
  };
}

/** Paints months of the plan into a file: a PDF with real text and a page a month, a PNG of one, or a ZIP of PNGs. */
export async function paintMonths(
  session: Session,
  { painter, zip }: { painter: Painter; zip: Zip },
  { months, language, type, out }: MonthsWanted,
  job: JobContext,
): Promise<{ posts: number }> {
  const sheets = months.map((month) => ({ month, ...sheetOf(session, month, language) }));
  const { tokens, fontTokens, fonts } = brandLook(session);
  const look = { tokens, fontTokens, fonts, assetFile: () => null, signal: job.signal, scale: 1 };
  const paint = async ({ body, month }: (typeof sheets)[number], file: string): Promise<void> => {
    await painter.paintToFile({ ...look, body, out: file, pageId: sheetPage(month), type: 'png' });
  };
  const [first] = sheets;
  if (type === 'pdf') {
    const [name, from, to] = [first?.words.name, first?.words.month, sheets.at(-1)?.words.month];
    await painter.paintDocument({
      ...look,
      body: joinSheets(sheets.map(({ body }) => body)),
      out,
      type,
      pageIds: months.map(sheetPage),
      title: `${name} ${from === to ? from : `${from} – ${to}`}`,
    });
  } else if (type === 'png') {
    if (first) await paint(first, out);
  } else {
    const folder = await mkdtemp(join(tmpdir(), 'galley-months-'));
    try {
      for (const [index, sheet] of sheets.entries()) {
        job.progress(index, sheets.length, { en: sheet.words.month, zh: sheet.words.month });
        await paint(sheet, join(folder, `${sheet.month}.png`));
      }
      await zip(folder, out, job.signal);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return { posts: sheets.reduce((sum, { posts }) => sum + posts, 0) };
}
