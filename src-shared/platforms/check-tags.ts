import type { PostContent } from '../domain/content.ts';
import type { CheckFacts } from './check-facts.ts';
import { composeFields, firstCommentField } from './compose.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import type { FormatProfile } from './profile-types.ts';

/** The word of a tag as it was typed, without its signs. */
const bare = (tag: string): string =>
  /[#＃]/.test(tag) ? tag.trim().replace(/^[#＃]+|[#＃]+$/gu, '') : tag.trim();

/** What ends a tag before its end: between two signs nearly everything is allowed. */
function illegal(syntax: FormatProfile['text']['hashtag']['syntax'], word: string): string | null {
  const found =
    syntax === '#tag#' ? /[#＃\n]/u.exec(word) : /[^\p{L}\p{M}\p{N}_\p{Extended_Pictographic}]/u.exec(word);
  return syntax === 'none' ? (/[,，\n]/u.exec(word)?.[0] ?? null) : (found?.[0] ?? null);
}

/** Tags that would break off, and such that are too long. */
export function tagFindings(profile: FormatProfile, facts: CheckFacts, content: PostContent): Finding[] {
  const { syntax } = profile.text.hashtag;
  const words = [...new Set(content.hashtags.map(bare))].filter((word) => word !== '');
  const max = facts.maxHashtagLength;
  return words.flatMap((word) => {
    const found: Finding[] = [];
    const mark = illegal(syntax, word);
    if (mark !== null) {
      const shown = mark.trim() === '' ? { en: 'a space', zh: '空格' } : { en: `“${mark}”`, zh: `“${mark}”` };
      found.push(
        find('hashtag-invalid', null, {
          en: `The hashtag “${word}” ends at ${shown.en}. Take that out.`,
          zh: `话题“${word}”会在${shown.zh}处中断。请去掉。`,
        }),
      );
    }
    if (max && Array.from(word).length > max.value) {
      found.push(
        find('hashtag-too-long', max, {
          en: `The hashtag “${word}” is longer than ${max.value}. Use a shorter one.`,
          zh: `话题“${word}”超过 ${max.value} 字。请换短一些的。`,
        }),
      );
    }
    return found;
  });
}

/** `@name` that is no part of an e-mail address. */
export const mentionPattern = /(?<![\p{L}\p{N}_.%+-])[@＠][\p{L}\p{N}_][\p{L}\p{N}_.@-]*/gu;

export function mentionFindings(profile: FormatProfile, facts: CheckFacts, content: PostContent): Finding[] {
  const max = facts.maxMentions;
  if (!max) return [];
  const body = profile.text.fields.find(({ role }) => role === 'body')?.id ?? '';
  const { fields } = composeFields(profile, content);
  const text = `${fields[body] ?? ''}\n${fields[firstCommentField] ?? ''}`;
  const names = new Set([...text.matchAll(mentionPattern)].map(([name]) => name.toLowerCase()));
  if (names.size <= max.value) return [];
  return [
    {
      ...find('mentions-too-many', max, {
        en: `${names.size} mentions; ${profile.platformName.en} takes ${max.value}. Remove ${names.size - max.value}.`,
        zh: `共提到 ${names.size} 人，${profile.platformName.zh}最多 ${max.value} 人。请删去 ${names.size - max.value} 人。`,
      }),
      field: body,
    },
  ];
}
