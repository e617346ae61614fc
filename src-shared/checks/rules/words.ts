import type { Finding } from '../../platforms/finding.ts';
import { fixLabels } from '../../platforms/find.ts';
import { codeOfKind } from '../codes.ts';
import { byList, type ContentTarget, type FieldText, speaksTo } from '../context.ts';
import type { EntryHit } from '../lists.ts';
import { remembering } from '../remember.ts';

/** More hits of one text are left out: the first ones say enough. */
const mostHits = 40;

const isListed = (kind: string): kind is keyof typeof codeOfKind => kind in codeOfKind;

/** What a hit is called, and what to do about it. */
const sentences: Record<keyof typeof codeOfKind, { en: string; zh: string }> = {
  'absolute-claim': {
    en: '“{word}” is an absolute claim. Say what you can prove.',
    zh: '“{word}”属于绝对化用语。请改为可以证明的说法。',
  },
  'medical-claim': {
    en: '“{word}” claims a medical effect. Leave it out unless you may.',
    zh: '“{word}”涉及医疗功效宣称。无相应资质请删去。',
  },
  'financial-claim': {
    en: '“{word}” promises a return. Tell the risk instead.',
    zh: '“{word}”属于收益承诺。请改为风险提示。',
  },
  sensitive: {
    en: '“{word}” is often limited by platforms. Look whether you need it.',
    zh: '“{word}”容易被平台限流。请确认是否必要。',
  },
  brand: {
    en: '“{word}” is not how the brand speaks. Use other words.',
    zh: '“{word}”不符合品牌语气。请换一种说法。',
  },
  placeholder: {
    en: '“{word}” is still to be filled in.',
    zh: '“{word}”还没有填写。',
  },
};

function findingOf({ list, entry, from, to }: EntryHit, { field, text }: FieldText): Finding | null {
  const { kind } = list.list;
  if (!isListed(kind)) return null;
  const word = text.slice(from, to);
  const sentence = sentences[kind];
  const put = entry.instead;
  const label =
    put === undefined || put === ''
      ? { en: 'Take it out', zh: '删去' }
      : { en: `Replace by “${put}”`, zh: `替换为“${put}”` };
  return byList(
    codeOfKind[kind],
    list,
    { en: sentence.en.replace('{word}', () => word), zh: sentence.zh.replace('{word}', () => word) },
    {
      field,
      at: { from, to },
      ...(entry.why ? { why: entry.why } : {}),
      ...(kind === 'placeholder' && put === undefined
        ? { fix: { code: 'fill-text', label: fixLabels['fill-text'] } }
        : { fix: { code: 'replace-words', label, put: put ?? '' } }),
    },
  );
}

const address = /(?:https?:\/\/|www\.)[^\s，。、；！？）】》]+/giu;

/** Places of links, where no words are read. */
export const linkPlaces = remembering((text): readonly { from: number; to: number }[] => {
  if (!text.includes('://') && !/www\./i.test(text)) return [];
  return [...text.matchAll(address)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
});

/** Hits of the word lists. */
export function wordFindings(target: ContentTarget, texts: readonly FieldText[]): Finding[] {
  return texts.flatMap((fieldText) => {
    const { hits } = fieldText;
    if (hits.length === 0) return [];
    const links = linkPlaces(fieldText.text);
    return hits
      .filter(
        (hit) =>
          speaksTo(hit.list, target.profile) &&
          !links.some((link) => link.from <= hit.from && hit.to <= link.to),
      )
      .flatMap((hit) => findingOf(hit, fieldText) ?? [])
      .slice(0, mostHits);
  });
}
