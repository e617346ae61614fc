import { monthDays, weekOf } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { monthSheet, sheetPage, type SheetWords } from '#shared/plan/files/month-sheet.ts';
import type { Painter } from '#main/ports/painter.ts';
import type { Session } from '#main/ports/workspace.ts';
import { brandLook } from '../brand/brand-look.ts';
import { brandOf } from '../brand/brand.ts';

export interface MonthWanted {
  /** `YYYY-MM`. */
  month: string;
  language: 'en' | 'zh';
  type: 'pdf' | 'png';
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

/** Paints a month of the plan into a file: a PDF with real text, or a PNG. */
export async function paintMonth(
  session: Session,
  painter: Painter,
  { month, language, type, out }: MonthWanted,
  signal: AbortSignal,
): Promise<{ posts: number }> {
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
  const body = monthSheet(month, weekStart, found, words);
  const { tokens, fontTokens, fonts } = brandLook(session);
  const shared = { body, tokens, fontTokens, fonts, assetFile: () => null, signal, out };
  if (type === 'png') await painter.paintToFile({ ...shared, pageId: sheetPage, type, scale: 1 });
  else
    await painter.paintDocument({
      ...shared,
      type,
      pageIds: [sheetPage],
      title: `${words.name} ${words.month}`,
      scale: 1,
    });
  return { posts: found.filter(({ day }) => day.slice(0, 7) === month).length };
}
