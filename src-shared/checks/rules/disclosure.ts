import { fixLabels } from '../../platforms/find.ts';
import type { Finding } from '../../platforms/finding.ts';
import { byList, type ContentContext, type ContentTarget, type FieldText, listFor } from '../context.ts';

/** The list's label in the language of the text. */
function labelFor(entries: readonly { word: string; pattern?: boolean | undefined }[], text: string): string {
  const words = entries.filter(({ pattern }) => !pattern).map(({ word }) => word);
  const chinese = /\p{Script=Han}/u.test(text);
  return words.find((word) => /\p{Script=Han}/u.test(word) === chinese) ?? words[0] ?? '';
}

/** Lists of labels, by the mark of the post that asks for one. */
const marks = [
  {
    id: 'disclosure-advertising',
    mark: 'advertising',
    message: {
      en: 'Marked as advertising, but no label says so. Put one at the start of the text.',
      zh: '已标记为广告，但文字中没有广告标识。请在开头加上。',
    },
  },
  {
    id: 'disclosure-synthetic',
    mark: 'synthetic',
    message: {
      en: 'Marked as made with AI, but no label says so. Put one into the text.',
      zh: '已标记为人工智能生成，但文字中没有标识。请加上。',
    },
  },
] as const;

/** The first word of a list in the texts. */
function hitOf(texts: readonly FieldText[], id: string) {
  for (const { field, text, hits } of texts) {
    const hit = hits.find(({ list }) => list.id === id);
    if (hit) return { field, from: hit.from, to: hit.to, word: text.slice(hit.from, hit.to) };
  }
  return null;
}

/** Marks of a post that its words do not show, and words that ask for a mark. */
export function disclosureFindings(
  context: ContentContext,
  target: ContentTarget,
  texts: readonly FieldText[],
  bodyField: string,
): Finding[] {
  const found: Finding[] = [];
  for (const { id, mark, message } of marks) {
    const list = listFor(context, target.profile, id);
    if (!list || !target.disclosure[mark] || hitOf(texts, id)) continue;
    const put = labelFor(list.list.entries, texts.map(({ text }) => text).join(' '));
    const label =
      put === '' ? fixLabels['add-label'] : { en: `Add “${put}” in front`, zh: `在开头加上“${put}”` };
    found.push(byList(id, list, message, { field: bodyField, fix: { code: 'add-label', label, put } }));
  }
  const list = listFor(context, target.profile, 'disclosure-mentions');
  const sign = target.disclosure.advertising ? null : hitOf(texts, 'disclosure-mentions');
  if (list && sign) {
    found.push(
      byList(
        'disclosure-mark',
        list,
        {
          en: `“${sign.word}” sounds like a paid post. Mark it as advertising if it is one.`,
          zh: `“${sign.word}”像是商业合作。如属实请标记为广告。`,
        },
        {
          field: sign.field,
          at: { from: sign.from, to: sign.to },
          fix: { code: 'mark-disclosure', label: fixLabels['mark-disclosure'] },
        },
      ),
    );
  }
  return found;
}
