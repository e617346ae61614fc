import { fixLabels } from '../../platforms/find.ts';
import type { Finding } from '../../platforms/finding.ts';
import { byList, type ContentTarget, type FieldText, speaksTo } from '../context.ts';
import { linkPlaces } from './words.ts';

/** Numbers and studies of a post whose notes name no source. */
export function factFindings(target: ContentTarget, texts: readonly FieldText[]): Finding[] {
  if (target.sources.trim() !== '') return [];
  return texts.flatMap(({ field, text, hits }) => {
    const found = hits.filter(({ list }) => list.list.kind === 'fact' && speaksTo(list, target.profile));
    if (found.length === 0) return [];
    const links = linkPlaces(text);
    return found.flatMap(({ list, from, to }) => {
      if (links.some((link) => link.from <= from && to <= link.to)) return [];
      const words = text.slice(from, to);
      return byList(
        'fact-source',
        list,
        {
          en: `“${words}” needs a source. Note it in the post’s sources.`,
          zh: `“${words}”需要出处。请在来源中注明。`,
        },
        { field, at: { from, to }, fix: { code: 'add-source', label: fixLabels['add-source'] } },
      );
    });
  });
}
