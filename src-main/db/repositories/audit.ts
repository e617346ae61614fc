import type { AuditAction, AuditEntry } from '#shared/team/audit.ts';
import type { AuditRepository } from '#main/ports/team-repositories.ts';
import type { Connection } from '../connection.ts';

/** Entries that are kept. */
const entriesKept = 100_000;

interface AuditRow {
  number: number;
  at: string;
  member_id: string | null;
  member_name: string;
  action: AuditAction;
  subject_kind: string;
  subject_id: string;
  detail: string;
}

const entryOf = (row: AuditRow): AuditEntry => ({
  number: row.number,
  at: row.at,
  memberId: row.member_id,
  memberName: row.member_name,
  action: row.action,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  detail: JSON.parse(row.detail) as AuditEntry['detail'],
});

export function createAuditRepository(connection: Connection): AuditRepository {
  return {
    list({ subject, memberId, before, limit }) {
      const where = [
        subject ? 'subject_kind = :kind AND subject_id = :subject' : '',
        memberId === undefined ? '' : 'member_id = :member',
        before === undefined ? '' : 'number < :before',
      ].filter((part) => part !== '');
      return connection
        .all<AuditRow>(
          `SELECT * FROM audit ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''}
             ORDER BY number DESC LIMIT :limit`,
          {
            limit,
            ...(subject ? { kind: subject.kind, subject: subject.id } : {}),
            ...(memberId === undefined ? {} : { member: memberId }),
            ...(before === undefined ? {} : { before }),
          },
        )
        .map(entryOf);
    },
    add: (entries) =>
      connection.transaction(() => {
        for (const entry of entries) {
          connection.run(
            `INSERT INTO audit (at, member_id, member_name, action, subject_kind, subject_id, detail)
             VALUES (:at, :member, :name, :action, :kind, :subject, :detail)`,
            {
              at: entry.at,
              member: entry.memberId,
              name: entry.memberName,
              action: entry.action,
              kind: entry.subjectKind,
              subject: entry.subjectId,
              detail: JSON.stringify(entry.detail),
            },
          );
        }
        connection.run('DELETE FROM audit WHERE number <= (SELECT max(number) FROM audit) - :kept', {
          kept: entriesKept,
        });
      }),
    renew(number, at, detail) {
      connection.run('UPDATE audit SET at = :at, detail = :detail WHERE number = :number', {
        number,
        at,
        detail: JSON.stringify(detail),
      });
    },
  };
}
