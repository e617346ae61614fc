import { mapWords } from './plain-runs.ts';

type TagSyntax = '#tag' | '#tag#' | 'none';

/** A tag in running words, with one sign or two; a word of digits alone is no tag, nor is a heading. */
const tag = /(?<![\p{L}\p{N}_&/])[#＃]+([\p{N}_]*\p{L}[\p{L}\p{M}\p{N}_]*)[#＃]?/gu;

function written(word: string, syntax: TagSyntax): string {
  return syntax === 'none' ? word : syntax === '#tag#' ? `#${word}#` : `#${word}`;
}

/** Tags inside the text as the platform writes them; `none` leaves the bare words. */
export function tagsWritten(syntax: TagSyntax, text: string): string {
  return mapWords(text, (words) =>
    words.replace(tag, (match, word: string, at: number) => {
      const next = /^./su.exec(words.slice(at + match.length, at + match.length + 2))?.[0] ?? '';
      // With one sign the tag would swallow the word behind it; without any, two words would become one.
      const swallows = syntax === '#tag' ? /[\p{L}\p{M}\p{N}_#＃]/u : /[#＃]/u;
      return written(word, syntax) + (syntax !== '#tag#' && swallows.test(next) ? ' ' : '');
    }),
  );
}

/** Tags that the text holds, in order, each once, without their signs. */
export function tagsIn(text: string): string[] {
  const found: string[] = [];
  mapWords(text, (words) => {
    for (const [, word] of words.matchAll(tag)) if (word !== undefined) found.push(word);
    return words;
  });
  return [...new Set(found)];
}

/** A line, or the end of the text, that holds nothing but tags. */
const onlyTags = /^(?:[ \t]*[#＃][\p{L}\p{M}\p{N}_]+[#＃]?)+[ \t]*$/u;

/**
 * Tags out of the text into the list: lines of tags alone go, a tag inside a sentence stays there as a word.
 * Those of the list come first.
 */
export function tagsToField(text: string, hashtags: readonly string[]): { body: string; hashtags: string[] } {
  const tags = tagsIn(text);
  if (tags.length === 0) return { body: text, hashtags: [...hashtags] };
  const lines = text.split('\n').filter((line) => !onlyTags.test(line));
  const ending = /(?:[ \t]*(?<![\p{L}\p{N}_&/])[#＃][\p{L}\p{M}\p{N}_]+[#＃]?)+[ \t]*$/u;
  const body = tagsWritten('none', lines.map((line) => line.replace(ending, '')).join('\n'));
  const known = new Set(hashtags);
  return {
    body: body.replace(/\n{3,}/g, '\n\n').trim(),
    hashtags: [...hashtags, ...tags.filter((each) => !known.has(each))],
  };
}

/** Tags of the list behind the text, in the platform's way of writing; those that it holds already are left out. */
export function tagsToText(syntax: TagSyntax, text: string, hashtags: readonly string[]): string {
  const held = new Set(tagsIn(text));
  const words = hashtags.map((each) => {
    const word = each.trim().replace(/^[#＃]+|[#＃]+$/g, '');
    return syntax === '#tag' ? word.replace(/\s+/g, '') : word;
  });
  const line = [...new Set(words)]
    .filter((each) => each !== '' && !held.has(each) && !text.includes(written(each, syntax)))
    .map((each) => written(each, syntax))
    .join(' ');
  return [text.trimEnd(), line].filter((part) => part !== '').join('\n\n');
}
