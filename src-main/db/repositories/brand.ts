import type { Brand } from '#shared/domain/brand.ts';
import type { BrandRepository } from '#main/ports/repositories.ts';
import type { Connection } from '../connection.ts';

/** The brand of the workspace: one row, none until it is saved for the first time. */
export function createBrandRepository(connection: Connection): BrandRepository {
  return {
    read() {
      const row = connection.get<{ brand: string }>('SELECT brand FROM brand WHERE id = 1');
      return row ? (JSON.parse(row.brand) as Brand) : null;
    },
    write(brand) {
      connection.run(
        `INSERT INTO brand (id, revision, brand) VALUES (1, :revision, :brand)
         ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, brand = excluded.brand`,
        { revision: brand.revision, brand: JSON.stringify(brand) },
      );
    },
  };
}
