import type { PostContent } from '../domain/content.ts';
import type { Thread } from '../domain/post.ts';
import { composeFields, postedTexts } from '../platforms/compose.ts';
import { fitsField } from '../platforms/count-text.ts';
import { plainText } from '../platforms/plain-text.ts';
import type { FormatProfile, TextField } from '../platforms/profile-types.ts';
import { withoutEmoji } from './emoji-words.ts';
import { tagsToField, tagsToText, tagsWritten } from './hashtag-words.ts';
import { linksIn } from './plain-runs.ts';
import { shortened } from './shorten.ts';
import { lettersTo, punctuationOf, type QuoteStyle, quotesOf, spacesBetween } from './width.ts';

/** The words of a target, and whether they are told as a thread. */
export interface AdaptWords extends PostContent {
  thread: Thread | null;
}

/** What can be done to the words of one target without a network. */
export type AdaptAction =
  | { id: 'fit' }
  | { id: 'shorten'; mark: boolean }
  | { id: 'link-to-comment' }
  | { id: 'tags-syntax' }
  | { id: 'tags-to-text' }
  | { id: 'tags-to-field' }
  | { id: 'tags-limit' }
  | { id: 'emoji'; keep: 'none' | 'line-ends' }
  | { id: 'letters'; width: 'half' | 'full' }
  | { id: 'spaces'; wanted: boolean }
  | { id: 'punctuation'; language: 'zh' | 'en' }
  | { id: 'quotes'; style: QuoteStyle }
  | { id: 'thread'; thread: Thread | null };

/** Platforms where posts are strung together by answering oneself. */
const threading: ReadonlySet<string> = new Set(['x', 'threads', 'bluesky', 'mastodon']);

/** True where a long text is usually told as a thread. */
export function canThread(profile: FormatProfile): boolean {
  return profile.kind === 'text' && threading.has(profile.platformId) && bodyField(profile)?.max !== null;
}

function bodyField(profile: FormatProfile): TextField | undefined {
  return profile.text.fields.find((field) => field.role === 'body');
}

function fieldFits(profile: FormatProfile, field: TextField, words: AdaptWords): boolean {
  const { thread, ...content } = words;
  return postedTexts(field, composeFields(profile, content, thread)).every((text) => fitsField(field, text));
}

/** True where every field of the composed words keeps its limit. */
export function fitsAll(profile: FormatProfile, words: AdaptWords): boolean {
  return profile.text.fields.every((field) => fieldFits(profile, field, words));
}

/**
 * Title and body short enough for their fields, link and hashtags counted in. A body whose link and hashtags alone
 * are too long loses hashtags from the end first.
 */
function shortenAll(profile: FormatProfile, words: AdaptWords, mark: boolean): AdaptWords {
  let now = words;
  for (const field of profile.text.fields) {
    if (fieldFits(profile, field, now)) continue;
    if (field.role === 'title') {
      const before = now;
      now = {
        ...now,
        title: shortened(now.title, (title) => fieldFits(profile, field, { ...before, title }), mark),
      };
    } else if (field.role === 'body') now = shortenBody(profile, field, now, mark);
    else if (field.id === 'tags') {
      while (now.hashtags.length > 0 && !fieldFits(profile, field, now)) {
        now = { ...now, hashtags: now.hashtags.slice(0, -1) };
      }
    }
  }
  return now;
}

function shortenBody(profile: FormatProfile, field: TextField, words: AdaptWords, mark: boolean): AdaptWords {
  let now = words;
  const fits = (body: string): boolean => fieldFits(profile, field, { ...now, body });
  while (now.hashtags.length > 0 && !fits('')) now = { ...now, hashtags: now.hashtags.slice(0, -1) };
  if (!fits('')) now = { ...now, link: '' };
  const body = shortened(now.body, fits, mark);
  // Where formatting marks take part of a text out of shape, its plain words are cut.
  const enough = body.length >= 20 || now.body.length < 40 || profile.text.markup === 'rich';
  return { ...now, body: enough ? body : shortened(plainText(now.body), fits, mark) || body };
}

