import { emojiPattern, isShownAsText } from '../platforms/counters/emoji.ts';

/**
 * Emoji taken out, everywhere or inside lines only, with the spaces that stood around them.
 * @param keep `line-ends` leaves those with which a line ends
 */
export function withoutEmoji(keep: 'none' | 'line-ends', text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const ending = keep === 'line-ends' ? emojiEnding(line) : '';
      const rest = line.slice(0, line.length - ending.length);
      const plain = stripped(rest);
      // Nothing but emoji stood there before: the ones at the end now begin the line.
      return ending === '' ? plain : plain.trim() === '' ? ending.trimStart() : plain.trimEnd() + ending;
    })
    .join('\n');
}

function stripped(line: string): string {
  let done = line;
  // Two halves that an emoji kept apart may make another one.
  for (let before = ''; before !== done; ) {
    before = done;
    done = once(done);
  }
  return done;
}

function once(line: string): string {
  let done = '';
  let from = 0;
  for (const { 0: match, index } of line.matchAll(emojiPattern)) {
    if (isShownAsText(match)) continue;
    done += line.slice(from, index);
    from = index + match.length;
    // Of the spaces on both sides one stays; at a border of the line none does.
    const spaced = done === '' || /[ \t]$/.test(done);
    while (spaced && /[ \t]/.test(line.charAt(from))) from += 1;
    if (line.slice(from).trim() === '') return done.trimEnd();
  }
  return done + line.slice(from);
}

/** The emoji that a line ends with, and the spaces before and between them. */
function emojiEnding(line: string): string {
  let end = line.trimEnd().length;
  const matches = [...line.matchAll(emojiPattern)]
    .filter(({ 0: match }) => !isShownAsText(match))
    .toReversed();
  let start = line.length;
  for (const { 0: match, index } of matches) {
    if (index + match.length !== end) break;
    start = index;
    end = line.slice(0, index).trimEnd().length;
  }
  return start === line.length ? '' : line.slice(end);
}
