import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { StoredResult } from '#main/ports/team-repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';

/** Milliseconds between a time that was recorded by hand and the one that a platform reports. */
const sameMoment = 10 * 60_000;

export function countCampaigns(context: RecordContext): CallOutput<'campaigns.counts'> {
  const found = new Map<string, CallOutput<'campaigns.counts'>[number]>();
  for (const row of context.holder.current().repositories.posts.countByCampaign()) {
    const { campaign, status, posts, first, last } = row;
    const known = found.get(campaign) ?? { campaign, total: 0, byStatus: {}, first: null, last: null };
    known.total += posts;
    known.byStatus[status] = posts;
    if (first !== null && (known.first === null || first < known.first)) known.first = first;
    if (last !== null && (known.last === null || last > known.last)) known.last = last;
    found.set(campaign, known);
  }
  return [...found.values()];
}

/** The result that tells of a published target; one that another target has already is left out. */
function resultOf(target: Target, results: readonly StoredResult[], taken: ReadonlySet<string>) {
  const free = results.filter(({ id }) => !taken.has(id));
  const linked = free.find(({ body }) => body.link !== '' && body.link === target.publishedUrl);
  if (linked || target.publishedAt === null) return linked;
  const at = Date.parse(target.publishedAt);
  return free
    .filter(({ accountId }) => accountId === null || accountId === target.accountId)
    .map((result) => ({ result, apart: Math.abs(Date.parse(result.publishedAt) - at) }))
    .filter(({ apart }) => apart <= sameMoment)
    .sort((one, other) => one.apart - other.apart)[0]?.result;
}

function resultsOf(
  repositories: Repositories,
  posts: readonly Post[],
): CallOutput<'campaigns.facts'>['results'] {
  const byPlatform = new Map<string, StoredResult[]>();
  const taken = new Set<string>();
  const sums = { posts: 0, reach: 0, engagements: 0, imported: 0 };
  for (const post of posts) {
    let counted = false;
    for (const target of post.targets) {
      if (target.status !== 'published') continue;
      const platform = target.format.split('/')[0] ?? '';
      const results = byPlatform.get(platform) ?? repositories.insight.results(platform, null);
      byPlatform.set(platform, results);
      const result = resultOf(target, results, taken);
      if (!result) continue;
      taken.add(result.id);
      counted = true;
      sums.imported += 1;
      sums.reach += result.body.reach;
      sums.engagements += result.body.engagements;
    }
    if (counted) sums.posts += 1;
  }
  return sums.imported === 0 ? null : sums;
}

/** Posts and results of one campaign. */
export function campaignFacts(
  context: RecordContext,
  { name }: ParsedInput<'campaigns.facts'>,
): CallOutput<'campaigns.facts'> {
  const { repositories } = context.holder.current();
  const summaries = repositories.posts.ofCampaign(name);
  const published = summaries
    .filter(({ status }) => status !== 'idea')
    .flatMap(({ id }) => repositories.posts.get(id) ?? []);
  return { posts: summaries, results: resultsOf(repositories, published) };
}
