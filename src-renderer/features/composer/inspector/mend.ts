import { applyFix, isMendable } from '#shared/checks/fixes.ts';
import { contentOf, attachmentsOf } from '#shared/domain/content-of.ts';
import { type Overrides, partsOfKey, type Post, targetKey } from '#shared/domain/post.ts';
import { checkFacts } from '#shared/platforms/check-facts.ts';
import { composeFields } from '#shared/platforms/compose.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { packFor } from '#shared/platforms/own-rules.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { CheckWords } from '../session/live-measures.ts';

export interface MendTools {
  pack: RulePack;
  profile(key: string): FormatProfile;
  check: CheckWords;
}

/** What a row of repairs changes, in one step. */
export interface Mending {
  base: Partial<Post>;
  targets: Map<string, Overrides>;
  count: number;
}

/** Repairs of one target are tried so often: each may bring up the next. */
const mostRounds = 200;

/** One’s own decision: nobody else can say that a post is paid for. */
const decided = new Set(['mark-disclosure']);

export function isFixedTogether(finding: Finding): boolean {
  return isMendable(finding) && !decided.has(finding.fix?.code ?? '');
}

function findingsOf(tools: MendTools, post: Post, key: string): readonly Finding[] {
  const target = post.targets.find((each) => targetKey(each) === key);
  if (!target) return [];
  const profile = tools.profile(key);
  const content = contentOf(post, target);
  const thread = target.overrides.thread ?? null;
  const composed = composeFields(profile, content, thread);
  const hasMedia = attachmentsOf(post, target).length > 0;
  return tools.check({
    ...{ key, profile, content, composed, thread, hasMedia },
    ...{ fields: [], tightest: null, findings: [] },
  });
}

/**
 * Repairs the wanted findings of the targets one after another, each looked up anew in what the one before left:
 * words that a target inherits are mended once for all.
 */
export function mend(
  tools: MendTools,
  start: Post,
  keys: readonly string[],
  isWanted: (finding: Finding) => boolean,
): Mending {
  let post = start;
  const mending: Mending = { base: {}, targets: new Map(), count: 0 };
  for (const key of new Set(keys)) {
    const tried = new Set<string>();
    for (let round = 0; round < mostRounds; round += 1) {
      const target = post.targets.find((each) => targetKey(each) === key);
      const finding = findingsOf(tools, post, key).find(
        (each) => isWanted(each) && isMendable(each) && !tried.has(nameOf(each)),
      );
      if (!target || !finding) break;
      const profile = tools.profile(key);
      const facts = checkFacts(packFor(tools.pack, partsOfKey(key).accountId), profile);
      const mended = applyFix({ post, target, profile, finding }, facts.maxMentions?.value ?? 0);
      if (!mended) {
        tried.add(nameOf(finding));
        continue;
      }
      mending.count += 1;
      const { base = {}, overrides } = mended;
      Object.assign(mending.base, base);
      if (overrides) mending.targets.set(key, overrides);
      const targets = post.targets.map((each) =>
        overrides && targetKey(each) === key ? { ...each, overrides } : each,
      );
      post = { ...post, ...base, targets };
    }
  }
  return mending;
}

function nameOf({ code, field, at }: Finding): string {
  return `${code} ${field ?? ''} ${at?.from ?? ''}`;
}
