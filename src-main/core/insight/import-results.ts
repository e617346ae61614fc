import { createHash } from 'node:crypto';
import { GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { dueInstant } from '#shared/domain/due.ts';
import { headerRow, readColumns, readResult } from '#shared/plan/best-hours-table.ts';
import { findOrder, readMoment } from '#shared/plan/files/dates.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { StoredResult } from '#main/ports/team-repositories.ts';
import type { TableReader } from '#main/ports/table-reader.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { uploadedFile } from '../library/intake.ts';

type Refused = CallOutput<'results.import'>['refused'][number];

function noResults(name: string): GalleyError {
  return new GalleyError('unreadable-file', {
    en: `“${name}” has no column for a date together with one for reach, impressions or views. Choose the list of posts that the platform lets you download.`,
    zh: `“${name}”没有日期列，或没有曝光、阅读、播放等列。请选择平台导出的作品数据列表。`,
  });
}

/** The same post has the same id, however often it is brought in. */
function idOf(platform: string, accountId: string | null, what: string): string {
  return createHash('sha256')
    .update(`${platform}\n${accountId ?? ''}\n${what}`)
    .digest('hex')
    .slice(0, 32);
}

const reasons = {
  date: { en: 'Its date cannot be read.', zh: '无法识别日期。' },
  reach: { en: 'It has no reach, impressions or views.', zh: '没有曝光、阅读或播放数。' },
};

/** Keeps results of published posts; the same file again changes nothing. */
export async function importResults(
  context: RecordContext,
  { tables, uploads }: { tables: TableReader; uploads: string },
  { source, name, platform, accountId, sheet, zone, dateOrder }: ParsedInput<'results.import'>,
  job: JobContext,
): Promise<CallOutput<'results.import'>> {
  const path = source.kind === 'path' ? source.path : await uploadedFile(uploads, source.uploadId);
  const { cells } = await tables.cells(path, { sheet, signal: job.signal });
  const header = headerRow(cells);
  const columns = cells[header];
  if (!columns) throw noResults(name);
  const fields = readColumns(columns);
  const rows = cells
    .slice(header + 1)
    .map((row, index) => ({ row, number: header + index + 2 }))
    .filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  const found = findOrder(rows.map(({ row }) => row[fields.indexOf('date')] ?? ''));
  const order = found === 'mdy' || found === 'dmy' ? found : dateOrder;

  const refused: Refused[] = [];
  const results = rows.flatMap(({ row, number }): StoredResult[] => {
    const { date, time, ...body } = readResult(row, fields);
    const moment = readMoment(date, time, { zone, order });
    if (!moment || body.reach === 0) {
      refused.push({ row: number, reason: moment ? reasons.reach : reasons.date });
      return [];
    }
    const publishedAt = dueInstant(moment.schedule);
    const what = body.link || `${publishedAt} ${body.title}`;
    return [{ id: idOf(platform, accountId, what), platform, accountId, publishedAt, body }];
  });

  const { repositories } = context.holder.current();
  const counts = { added: 0, changed: 0, same: 0 };
  const importedAt = context.clock.now().toISOString();
  repositories.transaction(() => {
    for (const result of results) {
      const before = repositories.insight.result(result.id);
      if (before && JSON.stringify(before) === JSON.stringify(result)) counts.same += 1;
      else {
        if (before) counts.changed += 1;
        else counts.added += 1;
        repositories.insight.writeResult(result, importedAt);
      }
    }
  });
  if (counts.added + counts.changed > 0) context.events.emit('records.changed', { kind: 'kit', ids: [] });
  return {
    rows: rows.length,
    ...counts,
    refused: refused.slice(0, 200),
    columns: columns.flatMap((column, index) => {
      const field = fields[index];
      return field ? [{ name: column.trim(), field }] : [];
    }),
  };
}
