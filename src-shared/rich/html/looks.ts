import type { Align, CalloutTone } from '../blocks.ts';
import type { Mark } from '../runs.ts';
import { attribute, hasAttribute, type HtmlElement, styleOf } from './element.ts';

const markTags: Record<string, Mark | undefined> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Marks of the words inside an element: its tag's, changed by its own style (`<b style="font-weight:normal">`). */
export function marksInside(element: HtmlElement, outside: ReadonlySet<Mark>): ReadonlySet<Mark> {
  const tag = markTags[element.tagName];
  if (!tag && !hasAttribute(element, 'style')) return outside;
  const marks = new Set(outside);
  if (tag) marks.add(tag);
  const weight = styleOf(element, 'font-weight');
  if (weight !== '') set(marks, 'bold', weight.startsWith('bold') || Number(weight) >= 600);
  const slant = styleOf(element, 'font-style');
  if (slant !== '') set(marks, 'italic', /^(?:italic|oblique)/.test(slant));
  // A line is not inherited as a value, it is drawn through: `none` inside takes nothing away.
  const line = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`;
  if (/line-through/.test(line)) marks.add('strike');
  if (/underline/.test(line) && element.tagName !== 'a') marks.add('underline');
  if (/^\s*none/.test(line) && tag === 'underline') marks.delete('underline');
  return marks;
}

function set(marks: Set<Mark>, mark: Mark, on: boolean): void {
  if (on) marks.add(mark);
  else marks.delete(mark);
}

export function alignInside(element: HtmlElement, outside: Align): Align {
  const align = styleOf(element, 'text-align') || attribute(element, 'align').toLowerCase();
  if (align === 'center' || align === 'justify') return align;
  if (align === 'right' || align === 'end') return 'end';
  return align === 'left' || align === 'start' ? 'start' : outside;
}

const silentTags = new Set(
  (
    'head script style title template noscript iframe frame frameset object embed applet svg math canvas audio video ' +
    'xmp noembed noframes plaintext source track map button select textarea option datalist dialog nav link meta base param xml o:p mp-style-type'
  ).split(' '),
);

/** Elements whose inside nobody reads: code, controls, drawings, and what a page hides. */
export function isSilent(element: HtmlElement): boolean {
  const { tagName } = element;
  if (silentTags.has(tagName) || /^[vwx]:/.test(tagName)) return true;
  if (hasAttribute(element, 'hidden')) return true;
  if (!hasAttribute(element, 'style') && !hasAttribute(element, 'class')) return false;
  // Line numbers that WeChat sets beside code.
  if (attribute(element, 'class').includes('code-snippet__line-index')) return true;
  return (
    styleOf(element, 'display') === 'none' ||
    styleOf(element, 'visibility') === 'hidden' ||
    styleOf(element, 'mso-hide') === 'all'
  );
}

const blockTags = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu ol p pre section summary table tbody td tfoot th ' +
    'thead tr ul caption'
  ).split(' '),
);

export function isBlockTag(tagName: string): boolean {
  return blockTags.has(tagName);
}

/** The tone that the sign of a callout stands for; null for words that are no sign. */
export function toneOfSign(words: string): CalloutTone | null {
  if (!/^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(words) || /^[\d#*]+$/.test(words))
    return null;
  if (/[⚠🚨❗‼⛔🛑🔴🔥]/u.test(words)) return 'warning';
  return /[💡✅👍⭐🌟📌]/u.test(words) ? 'tip' : 'note';
}

/** The tone of a callout as Notion, Feishu, Yuque, GitHub and Galley mark one; null for any other element. */
export function toneOf(element: HtmlElement): CalloutTone | null {
  const own = attribute(element, 'data-callout');
  const classes = attribute(element, 'class').toLowerCase();
  const marked = /(?:^|[\s_-])(?:callout|ne-alert|admonition|markdown-alert)(?:$|[\s_-])/.test(classes);
  if (own === '' && !marked && element.tagName !== 'aside') return null;
  const words = `${own} ${classes} ${attribute(element, 'data-type')}`.toLowerCase();
  if (/warn|danger|caution|error|important/.test(words)) return 'warning';
  return /tip|success|hint/.test(words) ? 'tip' : 'note';
}
