import type { ContentContext } from '#shared/checks/context.ts';
import type { PlanCheck } from '#shared/contract/checks.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { Session } from '#main/ports/workspace.ts';
import { checkPost, type PostChecker } from '../handoff/check-post.ts';
import type { Pictures } from '../pictures.ts';
import { createAttachedFacts } from './attached-facts.ts';

type Row = PlanCheck['rows'][number];
type KeptFinding = Row['findings'][number];

/** Before any check. */
export const noPlanCheck: PlanCheck = {
  ...{ at: null, posts: 0, targets: 0, errors: 0, warnings: 0 },
  ...{ rows: [], changed: [] },
};

/** Temporal reads a zone slowly, and a plan has few different times. */
function rememberingInstants(): (schedule: Schedule) => string {
  const known = new Map<string, string>();
  return (schedule) => {
    const key = `${schedule.local} ${schedule.zone}`;
    const instant = known.get(key) ?? dueInstant(schedule);
    known.set(key, instant);
    return instant;
  };
}

function dueOf(post: Post, instantOf: (schedule: Schedule) => string): string | null {
  const times = [post.schedule, ...post.targets.map((target) => target.schedule)].filter(
    (schedule) => schedule !== null,
  );
  return times.map(instantOf).toSorted()[0] ?? null;
}

function titleOf(post: Post): string {
  return post.title.trim() || (post.body.trim().split('\n')[0] ?? '').slice(0, 80);
}

function rowOf(checker: PostChecker, post: Post): Row {
  const open = post.targets.filter((target) => target.status !== 'published');
  const checked = checkPost(checker, { ...post, targets: open });
  const findings = checked.targets.flatMap(({ targetId, format, findings: found }) =>
    found
      .filter(({ severity }) => severity !== 'note')
      .map((finding): KeptFinding => ({ ...finding, targetId, format })),
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    postId: post.id,
    title: titleOf(post),
    dueAt: dueOf(post, checker.instantOf ?? dueInstant),
    errors,
    warnings: findings.length - errors,
    findings,
  };
}

/** The same objection of the same target; where in the text it stands may move. */
function keyOf(finding: KeptFinding): string {
  const { targetId, code, severity, field, message } = finding;
  return [targetId, code, severity, field ?? '', message.en].join('\n');
}

/** Time alone brings and takes these; no rule was changed. */
const byTime = /^(?:schedule-|rights-expired)/;

/**
 * What another rule, list or brand did: findings that came or went in posts that nobody edited since the check
 * before.
 */
export function differences(
  before: PlanCheck,
  rows: readonly Row[],
  posts: readonly Post[],
): PlanCheck['changed'] {
  if (before.at === null) return [];
  const at = before.at;
  const now = new Map(rows.map((row) => [row.postId, row]));
  const earlier = new Map(before.rows.map((row) => [row.postId, row]));
  return posts.flatMap((post) => {
    if (post.updatedAt > at) return [];
    const had = (earlier.get(post.id)?.findings ?? []).filter(({ code }) => !byTime.test(code));
    const has = (now.get(post.id)?.findings ?? []).filter(({ code }) => !byTime.test(code));
    if (had.length === 0 && has.length === 0) return [];
    const hadKeys = new Set(had.map(keyOf));
    const hasKeys = new Set(has.map(keyOf));
    const added = has.filter((finding) => !hadKeys.has(keyOf(finding)));
    const removed = had.filter((finding) => !hasKeys.has(keyOf(finding)));
    if (added.length === 0 && removed.length === 0) return [];
    return { postId: post.id, title: titleOf(post), added, removed };
  });
}

export interface PlanCheckParts {
  pack: RulePack;
  content: ContentContext;
  pictures: Pictures;
  session: Session;
  /** ISO 8601. */
  now: string;
  signal?: AbortSignal;
  onProgress?(done: number, total: number): void;
}

/** Posts that are checked between two breaths, in which other calls are answered. */
const portion = 40;

/** Checks every post that is neither published nor in the trash, and keeps the result. */
export async function checkPlan(parts: PlanCheckParts): Promise<PlanCheck> {
  const { session, now } = parts;
  const { repositories } = session;
  const instantOf = rememberingInstants();
  const attached = createAttachedFacts(parts.pictures, session);
  const checker: PostChecker = { pack: parts.pack, content: parts.content, attached, now, instantOf };
  const ids = repositories.posts.planned();
  const posts: Post[] = [];
  const rows: Row[] = [];
  let targets = 0;
  for (let index = 0; index < ids.length; index += portion) {
    await new Promise(setImmediate);
    parts.signal?.throwIfAborted();
    parts.onProgress?.(index, ids.length);
    const next = ids.slice(index, index + portion);
    const stored = repositories.posts.many(next);
    for (const id of next) {
      const post = stored.get(id);
      if (!post || post.status === 'published') continue;
      posts.push(post);
      targets += post.targets.length;
      const row = rowOf(checker, post);
      if (row.findings.length > 0) rows.push(row);
    }
  }
  const result: PlanCheck = {
    at: now,
    posts: posts.length,
    targets,
    errors: rows.reduce((sum, row) => sum + row.errors, 0),
    warnings: rows.reduce((sum, row) => sum + row.warnings, 0),
    rows,
    changed: differences(repositories.planChecks.read() ?? noPlanCheck, rows, posts),
  };
  repositories.planChecks.write(result);
  return result;
}
