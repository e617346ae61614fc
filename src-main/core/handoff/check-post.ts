import { checkContent } from '#shared/checks/content.ts';
import type { ContentContext } from '#shared/checks/context.ts';
import type { CallOutput } from '#shared/contract/index.ts';
import { attachmentsOf, contentOf } from '#shared/domain/content-of.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import { byGravity, checkTarget } from '#shared/platforms/check.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { packFor } from '#shared/platforms/own-rules.ts';
import { targetProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { AttachedFacts } from '../checks/attached-facts.ts';

/**
 * What hand-off mends by itself: it renders every picture and recording to the platform's size, type and weight.
 * Before that, a raw attachment that differs is no fault of the post.
 */
const mendedByHandoff = new Set([
  'media-type',
  'image-too-large-bytes',
  'image-too-large-pixels',
  'image-too-large-side',
  'image-aspect',
  'video-bytes',
  'video-container',
  'video-codec',
  'video-aspect',
  'video-dimensions',
  'video-bitrate',
  'video-audio',
  'fps',
]);

function softened(finding: Finding): Finding {
  return mendedByHandoff.has(finding.code) && finding.severity !== 'note'
    ? { ...finding, severity: 'note' }
    : finding;
}

/** What posts of one workspace are checked with. */
export interface PostChecker {
  /** The workspace's pack; accounts change it for their targets. */
  pack: RulePack;
  content: ContentContext;
  attached(attachments: ReturnType<typeof attachmentsOf>): AttachedFacts;
  /** ISO 8601. */
  now: string;
  /** The instant of a wall time. */
  instantOf?: typeof dueInstant;
}

function checkOne(checker: PostChecker, post: Post, target: Target): Finding[] {
  const { now, instantOf = dueInstant } = checker;
  const pack = packFor(checker.pack, target.accountId);
  const profile = targetProfile(pack, target.format);
  const content = contentOf(post, target);
  const { media, rights } = checker.attached(attachmentsOf(post, target));
  const schedule = target.schedule ?? post.schedule;
  const published = target.status === 'published';
  const dueAt = schedule === null ? null : instantOf(schedule);
  const found = checkTarget(profile, pack, {
    content,
    media,
    time: { dueAt, now, published },
    thread: target.overrides.thread ?? null,
  });
  const said = checkContent(checker.content, {
    profile,
    content,
    disclosure: post.disclosure,
    sources: post.sources,
    rights,
    day: schedule?.local.slice(0, 10) ?? now.slice(0, 10),
  });
  return byGravity([...found.map(softened), ...said]);
}

/** Pre-flight of all targets of a post, with the media as they are attached. */
export function checkPost(checker: PostChecker, post: Post): CallOutput<'posts.check'> {
  const targets = post.targets.map((target) => {
    const findings = checkOne(checker, post, target);
    const ok = findings.every((finding) => finding.severity !== 'error');
    return { targetId: target.id, format: target.format, ok, findings };
  });
  return { ok: targets.every((target) => target.ok), targets };
}
