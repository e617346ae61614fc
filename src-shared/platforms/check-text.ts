import type { Bilingual } from '#shared/contract/failure.ts';
import type { PostContent } from '#shared/domain/content.ts';
import type { Thread } from '#shared/domain/post.ts';
import { remembering } from '../checks/remember.ts';
import { composeFields, postedTexts } from './compose.ts';
import { countField, type TextCount } from './count-text.ts';
import { counters } from './counters/all.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import type { FormatProfile, TextField } from './profile-types.ts';

const roleNames: Record<TextField['role'], Bilingual> = {
  title: { en: 'Title', zh: '标题' },
  body: { en: 'Text', zh: '正文' },
  comment: { en: 'Comment', zh: '评论' },
  link: { en: 'Link', zh: '链接' },
  other: { en: 'Field', zh: '字段' },
};

function fieldName(field: TextField): Bilingual {
  if (field.role !== 'other') return roleNames[field.role];
  return { en: `“${field.id}”`, zh: `“${field.id}”` };
}

/**
 * The most generous usual reading of a limit whose unit nobody states: graphemes, and for 字 two half-width
 * letters as one. Only what passes this too is surely too long.
 */
function surelyTooLong(field: TextField, count: TextCount, text: string): boolean {
  if (!count.approximate || count.limit === null) return true;
  const readings = [counters.grapheme.count(text)];
  if (field.unit === 'zi') readings.push(counters['xhs-title'].count(text));
  return Math.min(...readings) > count.limit;
}

/** The name of a field, with the number of the post where a thread has several. */
function nameOfPart(field: TextField, part: number, parts: number): Bilingual {
  const name = fieldName(field);
  if (parts < 2) return name;
  return { en: `Post ${part + 1} of the thread`, zh: `串文第 ${part + 1} 条` };
}

function lengthFindings(
  profile: FormatProfile,
  field: TextField,
  text: string,
  name = fieldName(field),
): Finding[] {
  const count = countField(profile, field, text);
  const found: Finding[] = [];
  const broken = (count.counts ?? [count]).find((each) => !each.ok);
  const limit = broken?.unit === 'utf8-byte' && field.maxBytes ? field.maxBytes : field.max;
  if (broken && limit) {
    const over = broken.count - limit.value;
    const unit = broken.unit === 'utf8-byte' ? { en: ' bytes', zh: ' 字节' } : { en: '', zh: '' };
    const finding = find('text-too-long', limit, {
      en: `${name.en} is ${over}${unit.en} over the limit of ${limit.value}${unit.en}. Shorten it.`,
      zh: `${name.zh}超出上限 ${limit.value}${unit.zh}，多了 ${over}${unit.zh}。请删减。`,
    });
    const soft = finding.severity === 'error' && !surelyTooLong(field, count, text);
    found.push({ ...finding, ...(soft ? { severity: 'warning' as const } : {}), field: field.id });
  }
  if (field.min && text !== '' && count.count < field.min.value) {
    found.push({
      ...find('text-too-short', field.min, {
        en: `${name.en} has ${count.count}; at least ${field.min.value} are asked for. Add some words.`,
        zh: `${name.zh}仅 ${count.count}，要求至少 ${field.min.value}。请补充内容。`,
      }),
      field: field.id,
    });
  }
  if (field.required && text === '' && (field.role !== 'other' || field.id === 'tags')) {
    found.push({
      ...find('text-required', field.source === 'none' ? null : { ...field, value: true }, {
        en: `${name.en} is required by ${profile.platformName.en}. Fill it in.`,
        zh: `${profile.platformName.zh}要求填写${name.zh}。请填写。`,
      }),
      field: field.id,
    });
  }
  return found;
}

const hashtagPattern = /(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}_]+)/gu;
const linkPattern = /https?:\/\/[^\s，。、；！？）】》]+/gu;

const signedWords = remembering(
  (body) => new Set([...body.matchAll(hashtagPattern)].map(([, word]) => word?.toLowerCase())).size,
);
const signedRuns = remembering((body) => new Set(body.match(/#[^#\s][^#\n]*#/gu)).size);
const writtenLinks = remembering((body) =>
  body.includes('://') ? new Set(body.match(linkPattern)).size : 0,
);

/** Different hashtags that the composed words and the tag list hold together. */
function hashtagCount(profile: FormatProfile, content: PostContent, body: string): number {
  if (profile.text.hashtag.syntax === 'none')
    return new Set(content.hashtags.filter((tag) => tag.trim() !== '')).size;
  if (profile.text.hashtag.syntax === '#tag#') return signedRuns(body);
  return signedWords(body);
}

/**
 * Rules on words: lengths, required fields, hashtags, links.
 * @param thread told as a row of posts, each of which has the limit for itself
 */
export function checkText(
  profile: FormatProfile,
  content: PostContent,
  hasMedia: boolean,
  thread: Thread | null = null,
): Finding[] {
  const composed = composeFields(profile, content, thread);
  const { fields } = composed;
  const found = profile.text.fields.flatMap((field) => {
    const parts = postedTexts(field, composed);
    return parts.flatMap((part, at) =>
      lengthFindings(profile, field, part, nameOfPart(field, at, parts.length)),
    );
  });
  const bodyField = profile.text.fields.find((field) => field.role === 'body');
  const body = bodyField ? (fields[bodyField.id] ?? '') : '';
  const needsWords = profile.kind === 'text' || profile.kind === 'article';
  if (
    needsWords &&
    bodyField &&
    body === '' &&
    (!hasMedia || profile.kind === 'article') &&
    !bodyField.required
  ) {
    found.push({
      ...find('text-required', bodyField.max, {
        en: 'There are no words and no media yet. Write something.',
        zh: '还没有文字和媒体。请写些内容。',
      }),
      field: bodyField.id,
    });
  }
  const { hashtag, links, maxLinks } = profile.text;
  const tags = hashtag.max ? hashtagCount(profile, content, body) : 0;
  if (hashtag.max && tags > hashtag.max.value) {
    found.push(
      find('hashtags-too-many', hashtag.max, {
        en: `${tags} hashtags; ${profile.platformName.en} takes ${hashtag.max.value}. Remove ${tags - hashtag.max.value}.`,
        zh: `共 ${tags} 个话题，${profile.platformName.zh}最多 ${hashtag.max.value} 个。请删去 ${tags - hashtag.max.value} 个。`,
      }),
    );
  }
  const written = writtenLinks(body);
  if (maxLinks && written > maxLinks.value) {
    found.push(
      find('links-too-many', maxLinks, {
        en: `${written} links; at most ${maxLinks.value} are allowed. Remove some.`,
        zh: `共 ${written} 个链接，最多 ${maxLinks.value} 个。请删去一些。`,
      }),
    );
  }
  const unusable = written > 0 || content.link.trim() !== '';
  if (links === 'plain' && unusable && profile.kind !== 'article') {
    found.push(
      find('link-not-clickable', null, {
        en: `Readers cannot click links on ${profile.platformName.en}. Point to your profile or leave the link out.`,
        zh: `${profile.platformName.zh}上的链接无法点击。请引导到主页或去掉链接。`,
      }),
    );
  }
  return found;
}
