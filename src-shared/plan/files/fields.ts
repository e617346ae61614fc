/** What a column of a table of posts may mean. */
export const planFields = [
  'ignore',
  'id',
  'title',
  'body',
  'status',
  /** Day, or day and time. */
  'date',
  'time',
  'zone',
  'platform',
  /** Kind of post: reel, story, shorts … */
  'kind',
  'account',
  /** Our own list of targets with accounts, times and states. */
  'targets',
  'hashtags',
  'link',
  'first_comment',
  'campaign',
  'pillar',
  'owner',
  'labels',
  'notes',
  'brief',
  'series',
  'media',
] as const;
export type PlanField = (typeof planFields)[number];

/** A column that says `true` where the row goes to a platform: `on:<platform>`, as in Metricool's table. */
export const onPlatform = /^on:([\w-]+)$/;

/** A column that names the kind of post on one platform alone: `kind:<platform>`. */
export const kindOnPlatform = /^kind:([\w-]+)$/;

/** Which meaning each column has, by its place. Columns that are not told are ignored. */
export type Mapping = readonly string[];

export function isMeaning(text: string): boolean {
  return (
    (planFields as readonly string[]).includes(text) || onPlatform.test(text) || kindOnPlatform.test(text)
  );
}

/** Columns of our own table, in their order. `local` is read as the date; `due_utc` is only for other tools. */
export const ownColumns = [
  'id',
  'title',
  'body',
  'status',
  'local',
  'zone',
  'due_utc',
  'targets',
  'hashtags',
  'link',
  'first_comment',
  'campaign',
  'pillar',
  'owner',
  'labels',
  'notes',
  'brief',
  'series',
] as const;
export type OwnColumn = (typeof ownColumns)[number];

/** Reads a list that `encodeList` wrote; hand-written spaces around the parts do not count. */
export function decodeList(cell: string): string[] {
  return cell
    .split(';')
    .map((part) => decodePart(part.trim()))
    .filter((part) => part !== '');
}

/** Parts between semicolons; what would be lost between them is written as `%XX`. */
export function encodeList(parts: readonly string[]): string {
  return parts.map((part) => encodePart(part)).join('; ');
}

/** Signs that part a target's text, and blanks at the ends, which people's tools trim. */
export function encodePart(text: string): string {
  return text.replaceAll(/[%;#@()[\]\p{Cc}]|^\s|\s$/gu, (sign) =>
    Array.from(
      new TextEncoder().encode(sign),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  );
}

export function decodePart(text: string): string {
  return text.replaceAll(/(?:%[0-9A-F]{2})+/g, (coded) => {
    try {
      return decodeURIComponent(coded);
    } catch {
      return coded;
    }
  });
}
