/** A piece of a comment: plain words, or the name of somebody who is spoken to. */
export interface MentionPart {
  text: string;
  /** null for plain words. */
  memberId: string | null;
}

type Named = readonly { id: string; name: string }[];

/** A comment in pieces: `@` and the longest name of a member that follows it is a mention. */
export function mentionParts(text: string, members: Named): MentionPart[] {
  const longestFirst = [...members].sort((a, b) => b.name.length - a.name.length);
  const parts: MentionPart[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const found =
      text[at] === '@' ? longestFirst.find(({ name }) => text.startsWith(name, at + 1)) : undefined;
    if (found) {
      if (plain !== '') parts.push({ text: plain, memberId: null });
      plain = '';
      parts.push({ text: `@${found.name}`, memberId: found.id });
      at += found.name.length + 1;
    } else {
      plain += text[at] ?? '';
      at += 1;
    }
  }
  if (plain !== '') parts.push({ text: plain, memberId: null });
  return parts;
}

/** Ids of everybody who is spoken to, once each. */
export function mentionsIn(text: string, members: Named): string[] {
  return [...new Set(mentionParts(text, members).flatMap(({ memberId }) => memberId ?? []))];
}

/** The beginning of a name that stands before the caret, after an `@`; null where none is being written. */
export function mentionBeingWritten(text: string, caret: number): { from: number; query: string } | null {
  const found = /@([^\s@]{0,40})$/.exec(text.slice(0, caret));
  return found ? { from: found.index, query: found[1] ?? '' } : null;
}
