/** Answers that are kept: targets of a post ask for the same text one after another. */
const usual = 64;

/**
 * The same question about a text is answered once.
 * @param kept answers that are held at most
 */
export function remembering<Answer>(
  answer: (text: string) => Answer,
  kept = usual,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = answer(text);
    if (known.size >= kept) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
