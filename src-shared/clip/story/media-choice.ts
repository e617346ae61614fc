/** A picture or recording of the library that scenes may show. */
export interface StoryMedia {
  id: string;
  kind: 'image' | 'video';
  /** Name and tags: what it is matched by. */
  words: string;
  /** Seconds; 0 for pictures. */
  duration: number;
}

const terms = (text: string, language: string): Set<string> => {
  const found = new Set<string>();
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text))
    if (isWordLike && (segment.length > 2 || /\p{Script=Han}/u.test(segment)))
      found.add(segment.toLowerCase());
  return found;
};

/**
 * One of `media` for each text: the one whose name and tags share most words with it, else one that the next text does
 * not ask for, shown longest ago; never the same twice running while there is another. Null where there is none at all.
 */
export function chooseMedia(
  texts: readonly string[],
  media: readonly StoryMedia[],
  language: string,
): (StoryMedia | null)[] {
  const known = media.map((one) => ({ one, terms: terms(one.words, language) }));
  const lastShown = new Map<string, number>();
  let before: string | null = null;
  const wanted = texts.map((text) => terms(text, language));
  const shared = (words: ReadonlySet<string>, scene: number): number =>
    [...words].filter((word) => wanted[scene]?.has(word)).length;
  return texts.map((_, scene) => {
    const ranked = known
      .filter(({ one }) => one.id !== before || known.length === 1)
      .map((candidate, place) => ({
        one: candidate.one,
        shared: shared(candidate.terms, scene),
        next: shared(candidate.terms, scene + 1),
        shown: lastShown.get(candidate.one.id) ?? -1,
        place,
      }))
      .sort((a, b) => b.shared - a.shared || a.next - b.next || a.shown - b.shown || a.place - b.place);
    const best = ranked[0]?.one ?? null;
    if (best) lastShown.set(best.id, scene);
    before = best?.id ?? null;
    return best;
  });
}
