import type { Inline, TextRun } from './blocks.ts';
import { inlinesOfMarkdown } from './inline-markdown.ts';
import { joinedInlines, type Mark, marksOf } from './runs.ts';

const signs: Record<Exclude<Mark, 'code'>, [string, string]> = {
  underline: ['<u>', '</u>'],
  bold: ['**', '**'],
  strike: ['~~', '~~'],
  italic: ['*', '*'],
};

const tags: Record<Exclude<Mark, 'code'>, [string, string]> = {
  underline: ['<u>', '</u>'],
  bold: ['<strong>', '</strong>'],
  strike: ['<s>', '</s>'],
  italic: ['<em>', '</em>'],
};

const order = ['underline', 'bold', 'strike', 'italic'] as const;

/** Signs of marks, links, tags and character references inside words. */
function escaped(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(
      /https?:\/\/[^\s<>"`[\]()（）《》，。；！*~\\]+|[*_`~[\]]|<(?=[/!a-z])|&(?=#|[a-z]{2,6};)/gi,
      (found) => (found.length > 1 ? found : `\\${found}`),
    );
}

function codeSpan(text: string): string {
  // Between backticks a backslash before the border of a cell cannot be told from one that shields it.
  if (text.includes('\\|')) return `<code>${escaped(text)}</code>`;
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((found) => found[0].length));
  const fence = '`'.repeat(longest + 1);
  const padded = /^`|`$|^ .* $/.test(text) && text.trim() !== '' ? ` ${text} ` : text;
  return `${fence}${padded}${fence}`;
}

/** Runs with marks opened and closed around as many runs as they hold for. */
function runsMarkdown(
  runs: readonly (TextRun | { kind: 'raw'; text: string; marks: readonly Mark[] })[],
  marks: typeof signs,
): string {
  let out = '';
  const open: (typeof order)[number][] = [];
  const close = (count: number): void => {
    for (const mark of open.splice(open.length - count).reverse()) out += marks[mark][1];
  };
  for (const run of runs) {
    const has = run.kind === 'raw' ? run.marks : marksOf(run);
    const first = open.findIndex((mark) => !has.includes(mark));
    if (first >= 0) close(open.length - first);
    for (const mark of order) {
      if (!has.includes(mark) || open.includes(mark)) continue;
      open.push(mark);
      out += marks[mark][0];
    }
    if (run.kind === 'raw') out += run.text;
    else out += run.code ? codeSpan(run.text) : escaped(run.text);
  }
  close(open.length);
  return out;
}

function written(inlines: readonly Inline[], marks: typeof signs): string {
  const pieces = inlines.map((inline, at) => {
    if (inline.kind === 'text') {
      // `!` and a link would be a picture.
      const calls =
        inlines[at + 1]?.kind === 'link' && marksOf(inline).length === 0 && inline.text.endsWith('!');
      return calls
        ? { kind: 'raw' as const, text: `${escaped(inline.text.slice(0, -1))}\\!`, marks: [] }
        : inline;
    }
    if (inline.kind === 'break') return { kind: 'raw' as const, text: '\n', marks: [] };
    const words = runsMarkdown(inline.runs, marks);
    const address = inline.url.replace(/&(?=#|[a-z]{2,6};)/gi, '&#38;');
    const url = /[()\\]/.test(address) ? `<${address}>` : address;
    return { kind: 'raw' as const, text: `[${words}](${url})`, marks: [] };
  });
  return runsMarkdown(pieces, marks);
}

/**
 * Inlines as Markdown, breaks as line ends. Where the short signs would be read otherwise (marks that end in a
 * space, or that meet others without one) the same marks are written as tags.
 */
export function markdownOfInlines(inlines: readonly Inline[], foreign = false): string {
  const joined = joinedInlines(inlines);
  const short = written(joined, signs);
  const plain = joined.every(
    (inline) => inline.kind === 'break' || (inline.kind === 'text' && marksOf(inline).length === 0),
  );
  if (plain) return short;
  const read = JSON.stringify(inlinesOfMarkdown(short, { foreign }));
  return read === JSON.stringify(joined) ? short : written(joined, tags);
}
