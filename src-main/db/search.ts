import type { Parameters } from './connection.ts';

/** Letters as search sees them: full-width and half-width, upper and lower case are the same. */
export function searchForm(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
}

/** Trigrams are made of code points, so an ideograph outside the basic plane counts once. */
function hasTrigram(word: string): boolean {
  return /^.{3}/su.test(word);
}

/**
 * A condition for rows whose text holds every word of `search`. Words of three characters and more use the
 * trigram index, which needs no word boundaries and therefore serves Chinese; shorter ones are compared.
 * Null when there is nothing to look for.
 */
export function searchCondition(
  table: 'post_search' | 'asset_search',
  search: string | undefined,
): { sql: string; parameters: Parameters } | null {
  const words = searchForm([search ?? ''])
    .split(/\s+/u)
    .filter(Boolean);
  if (words.length === 0) return null;
  const conditions: string[] = [];
  const parameters: Parameters = {};
  const long = words.filter(hasTrigram);
  if (long.length > 0) {
    conditions.push(`${table} MATCH :match`);
    parameters.match = long.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');
  }
  for (const [index, word] of words.filter((candidate) => !hasTrigram(candidate)).entries()) {
    conditions.push(`text LIKE :part${index} ESCAPE '\\'`);
    parameters[`part${index}`] = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  }
  return { sql: `number IN (SELECT rowid FROM ${table} WHERE ${conditions.join(' AND ')})`, parameters };
}

/** A LIKE pattern for names that hold `search`; null when it is empty. */
export function containsPattern(search: string | undefined): string | null {
  const trimmed = search?.trim() ?? '';
  return trimmed === '' ? null : `%${trimmed.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
