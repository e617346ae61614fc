import { call } from '#renderer/bridge/client.ts';
import { downloadText } from '#renderer/ui/download.ts';
import { csvText, neutralise } from '#shared/tables/csv.ts';
import type { AuditEntry } from '#shared/team/audit.ts';

/** Entries asked for at once. */
const page = 500;

/**
 * Keeps the whole trail (of one person, or of all) as a table: instant, who, what in words, title, kind and id.
 * @param head its first row
 */
export async function saveAudit(
  memberId: string | undefined,
  words: { name: string; head: readonly string[]; me: string; deed(entry: AuditEntry): string },
): Promise<void> {
  const rows: string[][] = [];
  let before: number | undefined;
  for (;;) {
    const entries = await call('audit.list', {
      limit: page,
      ...(memberId === undefined ? {} : { memberId }),
      ...(before === undefined ? {} : { before }),
    });
    for (const entry of entries) {
      const { at, memberName, detail, subjectKind, subjectId } = entry;
      rows.push([at, memberName || words.me, words.deed(entry), detail.title ?? '', subjectKind, subjectId]);
    }
    before = entries.at(-1)?.number;
    if (entries.length < page || before === undefined) break;
  }
  const cells = rows.map((row) => row.map(neutralise));
  downloadText(words.name, csvText([words.head, ...cells]), 'text/csv;charset=utf-8');
}
