import type { Post } from '#shared/domain/post.ts';
import type { AuditEntry } from '#shared/team/audit.ts';

type Value = NonNullable<AuditEntry['detail']['values']>[number];

/** Fields of a post whose values are short enough to be told. */
const told: readonly (keyof Post)[] = ['title', 'campaign', 'pillar', 'owner', 'labels', 'hashtags', 'link'];

/** Letters of a value that are kept. */
const most = 80;

function textOf(value: unknown): string {
  const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** What fields of a post were and became, of those that can be told in a line. */
export function toldValues(before: Partial<Post>, after: Partial<Post>, fields: readonly string[]): Value[] {
  return told
    .filter((field) => fields.includes(field))
    .map((field) => ({ field, from: textOf(before[field]), to: textOf(after[field]) }));
}

/** The values of two edits in one sitting: what each field was at first and is at last. */
export function valuesTogether(earlier: readonly Value[], later: readonly Value[]): Value[] {
  const first = new Map(earlier.map((value) => [value.field, value.from]));
  const kept = earlier.filter(({ field }) => later.every((value) => value.field !== field));
  return [...kept, ...later.map((value) => ({ ...value, from: first.get(value.field) ?? value.from }))];
}
