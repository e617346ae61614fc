import type { MediaFacts, PostContent } from '#shared/domain/content.ts';
import { checkMedia } from './check-media.ts';
import { checkText } from './check-text.ts';
import type { Finding } from './finding.ts';
import type { FormatProfile } from './profile-types.ts';
import { type RulePack, sourceKeys } from './rule-pack.ts';

const gravity: Record<Finding['severity'], number> = { error: 0, warning: 1, note: 2 };

/**
 * Everything that one platform format would object to, gravest first. Only rules that the platform itself states
 * are errors; the rest warns or advises (see `find`).
 * @param pack the pack that the profile was made from; a finding names a source only if the pack can show it
 */
export function checkTarget(
  profile: FormatProfile,
  pack: RulePack,
  target: { content: PostContent; media: readonly MediaFacts[] },
): Finding[] {
  const { content, media } = target;
  const found = [...checkText(profile, content, media.length > 0), ...checkMedia(profile, media)];
  const shown = found.map(({ source, ...finding }) => {
    const known = source !== undefined && sourceKeys(source).some((key) => pack.sources[key] !== undefined);
    return known ? { ...finding, source } : finding;
  });
  return shown.sort((one, other) => gravity[one.severity] - gravity[other.severity]);
}
