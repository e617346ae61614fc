import { z } from 'zod';
import { postSchema } from '../../domain/post.ts';
import type { NumberedCells, ReadRow } from './plan-row.ts';

/** Our own file: everything of every post. */
const planFileSchema = z.object({
  kind: z.literal('plan'),
  version: z.literal(1),
  posts: z.array(z.unknown()),
});

/** What a JSON text holds: posts of ours, a table made of records, or neither. */
export type PlanJson =
  | { kind: 'posts'; rows: ReadRow[] }
  | { kind: 'table'; header: string[]; rows: NumberedCells[] }
  | { kind: 'none' };

function postRow(value: unknown, row: number): ReadRow {
  const read = postSchema.safeParse(value);
  if (!read.success) {
    const found = z.object({ title: z.string() }).safeParse(value);
    const [issue] = read.error.issues;
    const path = issue?.path.join('.') ?? '';
    return {
      ok: false,
      refused: {
        row,
        title: found.success ? found.data.title : '',
        reason: { en: `The field “${path}” is missing or wrong.`, zh: `字段“${path}”缺失或有误。` },
      },
    };
  }
  const whole = read.data;
  const { id, title, body, schedule } = whole;
  return {
    ok: true,
    row: {
      row,
      id,
      origin: '',
      fields: { title, body },
      schedule,
      targets: whole.targets.map((target) => ({ ...target, account: target.accountId })),
      wholeTargets: true,
      whole,
      notes: [],
    },
  };
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Reads the plan that we wrote, or a list of records of any tool (bare, or under one key). */
export function readPlanJson(text: string): PlanJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'none' };
  }
  const own = planFileSchema.safeParse(value);
  if (own.success)
    return { kind: 'posts', rows: own.data.posts.map((post, index) => postRow(post, index + 1)) };
  const lists = Array.isArray(value) ? [value] : Object.values(Object(value) as object).filter(Array.isArray);
  const records = lists
    .map((list) => z.array(z.record(z.string(), z.unknown())).safeParse(list))
    .find((each) => each.success);
  if (!records?.success || records.data.length === 0) return { kind: 'none' };
  const header = [...new Set(records.data.flatMap((record) => Object.keys(record)))];
  const rows = records.data.map((record, index) => ({
    row: index + 1,
    cells: header.map((key) => textOf(record[key])),
  }));
  return { kind: 'table', header, rows };
}
