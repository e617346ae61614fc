import type { MediaFacts, PostContent } from '#shared/domain/content.ts';
import type { Thread } from '#shared/domain/post.ts';
import { checkFacts } from './check-facts.ts';
import { checkMedia } from './check-media.ts';
import { safeAreaFindings } from './check-safe-area.ts';
import { type PlannedTime, scheduleFindings } from './check-schedule.ts';
import { sizeFindings } from './check-sizes.ts';
import { mentionFindings, tagFindings } from './check-tags.ts';
import { checkText } from './check-text.ts';
import type { Finding } from './finding.ts';
import type { FormatProfile } from './profile-types.ts';
import { type RulePack, sourceKeys } from './rule-pack.ts';

const gravity: Record<Finding['severity'], number> = { error: 0, warning: 1, note: 2 };

/** The gravest first; what is equally grave stays in its order. */
export function byGravity(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => gravity[one.severity] - gravity[other.severity]);
}

const shown = new WeakMap<RulePack, Map<string, boolean>>();

/** Whether the pack can show one of the sources that the text names; found once per pack. */
function canShow(pack: RulePack, source: string): boolean {
  const ofPack = shown.get(pack) ?? new Map<string, boolean>();
  shown.set(pack, ofPack);
  const before = ofPack.get(source);
  if (before !== undefined) return before;
  const can = sourceKeys(source).some((key) => pack.sources[key] !== undefined);
  ofPack.set(source, can);
  return can;
}

/** A finding names a source only if the pack can show it; one's own rules name themselves. */
function withKnownSources(pack: RulePack, findings: readonly Finding[]): Finding[] {
  return findings.map(({ source, ...finding }) => {
    const known = source === 'own' || (source !== undefined && canShow(pack, source));
    return known && source !== undefined ? { ...finding, source } : finding;
  });
}

/** What one platform format would object to in the words alone: cheap enough for every pause in typing. */
export function checkWords(
  profile: FormatProfile,
  pack: RulePack,
  content: PostContent,
  hasMedia: boolean,
  thread: Thread | null = null,
): Finding[] {
  const facts = checkFacts(pack, profile);
  return withKnownSources(pack, [
    ...checkText(profile, content, hasMedia, thread),
    ...tagFindings(profile, facts, content),
    ...mentionFindings(profile, facts, content),
  ]);
}

/**
 * Everything that one platform format would object to, gravest first. Only rules that the platform itself states
 * are errors; the rest warns or advises (see `find`).
 * @param pack the pack that the profile was made from
 */
export function checkTarget(
  profile: FormatProfile,
  pack: RulePack,
  target: {
    content: PostContent;
    media: readonly MediaFacts[];
    time?: PlannedTime;
    thread?: Thread | null;
  },
): Finding[] {
  const { content, media, time, thread = null } = target;
  const facts = checkFacts(pack, profile);
  const found = [
    ...checkMedia(profile, media),
    ...sizeFindings(profile, facts, media),
    ...safeAreaFindings(profile, media),
    ...(time ? scheduleFindings(profile, facts, time) : []),
  ];
  return byGravity([
    ...checkWords(profile, pack, content, media.length > 0, thread),
    ...withKnownSources(pack, found),
  ]);
}
