import type { Block, Inline, TextRun } from './blocks.ts';

const marks = ['bold', 'italic', 'underline', 'strike', 'code'] as const;
export type Mark = (typeof marks)[number];

export function marksOf(run: TextRun): Mark[] {
  return marks.filter((mark) => run[mark] === true);
}

export function textRun(text: string, has: Iterable<Mark> = []): TextRun {
  const run: TextRun = { kind: 'text', text };
  for (const mark of has) run[mark] = true;
  return run;
}

function sameMarks(one: TextRun, other: TextRun): boolean {
  return marks.every((mark) => one[mark] === other[mark]);
}

/** Runs of the same look as one, none empty. */
export function joinedRuns(runs: readonly TextRun[]): TextRun[] {
  const joined: TextRun[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last && sameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** The same words in the fewest runs; links without words are gone. */
export function joinedInlines(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  let open: TextRun[] = [];
  const close = (): void => {
    // A text of hundreds of thousands of runs does not fit the arguments of one call.
    for (const run of joinedRuns(open)) joined.push(run);
    open = [];
  };
  for (const inline of inlines) {
    if (inline.kind === 'text') {
      open.push(inline);
      continue;
    }
    const runs = inline.kind === 'link' ? joinedRuns(inline.runs) : [];
    if (inline.kind === 'link' && runs.length === 0) continue;
    close();
    joined.push(inline.kind === 'link' ? { ...inline, runs } : inline);
  }
  close();
  return joined;
}

/** All runs, those of links among them. */
export function runsOf(inlines: readonly Inline[]): TextRun[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'text') return [inline];
    return inline.kind === 'link' ? inline.runs : [];
  });
}

/** Words without their look; breaks as line ends. */
export function wordsOf(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return inline.kind === 'break' ? '\n' : inline.runs.map((run) => run.text).join('');
    })
    .join('');
}

/** The first inline without spaces before its words; null when nothing of it is left. */
function cutInline(inline: Inline, spaces: RegExp): Inline | null {
  if (inline.kind === 'break') return null;
  if (inline.kind === 'link') return inline;
  const text = inline.text.replace(spaces, '');
  return text === '' ? null : { ...inline, text };
}

/** Line breaks and spaces at both ends taken off. */
export function trimmedInlines(inlines: readonly Inline[]): Inline[] {
  const kept = joinedInlines(inlines);
  for (let first = kept.shift(); first; first = kept.shift()) {
    const cut = cutInline(first, /^[ \t\r\n\u00a0]+/);
    if (cut === null) continue;
    kept.unshift(cut);
    break;
  }
  for (let last = kept.pop(); last; last = kept.pop()) {
    const cut = cutInline(last, /[ \t\r\n\u00a0]+$/);
    if (cut === null) continue;
    kept.push(cut);
    break;
  }
  return kept;
}

export function paragraph(inlines: readonly Inline[]): Extract<Block, { kind: 'paragraph' }> {
  return { kind: 'paragraph', align: 'start', inlines: joinedInlines(inlines) };
}
