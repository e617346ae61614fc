import { shortened } from '../adapt/shorten.ts';
import type { PostContent } from '../domain/content.ts';
import { contentOf } from '../domain/content-of.ts';
import type { Overrides, Post, Target } from '../domain/post.ts';
import { mentionPattern } from '../platforms/check-tags.ts';
import { checkText } from '../platforms/check-text.ts';
import { composeFields, firstCommentField } from '../platforms/compose.ts';
import { countField } from '../platforms/count-text.ts';
import type { Finding } from '../platforms/finding.ts';
import type { FormatProfile } from '../platforms/profile-types.ts';

type Words = keyof PostContent;

/** What a repair changes: of the post for whatever a target inherits, else of the target. */
export interface Mended {
  base?: Partial<Pick<Post, Words | 'document' | 'disclosure'>>;
  /** The target's overrides as they are then. */
  overrides?: Overrides;
}

export interface Broken {
  post: Post;
  target: Target;
  profile: FormatProfile;
  finding: Finding;
}

/** Sets one field where the target has it from; the editor's state is read anew from the Markdown. */
function setWords<Name extends Words>(
  { target }: Pick<Broken, 'target'>,
  name: Name,
  value: PostContent[Name],
  ownAlways = false,
): Mended {
  const change = { [name]: value, ...(name === 'body' ? { document: null } : {}) };
  const own = ownAlways || target.overrides[name] !== undefined;
  if (own) return { overrides: { ...target.overrides, ...change } };
  return { base: change as Partial<Pick<Post, Name>> };
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}

