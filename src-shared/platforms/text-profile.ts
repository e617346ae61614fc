import { firstFact, limitOf, numberLimit } from './facts.ts';
import type { Limit, TextField, TextProfile } from './profile-types.ts';
import { type Fact, type FieldRole, isFact, type Platform, type PlatformFormat } from './rule-pack.ts';

const roleOfId: Record<string, FieldRole> = {
  title: 'title',
  short_title: 'title',
  body: 'body',
  content: 'body',
  description: 'body',
  caption: 'body',
  text: 'body',
  message: 'body',
  commentary: 'body',
  status: 'body',
  link: 'link',
  content_source_url: 'link',
};

function textField(raw: PlatformFormat['text']['fields'][number], fold: Fact | null): TextField {
  const limit = firstFact(raw, 'max', 'total_max', 'api_total_max', 'app_max', 'api_max');
  const required = raw['required'];
  const role = raw.role ?? roleOfId[raw.id] ?? 'other';
  const standing = isFact(required) ? required : (limit ?? firstFact(raw, 'max_bytes'));
  return {
    id: raw.id,
    role,
    unit: limit?.unit ?? (role === 'body' ? fold?.unit : undefined) ?? 'characters',
    max: numberLimit(raw, 'max', 'total_max', 'api_total_max', 'app_max', 'api_max'),
    min: numberLimit(raw, 'min'),
    maxBytes: numberLimit(raw, 'max_bytes'),
    required: required === true || (isFact(required) && required.value === true),
    confidence: standing?.confidence ?? 'remembered',
    source: standing?.source ?? 'none',
  };
}

/** The format's own fact, else the one of the first format of the platform that states it. */
function inherited(platform: Platform, format: PlatformFormat, key: string): Fact | null {
  return (
    [format, ...platform.formats].map((each) => firstFact(each.text, key)).find((fact) => fact !== null) ??
    null
  );
}

function hashtagSyntax(platform: Platform, format: PlatformFormat): TextProfile['hashtag']['syntax'] {
  const { value } = inherited(platform, format, 'hashtag_syntax') ?? { value: null };
  if (typeof value === 'string') return /^#\S+#/.test(value) ? '#tag#' : '#tag';
  if (value === false || format.galley.kind === 'article') return 'none';
  return format.text.fields.some((field) => field.id === 'tags') ? 'none' : '#tag';
}

function hashtagLimit(format: PlatformFormat): Limit<number> | null {
  const tags = format.text.fields.find((field) => field.id === 'tags');
  const stated =
    numberLimit(format.text, 'max_hashtags', 'topic_tags_max', 'max_topics', 'effective_hashtags') ??
    numberLimit(tags, 'max_count');
  if (stated) return stated;
  const advised = numberLimit(format.text, 'recommended_hashtags');
  return advised && { ...advised, advised: true };
}

function linkPlace(platform: Platform, format: PlatformFormat, fields: TextField[]): TextProfile['links'] {
  if (fields.some((field) => field.role === 'link')) return 'field';
  const stated = inherited(platform, format, 'links')?.value;
  if (typeof stated === 'string') {
    if (/^not clickable|clickable only/.test(stated)) return 'plain';
    if (format.id === 'shorts' && /not in Shorts/.test(stated)) return 'plain';
    if (/clickable/.test(stated)) return 'clickable';
  }
  if (stated === false) return 'plain';
  return inherited(platform, format, 'url_length') || inherited(platform, format, 'facets')
    ? 'clickable'
    : 'plain';
}

/**
 * The words of a format. Keys are tried in this order: `max` (what the app or web form takes), a total for
 * joined tags, then the API's own limit; hashtags: as `numberLimit` has it. Syntax and link rules that
 * a format does not state are those of the platform's first format that does.
 */
export function textProfile(platform: Platform, format: PlatformFormat): TextProfile {
  const fold = firstFact(format.text, 'fold', 'fold_mobile');
  const fields = format.text.fields.map((field) => textField(field, fold));
  const urlLength = inherited(platform, format, 'url_length');
  const markup = firstFact(format.text, 'markup')?.value;
  return {
    fields,
    fold:
      fold && typeof fold.value === 'number'
        ? { count: limitOf(fold, fold.value), unit: fold.unit ?? 'characters' }
        : null,
    hashtag: { syntax: hashtagSyntax(platform, format), max: hashtagLimit(format) },
    links: linkPlace(platform, format, fields),
    maxLinks: numberLimit(format.text, 'max_links'),
    urlLength: urlLength && typeof urlLength.value === 'number' ? limitOf(urlLength, urlLength.value) : null,
    markup:
      format.galley.kind === 'article' || (typeof markup === 'string' && /html|rich/.test(markup))
        ? 'rich'
        : 'plain',
  };
}
