import type { Font } from './fonts.ts';

/** A family as the picker lists it. */
export interface Family {
  family: string;
  name: Font['name'];
  script: Font['script'];
  /** Brought by the user. */
  own: boolean;
  /** What its maker says about use in documents, if anything. */
  note: Font['note'];
  /** Ascending. */
  weights: number[];
}

export type FamilyFilter = 'all' | 'han' | 'latin' | 'own';

/** The faces of a list gathered by family; colour emoji stand in by themselves and are never chosen. */
export function familiesIn(fonts: readonly Font[]): Family[] {
  const families = Map.groupBy(fonts, (font) => font.family);
  return [...families].flatMap(([family, faces]) => {
    const first = faces[0];
    if (!first || first.script === 'emoji') return [];
    const weights = [...new Set(faces.map((face) => face.weight))].toSorted((a, b) => a - b);
    const { name, script, own, note } = first;
    return [{ family, name, script, own, note, weights }];
  });
}

/** Families of a kind whose name, in either language, contains every word that is searched for. */
export function filterFamilies(families: readonly Family[], filter: FamilyFilter, search: string): Family[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return families.filter(({ family, name, script, own }) => {
    if (filter === 'own' ? !own : filter !== 'all' && script !== filter) return false;
    const text = `${own ? '' : family} ${name.en} ${name.zh}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The families used last, newest first; at most five. */
export function withRecent(recent: readonly string[], family: string): string[] {
  return [family, ...recent.filter((each) => each !== family)].slice(0, 5);
}

/** Whether a file is a font that can be brought in. */
export function isFontFile({ name }: { name: string }): boolean {
  return /\.(ttf|otf|ttc|otc|woff2?)$/i.test(name);
}
