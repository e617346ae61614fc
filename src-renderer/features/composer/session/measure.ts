import type { PostContent } from '#shared/domain/content.ts';
import { attachmentsOf, contentOf } from '#shared/domain/content-of.ts';
import { type Post, type Target, type Thread, targetKey } from '#shared/domain/post.ts';
import { type ComposedText, composeFields, postedTexts } from '#shared/platforms/compose.ts';
import { countField, type TextCount } from '#shared/platforms/count-text.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import type { FormatProfile, TextField } from '#shared/platforms/profile-types.ts';

/** One field of one target, counted. */
export interface FieldMeasure {
  field: TextField;
  /** The composed text that was counted: of a thread the whole text. */
  text: string;
  /** Of a thread the fullest of its posts. */
  count: TextCount;
  /** Posts of a thread; 1 for all else. */
  posts: number;
}

export interface TargetMeasure {
  key: string;
  profile: FormatProfile;
  content: PostContent;
  composed: ComposedText;
  thread: Thread | null;
  hasMedia: boolean;
  fields: FieldMeasure[];
  /** The field that is fullest against its limit. */
  tightest: FieldMeasure | null;
  /** Of the words as they were at the last pause in writing, and of the files. */
  findings: readonly Finding[];
}

function fullness({ count, limit }: Pick<TextCount, 'count' | 'limit'>): number {
  return limit === null || limit === 0 ? 0 : count / limit;
}

function measureField(profile: FormatProfile, field: TextField, composed: ComposedText): FieldMeasure {
  const text = composed.fields[field.id] ?? '';
  const posts = postedTexts(field, composed);
  const counts = posts.map((each) => countField(profile, field, each));
  const [first = countField(profile, field, text), ...rest] = counts;
  const fullest = rest.reduce((best, each) => (fullness(each) > fullness(best) ? each : best), first);
  // A place in one post of a thread is no place in the whole text.
  const count = posts.length > 1 ? { ...fullest, overflowAt: null } : fullest;
  return { field, text, count, posts: Math.max(1, posts.length) };
}

/** What a target is made of: two with the same have the same counts and findings. */
type Words = Pick<TargetMeasure, 'key' | 'profile' | 'content' | 'thread' | 'hasMedia'>;

function measure(words: Words, findings: readonly Finding[]): TargetMeasure {
  const { profile, content, thread } = words;
  const composed = composeFields(profile, content, thread);
  const fields = profile.text.fields.map((field) => measureField(profile, field, composed));
  const limited = fields.filter((each) => each.count.limit !== null);
  const tightest = limited.reduce<FieldMeasure | null>(
    (best, each) => (best === null || fullness(each.count) > fullness(best.count) ? each : best),
    null,
  );
  const body = fields.find((each) => each.field.role === 'body') ?? null;
  return { ...words, composed, fields, tightest: tightest ?? body, findings };
}

function sameWords(one: PostContent, other: PostContent): boolean {
  return (
    one.title === other.title &&
    one.body === other.body &&
    one.link === other.link &&
    one.firstComment === other.firstComment &&
    (one.hashtags === other.hashtags || one.hashtags.join('\n') === other.hashtags.join('\n'))
  );
}

/** Counts targets and remembers those whose words did not change, so that a keystroke costs only what it touched. */
export function createMeasurer(): (
  profileOf: (key: string) => FormatProfile,
  post: Post,
) => Map<string, TargetMeasure> {
  let known = new Map<string, TargetMeasure>();
  const one = (profile: FormatProfile, post: Post, target: Target): TargetMeasure => {
    const key = targetKey(target);
    const content = contentOf(post, target);
    const hasMedia = attachmentsOf(post, target).length > 0;
    const thread = target.overrides.thread ?? null;
    const before = known.get(key);
    if (
      before?.profile === profile &&
      before.hasMedia === hasMedia &&
      JSON.stringify(before.thread) === JSON.stringify(thread) &&
      sameWords(before.content, content)
    ) {
      return before;
    }
    return measure({ key, profile, content, thread, hasMedia }, before?.findings ?? []);
  };
  return (profileOf, post) => {
    known = new Map(
      post.targets.map((target) => {
        const key = targetKey(target);
        return [key, one(profileOf(key), post, target)];
      }),
    );
    return known;
  };
}

/** The measured field of a role, of the chosen target, else the fullest among all targets. */
export function fieldMeasure(
  measures: ReadonlyMap<string, TargetMeasure>,
  key: string | null,
  role: TextField['role'],
): FieldMeasure | undefined {
  const asked = key === null ? [...measures.values()] : [measures.get(key)];
  const found = asked.flatMap((each) => each?.fields.filter(({ field }) => field.role === role) ?? []);
  return found.reduce<FieldMeasure | undefined>(
    (best, each) => (best === undefined || fullness(each.count) > fullness(best.count) ? each : best),
    undefined,
  );
}
