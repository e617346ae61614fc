import type { MemberPinRepository } from '#main/ports/team-repositories.ts';
import type { Connection } from '../connection.ts';

export function createMemberPinRepository(connection: Connection): MemberPinRepository {
  return {
    members: () =>
      connection.all<{ member_id: string }>('SELECT member_id FROM member_pins').map((row) => row.member_id),
    get: (memberId) =>
      connection.get<{ salt: string; hash: string }>(
        'SELECT salt, hash FROM member_pins WHERE member_id = :memberId',
        { memberId },
      ) ?? null,
    write(memberId, pin) {
      if (pin === null) {
        connection.run('DELETE FROM member_pins WHERE member_id = :memberId', { memberId });
        return;
      }
      connection.run(
        `INSERT INTO member_pins (member_id, salt, hash) VALUES (:memberId, :salt, :hash)
           ON CONFLICT (member_id) DO UPDATE SET salt = excluded.salt, hash = excluded.hash`,
        { memberId, ...pin },
      );
    },
  };
}