/** Markdown around nothing but the word: it would stand there for itself. */
const marks = /(\*{1,3}|_{1,2}|~~|`|<u>)$/;

/**
 * The text with `put` in place of a word; where the word only goes, the marks that stood around it alone and one of
 * the two spaces go too.
 */
export function replaced(text: string, at: number, word: string, put: string): string {
  let before = text.slice(0, at);
  let after = text.slice(at + word.length);
  if (put !== '') return before + put + after;
  for (;;) {
    const open = marks.exec(before)?.[1];
    const close = open === '<u>' ? '</u>' : open;
    if (open === undefined || close === undefined || !after.startsWith(close)) break;
    before = before.slice(0, -open.length);
    after = after.slice(close.length);
  }
  const doubled = (before === '' || /\s$/.test(before)) && /^[ \t]/.test(after);
  return before + (doubled ? after.slice(1) : after);
}

/** Puts something in place of the words at the finding's place, in the field that they come from. */
function putWords(broken: Broken, put: string): Mended | null {
  const { post, target, profile, finding } = broken;
  const { at, field } = finding;
  if (!at || field === undefined) return null;
  const content = contentOf(post, target);
  const { fields } = composeFields(profile, content);
  const text = fields[field] ?? '';
  const word = text.slice(at.from, at.to);
  if (word === '') return null;
  let nth = placesOf(text.slice(0, at.from), word).length;
  const role = profile.text.fields.find(({ id }) => id === field)?.role;
  const sources: Exclude<Words, 'hashtags'>[] =
    field === firstCommentField
      ? ['firstComment']
      : role === 'title'
        ? ['title']
        : role === 'link'
          ? ['link']
          : ['body', 'link'];
  for (const name of sources) {
    const places = placesOf(content[name], word);
    const place = places[nth];
    if (place !== undefined) return setWords(broken, name, replaced(content[name], place, word, put));
    nth -= places.length;
  }
  if (!content.hashtags.some((tag) => tag.includes(word))) return null;
  const tags = content.hashtags.map((tag) => tag.replaceAll(word, put).trim()).filter((tag) => tag !== '');
  return setWords(broken, 'hashtags', tags);
}

/** As much of a field as fits, ending with a sentence; always the target's own, for the limit is the platform's. */
function shorten(broken: Broken): Mended | null {
  const { post, target, profile, finding } = broken;
  const field = profile.text.fields.find(({ id }) => id === finding.field);
  const name = field?.role === 'title' ? 'title' : field?.role === 'body' ? 'body' : null;
  if (!field || name === null || target.overrides.thread) return null;
  const content = contentOf(post, target);
  const fits = (text: string): boolean => {
    const composed = composeFields(profile, { ...content, [name]: text }).fields[field.id] ?? '';
    const count = countField(profile, field, composed);
    return (count.counts ?? [count]).every(({ ok }) => ok);
  };
  if (!fits('')) return null;
  return setWords(broken, name, shortened(content[name], fits), true);
}

/** Drops tags from the end until the platform takes the rest. */
function fewerHashtags(broken: Broken): Mended | null {
  const { post, target, profile } = broken;
  const content = contentOf(post, target);
  const tooMany = (hashtags: string[]): boolean =>
    checkText(profile, { ...content, hashtags }, true).some(({ code }) => code === 'hashtags-too-many');
  for (let count = content.hashtags.length - 1; count >= 0; count -= 1) {
    const kept = content.hashtags.slice(0, count);
    if (!tooMany(kept)) return setWords(broken, 'hashtags', kept, true);
  }
  return null;
}

/** Tags without the characters that would end them; each once. */
function cleanHashtags(broken: Broken): Mended | null {
  const { post, target, profile } = broken;
  const { hashtags } = contentOf(post, target);
  const spoiled =
    profile.text.hashtag.syntax === '#tag#' ? /[#＃\n]/gu : /[^\p{L}\p{M}\p{N}_\p{Extended_Pictographic}]/gu;
  const clean = [...new Set(hashtags.map((tag) => tag.replace(spoiled, '')))].filter((tag) => tag !== '');
  return clean.join('\n') === hashtags.join('\n') ? null : setWords(broken, 'hashtags', clean);
}

const linkPattern = /\[([^\]\n]*)\]\(https?:[^)\s]*\)|https?:\/\/[^\s，。、；！？）】》]+/gu;

/** Takes out the link of its own, and links of the text behind the ones that the platform takes. */
function fewerLinks(broken: Broken): Mended | null {
  const { post, target, profile } = broken;
  const content = contentOf(post, target);
  const allowed = profile.text.links === 'plain' ? 0 : (profile.text.maxLinks?.value ?? 0);
  const seen = new Set<string>();
  const body = content.body.replace(linkPattern, (link: string, words: string | undefined) => {
    seen.add(link);
    return seen.size <= allowed ? link : (words ?? '');
  });
  const overrides: Overrides = {
    ...target.overrides,
    ...(body === content.body ? {} : { body: body.replace(/[ \t]+(?=\n|$)/g, '').trim(), document: null }),
    ...(content.link === '' || seen.size < allowed ? {} : { link: '' }),
  };
  return { overrides };
}

function fewerMentions(broken: Broken, max: number): Mended {
  const { body } = contentOf(broken.post, broken.target);
  const kept = new Set<string>();
  const text = body.replace(mentionPattern, (name: string) => {
    const key = name.toLowerCase();
    if (kept.size < max) kept.add(key);
    return kept.has(key) ? name : '';
  });
  return setWords(broken, 'body', text.replace(/[ \t]{2,}/g, ' ').trim(), true);
}

/** A label in front of the text, parted from it as its language does. */
function addLabel(broken: Broken): Mended | null {
  const { post, target, finding } = broken;
  const label = finding.fix?.put ?? '';
  if (label === '') return null;
  const { body } = contentOf(post, target);
  const between = /\p{Script=Han}/u.test(label) ? '｜' : label.startsWith('#') ? ' ' : ': ';
  return setWords(broken, 'body', body === '' ? label : `${label}${between}${body}`);
}

/**
 * The one-click repair of a finding in words; null where there is none or the words are no longer there. Others
 * (a crop, a time, an alt text) need a person: the window opens the place.
 * @param maxMentions what the platform takes, for `remove-mentions`
 */
export function applyFix(broken: Broken, maxMentions = 0): Mended | null {
  const { fix, at } = broken.finding;
  switch (fix?.code) {
    case 'replace-words':
    case 'hide-personal':
    case 'use-https':
    case 'mend-link':
      return putWords(broken, fix.put ?? '') ?? linkItself(broken, fix.put);
    case 'remove-links':
      return at ? (putWords(broken, '') ?? linkItself(broken, '')) : fewerLinks(broken);
    case 'shorten-text':
      return shorten(broken);
    case 'remove-hashtags':
      return fewerHashtags(broken);
    case 'clean-hashtags':
      return cleanHashtags(broken);
    case 'remove-mentions':
      return fewerMentions(broken, maxMentions);
    case 'add-label':
      return addLabel(broken);
    case 'mark-disclosure':
      return { base: { disclosure: { ...broken.post.disclosure, advertising: true } } };
    default:
      return null;
  }
}

/** A link of its own that no field of the platform shows. */
function linkItself(broken: Broken, put: string | undefined): Mended | null {
  return put === undefined || broken.finding.field !== 'link' ? null : setWords(broken, 'link', put);
}

const mendable = new Set([
  'replace-words',
  'hide-personal',
  'use-https',
  'mend-link',
  'remove-links',
  'shorten-text',
  'remove-hashtags',
  'clean-hashtags',
  'remove-mentions',
  'add-label',
  'mark-disclosure',
]);

/** Whether the finding's repair is made in the words, without asking; the others open a place in the window. */
export function isMendable({ fix }: Finding): boolean {
  return fix !== undefined && mendable.has(fix.code);
}
