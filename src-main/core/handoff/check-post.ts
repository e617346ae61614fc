import type { CallOutput } from '#shared/contract/index.ts';
import { attachmentsOf, contentOf } from '#shared/domain/content-of.ts';
import type { Post } from '#shared/domain/post.ts';
import { checkTarget } from '#shared/platforms/check.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { packFor } from '#shared/platforms/own-rules.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { Session } from '#main/ports/workspace.ts';
import type { Pictures } from '../pictures.ts';
import { mediaOfAttachment } from './attachment-media.ts';

/**
 * What hand-off mends by itself: it renders every picture and recording to the platform's size, type and weight.
 * Before that, a raw attachment that differs is no fault of the post.
 */
const mendedByHandoff = new Set([
  'media-type',
  'image-too-large-bytes',
  'image-too-large-pixels',
  'image-aspect',
  'video-bytes',
  'video-container',
  'video-codec',
  'video-aspect',
  'fps',
]);

function softened(finding: Finding): Finding {
  return mendedByHandoff.has(finding.code) && finding.severity !== 'note'
    ? { ...finding, severity: 'note' }
    : finding;
}

/** Pre-flight of all targets of a post, with the media as they are attached. */
export function checkPost(
  pack: RulePack,
  pictures: Pictures,
  session: Session,
  post: Post,
): CallOutput<'posts.check'> {
  const targets = post.targets.map((target) => {
    const media = attachmentsOf(post, target).flatMap((attachment) =>
      mediaOfAttachment(pictures, session, attachment),
    );
    const rules = packFor(pack, target.accountId);
    const findings = checkTarget(formatProfile(rules, target.format), rules, {
      content: contentOf(post, target),
      media: media.map((item) => item.facts),
    }).map(softened);
    const ok = findings.every((finding) => finding.severity !== 'error');
    return { targetId: target.id, format: target.format, ok, findings };
  });
  return { ok: targets.every((target) => target.ok), targets };
}
