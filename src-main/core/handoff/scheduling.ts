import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { attachmentsOf, contentOf } from '#shared/domain/content-of.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import { schedulingTables, type TableEntry } from '#shared/handoff/scheduling-tables.ts';
import { composeFields, firstCommentField } from '#shared/platforms/compose.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { Session } from '#main/ports/workspace.ts';
import { requirePost } from '../posts/post-errors.ts';

/** Names of what a target attaches, to find it in the package or the library. */
function fileNames(repositories: Repositories, post: Post, target: Target): string[] {
  const { assets, designs, clips } = repositories;
  const stores = { asset: assets, design: designs, clip: clips };
  return attachmentsOf(post, target).flatMap(({ kind, refId }) => stores[kind].get(refId)?.name ?? []);
}

function entryOf(
  repositories: Repositories,
  pack: RulePack,
  wall: (instant: string) => string,
  post: Post,
  target: Target,
): TableEntry {
  const profile = formatProfile(pack, target.format);
  const content = contentOf(post, target);
  const { fields } = composeFields(profile, content);
  const ofRole = (role: 'title' | 'body'): string => {
    const field = profile.text.fields.find((each) => each.role === role);
    return field ? (fields[field.id] ?? '') : '';
  };
  const due = target.schedule ?? post.schedule;
  return {
    postId: post.id,
    title: post.title || content.body.slice(0, 60),
    platform: profile.platformId,
    formatId: profile.formatId,
    at: due ? wall(dueInstant(due)) : null,
    text: ofRole('body'),
    heading: ofRole('title'),
    link: content.link.trim(),
    firstComment: fields[firstCommentField] ?? '',
    labels: [post.campaign, post.pillar].filter((label) => label !== ''),
    alts: attachmentsOf(post, target).map((each) => each.alt),
    files: fileNames(repositories, post, target),
  };
}

/** The plan, or the named posts of it, as tables of a scheduling tool. Published targets are not posted twice. */
export function schedulingTable(
  session: Session,
  pack: RulePack,
  { tool, postIds, from, to }: ParsedInput<'handoff.table'>,
): CallOutput<'handoff.table'> {
  const { repositories } = session;
  const { wall } = createZoneClock(session.workspace().zone);
  const posts = (postIds ?? repositories.posts.planned()).map((id) => requirePost(repositories, id));
  const entries = posts
    .filter((post) => postIds !== undefined || post.trashedAt === null)
    .flatMap((post) =>
      post.targets
        .filter((target) => target.status !== 'published')
        .map((target) => entryOf(repositories, pack, wall, post, target)),
    )
    .filter(({ at }) => {
      if (postIds !== undefined) return true;
      const day = at?.slice(0, 10);
      return day !== undefined && (from === undefined || day >= from) && (to === undefined || day <= to);
    })
    // Those without a time come last.
    .toSorted((one, other) => (one.at ?? '~').localeCompare(other.at ?? '~'));
  return schedulingTables(tool, entries);
}
