/** What typing has changed: the characters from `from` to before `to` gave way to `insert`. */
interface TextDifference {
  from: number;
  to: number;
  insert: string;
}

/**
 * The one change that leads from a text to the next. `caret` is where the caret stands after it, which is right
 * behind what was typed: it tells which of several equal letters is the new one.
 */
export function textDifference(before: string, after: string, caret: number): TextDifference {
  const most = Math.min(before.length, after.length);
  let tail = Math.min(most, after.length - Math.min(caret, after.length));
  // The caret is a hint only: what follows it has to be what followed before.
  if (before.slice(before.length - tail) !== after.slice(after.length - tail)) {
    tail = 0;
    while (tail < most && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  }
  const limit = most - tail;
  let from = 0;
  while (from < limit && before[from] === after[from]) from += 1;
  return { from, to: before.length - tail, insert: after.slice(from, after.length - tail) };
}
