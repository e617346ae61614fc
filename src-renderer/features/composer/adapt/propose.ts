import { type AdaptAction, type AdaptWords, adapted, convertedWords } from '#shared/adapt/actions.ts';
import { overridesWith, wordsOf } from '#shared/adapt/adapt-target.ts';
import { type ChineseVariant, chineseConverter } from '#shared/adapt/chinese.ts';
import { contentOf } from '#shared/domain/content-of.ts';
import { type Overrides, type Post, targetKey } from '#shared/domain/post.ts';
import type { LiveMeasures } from '../session/live-measures.ts';
import { targetOf } from '../session/parts.ts';
import type { PostSession } from '../session/post-session.ts';

/** What is done to the words: an action of the platform's rules, or Chinese of a region. */
export type Adaptation = AdaptAction | { id: 'chinese'; variant: ChineseVariant };

/** The words of one target, or of the base, before and after. */
export interface Proposal {
  /** `targetKey`; null for the base text. */
  key: string | null;
  before: AdaptWords;
  after: AdaptWords;
}

function wordsAt(post: Post, key: string | null): AdaptWords {
  const target = targetOf(post, key);
  return target ? wordsOf(post, target) : { ...contentOf(post, null), thread: null };
}

/**
 * What an adaptation would change, target by target; those that it leaves as they are are not in the answer.
 * @param rulesOf the target whose rules hold for the base text, which has none of its own
 */
export async function propose(
  session: PostSession,
  live: LiveMeasures,
  keys: readonly (string | null)[],
  adaptation: Adaptation,
  rulesOf = 'x/post',
): Promise<Proposal[]> {
  const convert = adaptation.id === 'chinese' ? await chineseConverter(adaptation.variant) : null;
  const { post } = session.snapshot();
  return keys.flatMap((key) => {
    const before = wordsAt(post, key);
    const after =
      adaptation.id === 'chinese'
        ? convert && convertedWords(before, convert)
        : adapted(adaptation, live.profile(key ?? rulesOf), before);
    return after && after !== before ? [{ key, before, after }] : [];
  });
}

/** Makes the proposals true in one step; the answer takes them back. */
export function accept(session: PostSession, proposals: readonly Proposal[]): () => void {
  const { post } = session.snapshot();
  const targets = new Map<string, Overrides>();
  let base: Partial<Post> = {};
  for (const { key, before, after } of proposals) {
    const target = targetOf(post, key);
    if (target) targets.set(targetKey(target), overridesWith(post, target, after));
    else if (key === null) {
      const { thread: _thread, body, ...words } = after;
      base = { ...words, ...(body === before.body ? {} : { body, document: null }) };
    }
  }
  return session.edit({ base, targets });
}
