/** Repeats are bounded, so that hostile text cannot make the search quadratic. */
const inline = new RegExp(
  [
    'https?://[^\\s)<]+',
    '`([^`\\n]+)`',
    '!\\[[^\\]\\n]{0,999}\\]\\([^)\\n]{0,999}\\)',
    '\\[([^\\]\\n]{1,999})\\]\\(((?:[^()\\s]|\\([^()\\s]{0,99}\\)){1,999})(?:\\s[^()\\n]{0,999})?\\)',
    '(\\*\\*\\*|\\*\\*|__|~~)(?=\\S)([^\\n]{0,999}?\\S)\\4',
    '(?<![\\p{L}\\p{N}*_])([*_])(?=[^\\s*_])([^\\n*_]*[^\\s*_])\\6(?![\\p{L}\\p{N}*_])',
    '<u>|</u>|<br>',
    '&#(\\d{1,7});',
    '\\\\([!-/:-@\\[-`{-~])',
  ].join('|'),
  'gu',
);

/** A line without any of these characters holds no mark. */
const marked = /[`[*_~\\<&]/;

/** Inline marks removed; links stay readable as words and address. */
function plainInline(line: string): string {
  if (!marked.test(line)) return line;
  return line.replace(inline, (match: string, ...groups: unknown[]) => {
    const [code, words, address, , strong, , light, reference, escaped] = groups.map((group) =>
      typeof group === 'string' ? group : undefined,
    );
    if (code !== undefined) return code;
    if (words !== undefined && address !== undefined) {
      return words === address ? address : `${plainInline(words)} ${address}`;
    }
    if (strong !== undefined) return plainInline(strong);
    if (light !== undefined) return light;
    if (reference !== undefined) return characterOf(Number(reference));
    if (escaped !== undefined) return escaped;
    if (match === '<br>') return '\n';
    // The editor writes `_` inside addresses as `\\_`.
    if (match.startsWith('http')) return match.replace(/\\([*_`~])/g, '$1');
    return '';
  });
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

/** Last answers: the targets of a post ask for the same text one after another. */
const known = new Map<string, string>();
const knownLimit = 16;

/**
 * Markdown as plain text for platforms without formatting: marks go, words stay. Bullets become •, checks ☐ and ☑, cells
 * stand on lines with | between, links become words and address; pictures and rules go, code stays without its fence. `#tag` and `#话题#` are no headings and stay.
 */
export function plainText(markdown: string): string {
  const before = known.get(markdown);
  if (before !== undefined) return before;
  const plain = readPlain(markdown);
  if (known.size >= knownLimit) known.clear();
  known.set(markdown, plain);
  return plain;
}

const fence = /^\s{0,12}(`{3,}|~{3,})([^`]*)$/;
const rule = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;
const tableLine = /^\s*\|.*\|\s*$/;
const tableRule = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/;
const pictureLine = /^\s*!\[[^\]\n]{0,999}\]\([^\n]{0,1999}\)\s*$/;

/** Lines that were read before: a keystroke changes one of them. */
const knownLines = new Map<string, string | null>();
const knownLinesLimit = 2048;

/** What a line of its own becomes; null for one that goes with its line end. */
function plainLine(line: string): string | null {
  // Short lines and such without marks are read as fast as they are found.
  if (line.length < 24 || !marked.test(line)) return readLine(line);
  const before = knownLines.get(line);
  if (before !== undefined) return before;
  const plain = readLine(line);
  if (knownLines.size >= knownLinesLimit) knownLines.clear();
  knownLines.set(line, plain);
  return plain;
}

function readLine(line: string): string | null {
  const first = line.trimStart()[0];
  // Most lines are words; only these begin with a sign of a block.
  if (first === undefined || !/[#>|!*_+-]/.test(first)) return plainInline(line);
  if (first === '|' && tableLine.test(line)) return plainRow(line);
  if (first === '!' && pictureLine.test(line)) return null;
  if (rule.test(line)) return '';
  const words = line
    .replace(/^\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/, '$1')
    .replace(/^(?:\s{0,3}>\s?)+/, '')
    .replace(/^(\s*)[-*+]\s+\[ ?\]\s+/, '$1☐ ')
    .replace(/^(\s*)[-*+]\s+\[[xX]\]\s+/, '$1☑ ')
    .replace(/^(\s*)[-*+]\s+/, '$1• ');
  if (first !== '>') return plainInline(words);
  const said = words.replace(/^\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/i, '');
  return said === '' && words !== '' ? null : plainInline(said);
}

/** Cells with `|` between, as people type tables into posts; rules and empty rows go. */
function plainRow(line: string): string | null {
  if (tableRule.test(line)) return null;
  const cells = line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => plainInline(cell.trim()).replaceAll('\n', ' '));
  return cells.every((cell) => cell === '') ? null : cells.join(' | ');
}

function readPlain(markdown: string): string {
  let inFence = '';
  const plain: string[] = [];
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    const mark = line.includes('```') || line.includes('~~~') ? fence.exec(line) : null;
    if (inFence !== '') {
      const closes = mark?.[1]?.startsWith(inFence) === true && mark[2]?.trim() === '';
      if (closes) inFence = '';
      else plain.push(line);
    } else if (mark?.[1] !== undefined) inFence = mark[1];
    else {
      const words = plainLine(line);
      if (words !== null) plain.push(words);
    }
  }
  return plain
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
