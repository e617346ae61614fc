import { splitThread } from '#shared/adapt/split-thread.ts';
import type { PostContent } from '#shared/domain/content.ts';
import type { Thread } from '#shared/domain/post.ts';
import { overflowOf } from './count-text.ts';
import { counters } from './counters/all.ts';
import { plainText } from './plain-text.ts';
import type { FormatProfile, TextField } from './profile-types.ts';

/** Key of the first comment in `ComposedText.fields`, where the platform takes one. */
export const firstCommentField = 'firstComment';

/** The words of a post, sorted into the boxes of the platform's own form. */
export interface ComposedText {
  /** By field id; a field without words is an empty string. */
  fields: Record<string, string>;
  /** Title and body as one text to paste, tags and links in place. */
  paste: string;
  /** The body as a row of posts, numbers in place; null where it is told as one. */
  thread: string[] | null;
}

/** A hashtag's word without its number signs. */
function tagWord(raw: string): string {
  return /[#＃]/.test(raw) ? raw.trim().replace(/^[#＃]+|[#＃]+$/g, '') : raw.trim();
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

/** A line of its own that says: here the next post of a thread begins. */
const partMark = /^[ \t]{0,3}-{3,}[ \t]*$/m;

interface Sorted {
  body: string;
  link: string;
  hashtags: string[];
  /** How the platform writes: two of one manner hold the same body. */
  manner: string;
  sections: string[];
}

/** The last bodies: most targets of a post write theirs alike. */
let lastSorted: Sorted[] = [];
const sortedLimit = 12;

/** What the body box holds, part by part as the writer parted it: the link and the hashtags come last. */
function bodySections(profile: FormatProfile, content: PostContent, threaded: boolean): readonly string[] {
  const { body, link, hashtags } = content;
  const { markup, links, hashtag } = profile.text;
  const manner = `${markup === 'rich'} ${links === 'clickable'} ${hashtag.syntax} ${threaded}`;
  const before = lastSorted.find(
    (each) =>
      each.manner === manner && each.hashtags === hashtags && each.link === link && each.body === body,
  );
  if (before) return before.sections;
  const sections = sortBody(profile, content, threaded);
  lastSorted = [{ body, link, hashtags, manner, sections }, ...lastSorted.slice(0, sortedLimit - 1)];
  return sections;
}

function sortBody(profile: FormatProfile, content: PostContent, threaded: boolean): string[] {
  const sources = threaded ? content.body.split(partMark) : [content.body];
  const sections = sources.map((source) =>
    profile.text.markup === 'rich' ? source.trim() : plainText(source),
  );
  const body = sections.join('\n\n');
  const link = content.link.trim();
  const withLink = link !== '' && profile.text.links === 'clickable' && !body.includes(link);
  const last = sections.pop() ?? '';
  const ending = [last, withLink ? link : '', tagLine(profile, content.hashtags, body)];
  return [...sections, ending.filter((part) => part !== '').join('\n\n')].filter((part) => part !== '');
}

interface Composed {
  content: PostContent;
  thread: Thread | null;
  text: ComposedText;
}

/** The last answers of each format: counting and checking ask for the same words. */
const composed = new WeakMap<FormatProfile, Composed[]>();
/** Targets of one format that differ by account. */
const remembered = 8;

/**
 * Sorts a post's words into the platform's fields. A title goes into a title field only (without one it is the
 * post's name inside Galley), the link into the text where it can be clicked or into its own field, hashtags
 * behind the body or into a field for tags. Markdown stays where the platform keeps formatting.
 * @param thread told as a row of posts, each within the limit of the body; a line `---` forces a new one
 */
export function composeFields(
  profile: FormatProfile,
  content: PostContent,
  thread: Thread | null = null,
): ComposedText {
  const before = composed.get(profile) ?? [];
  const known = before.find((each) => each.content === content && each.thread === thread);
  if (known) return known.text;
  const text = sortWords(profile, content, thread);
  composed.set(profile, [{ content, thread, text }, ...before.slice(0, remembered - 1)]);
  return text;
}

function sortWords(profile: FormatProfile, content: PostContent, thread: Thread | null): ComposedText {
  const fields: Record<string, string> = {};
  let title = '';
  let body = '';
  let parts: string[] | null = null;
  for (const field of profile.text.fields) {
    let words = '';
    if (field.role === 'title') words = title = content.title.trim();
    else if (field.role === 'body') {
      const sections = bodySections(profile, content, thread !== null);
      words = body = sections.join('\n\n');
      if (thread) parts = threadOf(field, sections, thread);
    } else if (field.role === 'link') words = content.link.trim();
    else if (field.id === 'tags')
      words = [...new Set(content.hashtags.map(tagWord))].filter(Boolean).join(',');
    fields[field.id] = words;
  }
  if (profile.firstComment) fields[firstCommentField] = content.firstComment.trim();
  // Added up rather than joined: a long text is not copied before someone pastes it.
  const paste = [title, ...(parts ?? [body])].reduce((all, part) =>
    all === '' || part === '' ? all + part : `${all}\n\n${part}`,
  );
  return { fields, paste, thread: parts };
}

function threadOf(field: TextField, sections: readonly string[], thread: Thread): string[] | null {
  if (field.max === null && field.maxBytes === null) return null;
  return splitThread(sections, thread, (part) => overflowOf(field, part)).parts;
}

/**
 * The texts of a field that are posted one by one, each of which must keep the field's limit by itself: the parts
 * of a thread for the body, else the one text that the field holds.
 */
export function postedTexts(field: TextField, text: ComposedText): string[] {
  return field.role === 'body' && text.thread ? text.thread : [text.fields[field.id] ?? ''];
}

/** UTF-16 index where the platform hides the rest behind “…more”, never inside a grapheme; null when all shows. */
export function foldAt(profile: FormatProfile, text: string): number | null {
  const { fold } = profile.text;
  return fold === null ? null : counters[fold.unit].measure(text, fold.count.value).overflowAt;
}
