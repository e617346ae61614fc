import type { FontRepository, StoredFont } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';
import { containsPattern } from '../search.ts';

interface FontRow extends Omit<StoredFont, 'chineseName' | 'createdAt'> {
  chinese_name: string;
  created_at: string;
}

function fontOf({ chinese_name: chineseName, created_at: createdAt, ...row }: FontRow): StoredFont {
  return { ...row, chineseName, createdAt };
}

/** Fonts that were brought into the workspace. */
export function createFontRepository(connection: Connection): FontRepository {
  return {
    list: () => connection.all<FontRow>('SELECT * FROM fonts ORDER BY name, weight, family').map(fontOf),
    get(family) {
      const row = connection.get<FontRow>('SELECT * FROM fonts WHERE family = :family', { family });
      return row ? fontOf(row) : null;
    },
    insert(font) {
      connection.run(
        `INSERT INTO fonts (family, sha256, extension, bytes, name, chinese_name, weight, style, script,
           ascent, descent, licence, embedding, created_at)
         VALUES (:family, :sha256, :extension, :bytes, :name, :chineseName, :weight, :style, :script,
           :ascent, :descent, :licence, :embedding, :createdAt)`,
        { ...font },
      );
    },
    remove: (family) => connection.run('DELETE FROM fonts WHERE family = :family', { family }) > 0,
    usersOf: (family) =>
      connection
        .all<{ name: string }>(
          `SELECT name FROM designs WHERE trashed_at IS NULL AND document LIKE :pattern ESCAPE '\\'
           UNION ALL
           SELECT name FROM design_templates WHERE trashed_at IS NULL AND document LIKE :pattern ESCAPE '\\'`,
          { pattern: containsPattern(`"${family}"`) },
        )
        .map(({ name }) => name),
  };
}
