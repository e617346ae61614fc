import type { PostContent } from '#shared/domain/content.ts';
import { attachmentsOf, contentOf } from '#shared/domain/content-of.ts';
import type { Post, Target } from '#shared/domain/post.ts';
import { checkText } from '#shared/platforms/check-text.ts';
import { type ComposedText, composeFields } from '#shared/platforms/compose.ts';
import { countField, type TextCount } from '#shared/platforms/count-text.ts';
import type { Finding } from '#shared/platforms/finding.ts';
import { formatProfile } from '#shared/platforms/profile.ts';
import type { FormatProfile, TextField } from '#shared/platforms/profile-types.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';

/** One field of one target, counted. */
export interface FieldMeasure {
  field: TextField;
  /** The composed text that was counted. */
  text: string;
  count: TextCount;
}

export interface TargetMeasure {
  profile: FormatProfile;
  content: PostContent;
  composed: ComposedText;
  fields: FieldMeasure[];
  /** The field that is fullest against its limit. */
  tightest: FieldMeasure | null;
  /** Of the words only; media are checked where their files are. */
  findings: Finding[];
}

function fullness({ count }: FieldMeasure): number {
  return count.limit === null || count.limit === 0 ? 0 : count.count / count.limit;
}

function measure(profile: FormatProfile, content: PostContent, hasMedia: boolean): TargetMeasure {
  const composed = composeFields(profile, content);
  const fields = profile.text.fields.map((field): FieldMeasure => {
    const text = composed.fields[field.id] ?? '';
    return { field, text, count: countField(profile, field, text) };
  });
  const limited = fields.filter((each) => each.count.limit !== null);
  const tightest = limited.reduce<FieldMeasure | null>(
    (best, each) => (best === null || fullness(each) > fullness(best) ? each : best),
    null,
  );
  return {
    profile,
    content,
    composed,
    fields,
    tightest: tightest ?? fields.find((each) => each.field.role === 'body') ?? null,
    findings: checkText(profile, content, hasMedia),
  };
}

function sameWords(one: PostContent, other: PostContent): boolean {
  return (
    one.title === other.title &&
    one.body === other.body &&
    one.link === other.link &&
    one.firstComment === other.firstComment &&
    one.hashtags.join('\n') === other.hashtags.join('\n')
  );
}

/** Counts targets and remembers those whose words did not change, so that a keystroke costs only what it touched. */
export function createMeasurer(): (pack: RulePack, post: Post) => Map<string, TargetMeasure> {
  const known = new Map<string, { measured: TargetMeasure; hasMedia: boolean; pack: RulePack }>();
  const one = (pack: RulePack, post: Post, target: Target): TargetMeasure => {
    const content = contentOf(post, target);
    const hasMedia = attachmentsOf(post, target).length > 0;
    const before = known.get(target.format);
    if (
      before?.pack === pack &&
      before.hasMedia === hasMedia &&
      sameWords(before.measured.content, content)
    ) {
      return before.measured;
    }
    const measured = measure(formatProfile(pack, target.format), content, hasMedia);
    known.set(target.format, { measured, hasMedia, pack });
    return measured;
  };
  return (pack, post) => new Map(post.targets.map((target) => [target.format, one(pack, post, target)]));
}

/** The measured field of a role, of the chosen target, else the fullest among all targets. */
export function fieldMeasure(
  measures: ReadonlyMap<string, TargetMeasure>,
  format: string | null,
  role: TextField['role'],
): FieldMeasure | undefined {
  const asked = format === null ? [...measures.values()] : [measures.get(format)];
  const found = asked.flatMap((each) => each?.fields.filter(({ field }) => field.role === role) ?? []);
  return found.reduce<FieldMeasure | undefined>(
    (best, each) => (best === undefined || fullness(each) > fullness(best) ? each : best),
    undefined,
  );
}
