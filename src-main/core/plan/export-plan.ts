import type { CallOutput } from '#shared/contract/index.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import { csvText, neutralise } from '#shared/tables/csv.ts';
import type { RecordContext } from '#main/ports/workspace.ts';

function timeOf(schedule: Schedule | null): string {
  return schedule ? `${schedule.local}[${schedule.zone}]` : '';
}

const columns: Record<string, (post: Post) => string> = {
  id: (post) => post.id,
  title: (post) => post.title,
  body: (post) => post.body,
  status: (post) => post.status,
  local: (post) => post.schedule?.local ?? '',
  zone: (post) => post.schedule?.zone ?? '',
  due_utc: (post) => (post.schedule ? dueInstant(post.schedule) : ''),
  targets: (post) =>
    post.targets
      .map((target) => (target.schedule ? `${target.format}@${timeOf(target.schedule)}` : target.format))
      .join(';'),
  hashtags: (post) => post.hashtags.join(' '),
  link: (post) => post.link,
  first_comment: (post) => post.firstComment,
  campaign: (post) => post.campaign,
  pillar: (post) => post.pillar,
  owner: (post) => post.owner,
  labels: (post) => post.labels.join(' '),
  notes: (post) => post.notes,
};

function csvOf(posts: readonly Post[]): string {
  return csvText([
    Object.keys(columns),
    ...posts.map((post) => Object.values(columns).map((read) => neutralise(read(post)))),
  ]);
}

/** The plan as a file: JSON holds everything of every post, CSV what a client reads in a spreadsheet. */
export function exportPlan(
  { holder, clock }: RecordContext,
  format: 'json' | 'csv',
): CallOutput<'plan.export'> {
  const session = holder.current();
  const { repositories } = session;
  const posts = repositories.posts.planned().flatMap((id) => repositories.posts.get(id) ?? []);
  const at = clock.now().toISOString();
  const text =
    format === 'csv'
      ? csvOf(posts)
      : `${JSON.stringify({ kind: 'plan', version: 1, exportedAt: at, zone: session.workspace().zone, posts }, null, 2)}\n`;
  return { name: `plan-${at.slice(0, 10)}.${format}`, text, rows: posts.length };
}
