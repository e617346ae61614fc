import type { Finding } from '../../platforms/finding.ts';
import { byList, type ContentContext, type ContentTarget, type FieldText, listFor } from '../context.ts';
import { fold } from '../fold.ts';

/** Averages above which a text reads slowly; characters in Chinese, words in English. */
const longest = { zh: 40, en: 25 };
/** A text needs so many characters before its preferred words or sentences say anything. */
const enough = 80;

/** None of the words that the brand likes to use. */
function preferredFindings(context: ContentContext, target: ContentTarget, body: FieldText): Finding[] {
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

const han = /\p{Script=Han}/gu;

/** Sentences of running text: lines of a list are sentences too, tags and addresses are none. */
function sentencesOf(text: string): string[] {
  return text
    .replace(/https?:\/\/\S+/g, '')
    .replace(/[#＃][\p{L}\p{N}_]+[#＃]?/gu, '')
    .split(/[。！？!?；;\n]+|\.(?=\s|$)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** Average length of a sentence: characters where the text is Chinese, else words. */
export function sentenceLength(text: string): { language: 'zh' | 'en'; average: number } {
  const sentences = sentencesOf(text);
  const whole = sentences.join('');
  const language = (whole.match(han)?.length ?? 0) * 3 > whole.length ? 'zh' : 'en';
  const lengths = sentences.map((sentence) =>
    language === 'zh' ? sentence.replace(/\s/g, '').length : sentence.split(/\s+/).length,
  );
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return { language, average: sentences.length === 0 ? 0 : total / sentences.length };
}

function readingFindings(context: ContentContext, target: ContentTarget, body: FieldText): Finding[] {
  const list = listFor(context, target.profile, 'reading-level');
  if (!list || body.text.length < enough) return [];
  const { language, average } = sentenceLength(body.text);
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
export function voiceFindings(context: ContentContext, target: ContentTarget, body: FieldText): Finding[] {
  return [...preferredFindings(context, target, body), ...readingFindings(context, target, body)];
}
