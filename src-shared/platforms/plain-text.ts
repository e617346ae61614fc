/** Repeats are bounded, so that hostile text cannot make the search quadratic. */
const inline = new RegExp(
  [
    'https?://[^\\s)]+',
    '`([^`\\n]+)`',
    '!\\[[^\\]\\n]{0,999}\\]\\([^)\\n]{0,999}\\)',
    '\\[([^\\]\\n]{1,999})\\]\\(((?:[^()\\s]|\\([^()\\s]{0,99}\\)){1,999})(?:\\s[^()\\n]{0,999})?\\)',
    '(\\*\\*\\*|\\*\\*|__|~~)(?=\\S)([^\\n]{0,999}?\\S)\\4',
    '(?<![\\p{L}\\p{N}*_])([*_])(?=[^\\s*_])([^\\n*_]*[^\\s*_])\\6(?![\\p{L}\\p{N}*_])',
    '\\\\([\\\\`*_{}\\[\\]()#+.!~>-])',
  ].join('|'),
  'gu',
);

/** A line without any of these characters holds no mark. */
const marked = /[`[*_~\\]/;

/** Inline marks removed; links stay readable as words and address. */
function plainInline(line: string): string {
  if (!marked.test(line)) return line;
  return line.replace(inline, (match: string, ...groups: unknown[]) => {
    const [code, words, address, , strong, , light, escaped] = groups.map((group) =>
      typeof group === 'string' ? group : undefined,
    );
    if (code !== undefined) return code;
    if (words !== undefined && address !== undefined) {
      return words === address ? address : `${plainInline(words)} ${address}`;
    }
    if (strong !== undefined) return plainInline(strong);
    if (light !== undefined) return light;
    if (escaped !== undefined) return escaped;
    return match.startsWith('![') ? '' : match;
  });
}

/** Last answers: the targets of a post ask for the same text one after another. */
const known = new Map<string, string>();
const knownLimit = 16;

/**
 * Markdown as plain text for platforms without formatting: marks go, words stay. Bullets become •, links become
 * words and address. `#tag` and `#话题#` are no headings and stay.
 */
export function plainText(markdown: string): string {
  const before = known.get(markdown);
  if (before !== undefined) return before;
  const plain = readPlain(markdown);
  if (known.size >= knownLimit) known.clear();
  known.set(markdown, plain);
  return plain;
}

function readPlain(markdown: string): string {
  const lines = markdown.replaceAll('\r\n', '\n').split('\n');
  let inFence = false;
  const plain = lines.flatMap((line) => {
    if (/^\s*(?:```|~~~)/.test(line)) {
      inFence = !inFence;
      return [];
    }
    if (inFence) return [line];
    if (/^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/.test(line)) return [''];
    const words = line
      .replace(/^\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*$/, '$1')
      .replace(/^(?:\s{0,3}>\s?)+/, '')
      .replace(/^(\s*)[-*+]\s+(?:\[[ xX]\]\s+)?/, '$1• ');
    return [plainInline(words)];
  });
  return plain
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
