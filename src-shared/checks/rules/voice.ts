import type { Finding } from '../../platforms/finding.ts';
import { linesOf } from '../../platforms/counters/pieces.ts';
import { byList, type ContentContext, type ContentTarget, type FieldText, listFor } from '../context.ts';
import { fold } from '../fold.ts';
import { remembering } from '../remember.ts';

/** Averages above which a text reads slowly; characters in Chinese, words in English. */
const longest = { zh: 40, en: 25 };
/** A text needs so many characters before its preferred words or sentences say anything. */
const enough = 80;

type BodyText = Pick<FieldText, 'field' | 'text'>;

/** None of the words that the brand likes to use. */
function preferredFindings(context: ContentContext, target: ContentTarget, body: BodyText): Finding[] {
  const list = listFor(context, target.profile, 'brand-voice');
  const words = (context.voice?.preferred ?? [])
    .map((word) => fold(word.trim()))
    .filter((word) => word !== '');
  if (!list || words.length === 0 || body.text.length < enough) return [];
  const folded = fold(body.text);
  if (words.some((word) => folded.includes(word))) return [];
  const some = (context.voice?.preferred ?? []).slice(0, 3).join(', ');
  const tone = context.voice?.tone.trim() ?? '';
  return [
    byList(
      'brand-preferred',
      list,
      {
        en: `None of the brand’s preferred words is used (${some} …).`,
        zh: `没有用到品牌偏好的词（${some} 等）。`,
      },
      {
        severity: 'note',
        field: body.field,
        ...(tone === '' ? {} : { why: { en: `Tone: ${tone}`, zh: `语气：${tone}` } }),
      },
    ),
  ];
}

const ends = new Set(Array.from('。！？!?；;\n', (mark) => mark.charCodeAt(0)));
const space = 0x20;
const fullStop = 0x2e;
const numberSign = 0x23;
const wideNumberSign = 0xff03;

function isHan(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd840 && unit <= 0xd87f);
}

/** Letters and digits of scripts that part words by spaces. */
function isLetter(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit < 0x2000)
  );
}

/** What one text holds, in which lines can be counted by themselves: a line end ends a sentence, a word and a tag. */
interface Counts {
  sentences: number;
  /** Signs that show, tags and addresses left out. */
  characters: number;
  han: number;
  words: number;
}

const countsOfLine = remembering((line): Counts => {
  const running = line.includes('://') ? line.replace(/https?:\/\/\S+/g, '') : line;
  const counts = { sentences: 0, characters: 0, han: 0, words: 0 };
  let inWord = false;
  let hasContent = false;
  let inTag = false;
  const end = (): void => {
    if (hasContent) counts.sentences += 1;
    hasContent = false;
    inWord = false;
  };
  for (let at = 0; at < running.length; at += 1) {
    const unit = running.charCodeAt(at);
    const han = isHan(unit);
    const letter = !han && isLetter(unit);
    if (inTag && (han || letter)) continue;
    inTag = unit === numberSign || unit === wideNumberSign;
    if (inTag) continue;
    if (ends.has(unit) || (unit === fullStop && !(running.charCodeAt(at + 1) > space))) end();
    else if (unit <= space) inWord = false;
    else {
      counts.characters += 1;
      if (han) counts.han += 1;
      else if (letter && !inWord) counts.words += 1;
      inWord = letter || (inWord && !han);
      hasContent ||= han || letter;
    }
  }
  end();
  return counts;
}, 512);

/**
 * Average length of a sentence: characters where the text is Chinese, else words. Lines of a list are sentences
 * too; tags and addresses are none.
 */
export function sentenceLength(text: string): { language: 'zh' | 'en'; average: number } {
  const counts = { sentences: 0, characters: 0, han: 0, words: 0 };
  for (const line of linesOf(text)) {
    const { sentences, characters, han, words } = countsOfLine(line);
    counts.sentences += sentences;
    counts.characters += characters;
    counts.han += han;
    counts.words += words;
  }
  const language = counts.han * 3 > counts.characters ? 'zh' : 'en';
  const total = language === 'zh' ? counts.characters : counts.words;
  return { language, average: counts.sentences === 0 ? 0 : total / counts.sentences };
}

const rememberedLength = remembering(sentenceLength);

function readingFindings(context: ContentContext, target: ContentTarget, body: BodyText): Finding[] {
  const list = listFor(context, target.profile, 'reading-level');
  if (!list || body.text.length < enough) return [];
  const { language, average } = rememberedLength(body.text);
  if (average <= longest[language]) return [];
  const shown = Math.round(average);
  const unit = language === 'zh' ? { en: 'characters', zh: '字' } : { en: 'words', zh: '个单词' };
  return [
    byList(
      'reading-level',
      list,
      {
        en: `Sentences have ${shown} ${unit.en} on average; ${longest[language]} read easily. Split some.`,
        zh: `平均每句 ${shown} ${unit.zh}，不超过 ${longest[language]} ${unit.zh}更易读。请拆分长句。`,
      },
      { field: body.field },
    ),
  ];
}

/** How the text sounds as a whole: the brand's own words, the length of sentences. */
export function voiceFindings(context: ContentContext, target: ContentTarget, body: BodyText): Finding[] {
  return [...preferredFindings(context, target, body), ...readingFindings(context, target, body)];
}
