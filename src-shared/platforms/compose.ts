import type { PostContent } from '#shared/domain/content.ts';
import { counters } from './counters/all.ts';
import { plainText } from './plain-text.ts';
import type { FormatProfile } from './profile-types.ts';

/** Key of the first comment in `ComposedText.fields`, where the platform takes one. */
export const firstCommentField = 'firstComment';

/** The words of a post, sorted into the boxes of the platform's own form. */
export interface ComposedText {
  /** By field id; a field without words is an empty string. */
  fields: Record<string, string>;
  /** Title and body as one text to paste, tags and links in place. */
  paste: string;
}

/** A hashtag's word without its number signs. */
function tagWord(raw: string): string {
  return raw.trim().replace(/^[#＃]+|[#＃]+$/g, '');
}

/** Hashtags in the platform's way of writing, as one line; those that `body` already holds are left out. */
function tagLine(profile: FormatProfile, hashtags: string[], body: string): string {
  const { syntax } = profile.text.hashtag;
  if (syntax === 'none') return '';
  const written = hashtags.flatMap((raw) => {
    const word = tagWord(raw);
    const tag = syntax === '#tag#' ? `#${word}#` : `#${word.replace(/\s+/g, '')}`;
    return word === '' || holdsTag(body, tag) ? [] : [tag];
  });
  return [...new Set(written)].join(' ');
}

function holdsTag(body: string, tag: string): boolean {
  for (let at = body.indexOf(tag); at >= 0; at = body.indexOf(tag, at + 1)) {
    const next = body.slice(at + tag.length, at + tag.length + 2);
    if (tag.endsWith('#') || !/^[\p{L}\p{N}_]/u.test(next)) return true;
  }
  return false;
}

/** Words of the body box: the text, the link where readers can follow it there, the hashtags last. */
function bodyText(profile: FormatProfile, content: PostContent): string {
  const body = profile.text.markup === 'rich' ? content.body.trim() : plainText(content.body);
  const link = content.link.trim();
  const withLink = link !== '' && profile.text.links === 'clickable' && !body.includes(link);
  const parts = [body, withLink ? link : '', tagLine(profile, content.hashtags, body)];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** The last answer of each format: counting and checking ask for the same words. */
const composed = new WeakMap<FormatProfile, { content: PostContent; text: ComposedText }>();

/**
 * Sorts a post's words into the platform's fields. A title goes into a title field only (without one it is the
 * post's name inside Galley), the link into the text where it can be clicked or into its own field, hashtags
 * behind the body or into a field for tags. Markdown stays where the platform keeps formatting.
 */
export function composeFields(profile: FormatProfile, content: PostContent): ComposedText {
  const before = composed.get(profile);
  if (before?.content === content) return before.text;
  const text = sortWords(profile, content);
  composed.set(profile, { content, text });
  return text;
}

function sortWords(profile: FormatProfile, content: PostContent): ComposedText {
  const fields: Record<string, string> = {};
  let title = '';
  let body = '';
  for (const field of profile.text.fields) {
    let words = '';
    if (field.role === 'title') words = title = content.title.trim();
    else if (field.role === 'body') words = body = bodyText(profile, content);
    else if (field.role === 'link') words = content.link.trim();
    else if (field.id === 'tags')
      words = [...new Set(content.hashtags.map(tagWord))].filter(Boolean).join(',');
    fields[field.id] = words;
  }
  if (profile.firstComment) fields[firstCommentField] = content.firstComment.trim();
  return { fields, paste: [title, body].filter((part) => part !== '').join('\n\n') };
}

/** UTF-16 index where the platform hides the rest behind “…more”, never inside a grapheme; null when all shows. */
export function foldAt(profile: FormatProfile, text: string): number | null {
  const { fold } = profile.text;
  return fold === null ? null : counters[fold.unit].measure(text, fold.count.value).overflowAt;
}