/** The link, and addresses in the text, behind the first comment; the text stays as it is where none is taken. */
function linkToComment(profile: FormatProfile, words: AdaptWords): AdaptWords {
  if (!profile.firstComment) return words;
  const inText = profile.text.markup === 'rich' ? [] : linksIn(words.body);
  const links = [...new Set([...inText, words.link.trim()])].filter((link) => link !== '');
  if (links.length === 0) return words;
  let body = words.body.replace(/\[([^\]\n]{1,999})\]\((https?:[^)\s]{1,999})\)/g, '$1');
  for (const link of inText) body = body.replaceAll(link, '');
  body = body
    .replace(/(?<=\S)[ \t]{2,}(?=\S)/g, ' ')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const fresh = links.filter((link) => !words.firstComment.includes(link));
  const firstComment = [words.firstComment.trim(), ...fresh].filter((part) => part !== '').join('\n');
  return { ...words, body: inText.length > 0 ? body : words.body, link: '', firstComment };
}

function tagsWithinLimit(profile: FormatProfile, words: AdaptWords): AdaptWords {
  const { max, syntax } = profile.text.hashtag;
  if (!max) return words;
  // Tags in the text count too, and the writer put them there on purpose.
  const { hashtags: inText } = syntax === 'none' ? { hashtags: [] } : tagsToField(words.body, []);
  const held = new Set(inText);
  let room = Math.max(0, max.value - held.size);
  const hashtags = words.hashtags.filter((tag) => held.has(tag) || room-- > 0);
  return hashtags.length === words.hashtags.length ? words : { ...words, hashtags };
}

/**
 * What the target needs and nothing else: surplus hashtags go; a text that is too long becomes a thread where
 * threads are usual, else its link goes to the first comment if that helps, else it is shortened; a link that
 * nobody could click goes to the first comment.
 */
function fitTarget(profile: FormatProfile, words: AdaptWords): AdaptWords {
  let now = tagsWithinLimit(profile, words);
  if (profile.text.links === 'plain' && profile.kind !== 'article') now = linkToComment(profile, now);
  if (fitsAll(profile, now)) return now;
  const field = bodyField(profile);
  if (field && !fieldFits(profile, field, now) && canThread(profile) && now.thread === null) {
    now = { ...now, thread: { numbering: 'slash', place: 'end' } };
  }
  if (fitsAll(profile, now)) return now;
  const moved = linkToComment(profile, now);
  if (fitsAll(profile, moved)) return moved;
  return shortenAll(profile, now, true);
}

/** The words after one action; the same object where it changes nothing. */
export function adapted(action: AdaptAction, profile: FormatProfile, words: AdaptWords): AdaptWords {
  const next = change(action, profile, words);
  return JSON.stringify(next) === JSON.stringify(words) ? words : next;
}

/** The same conversion of every text of the target. */
function everywhere(words: AdaptWords, convert: (text: string) => string): AdaptWords {
  return {
    ...words,
    title: convert(words.title),
    body: convert(words.body),
    firstComment: convert(words.firstComment),
  };
}

function change(action: AdaptAction, profile: FormatProfile, words: AdaptWords): AdaptWords {
  const { syntax } = profile.text.hashtag;
  switch (action.id) {
    case 'fit':
      return fitTarget(profile, words);
    case 'shorten':
      return shortenAll(profile, words, action.mark);
    case 'link-to-comment':
      return linkToComment(profile, words);
    case 'tags-syntax':
      return { ...words, body: tagsWritten(syntax, words.body) };
    case 'tags-to-text':
      return { ...words, body: tagsToText(syntax, words.body, words.hashtags), hashtags: [] };
    case 'tags-to-field':
      return { ...words, ...tagsToField(words.body, words.hashtags) };
    case 'tags-limit':
      return tagsWithinLimit(profile, words);
    case 'emoji':
      return everywhere(words, (text) => withoutEmoji(action.keep, text));
    case 'letters':
      return everywhere(words, (text) => lettersTo(action.width, text));
    case 'spaces':
      return everywhere(words, (text) => spacesBetween(action.wanted, text));
    case 'punctuation':
      return everywhere(words, (text) => punctuationOf(action.language, text));
    case 'quotes':
      return everywhere(words, (text) => quotesOf(action.style, text));
    case 'thread':
      return { ...words, thread: action.thread };
  }
}

/** The words with every text and tag converted, for conversions that must be loaded first. */
export function convertedWords(words: AdaptWords, convert: (text: string) => string): AdaptWords {
  const next = { ...everywhere(words, convert), hashtags: words.hashtags.map(convert) };
  return JSON.stringify(next) === JSON.stringify(words) ? words : next;
}
