import type { LutRepository, StoredLut } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';
import { containsPattern } from '../search.ts';

interface LutRow extends Omit<StoredLut, 'createdAt'> {
  created_at: string;
}

const lutOf = ({ created_at: createdAt, ...row }: LutRow): StoredLut => ({ ...row, createdAt });

/** Look-up tables of colours that were brought into the workspace. */
export function createLutRepository(connection: Connection): LutRepository {
  return {
    list: () => connection.all<LutRow>('SELECT * FROM luts ORDER BY name, sha256').map(lutOf),
    get(sha256) {
      const row = connection.get<LutRow>('SELECT * FROM luts WHERE sha256 = :sha256', { sha256 });
      return row ? lutOf(row) : null;
    },
    insert(lut) {
      connection.run(
        `INSERT INTO luts (sha256, name, size, bytes, created_at)
         VALUES (:sha256, :name, :size, :bytes, :createdAt)`,
        { ...lut },
      );
    },
    remove: (sha256) => connection.run('DELETE FROM luts WHERE sha256 = :sha256', { sha256 }) > 0,
    usersOf: (sha256) =>
      connection
        .all<{ name: string }>(
          `SELECT name FROM clips WHERE trashed_at IS NULL AND edit LIKE :pattern ESCAPE '\\' ORDER BY name`,
          { pattern: containsPattern(`"${sha256}"`) },
        )
        .map(({ name }) => name),
  };
}
