import type { ImageBlock, Inline, TextRun } from './blocks.ts';
import { delimiterOf, pairDelimiters, type Delimiter } from './emphasis.ts';
import { imageOf } from './image-markdown.ts';
import { joinedInlines, type Mark, textRun } from './runs.ts';
import { safeLink } from './safe-link.ts';

/** Addresses of `[words][name]`, by name in lower case. */
export type References = Readonly<Record<string, { href: string } | undefined>>;

export interface InlineOptions {
  references?: References;
  /** Names like `&amp;` are read as characters and unknown HTML tags left out, as in files of other programs. */
  foreign?: boolean;
}

const tags: Record<string, Mark | undefined> = {
  u: 'underline',
  ins: 'underline',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
};

const names: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

type Item =
  | { kind: 'text'; text: string; code?: true }
  | { kind: 'tag'; mark: Mark; closes: boolean }
  | { kind: 'delimiter'; delimiter: Delimiter }
  | { kind: 'break' }
  | { kind: 'link'; url: string; inlines: Inline[] }
  | ImageBlock;

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
    ? String.fromCodePoint(code)
    : '\ufffd';
}

/** Escapes and character references read as characters. */
export function unescaped(text: string, foreign = true): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, char: string) => `&#${char.charCodeAt(0)};`)
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (match, decimal, hex, name) => {
      if (typeof decimal === 'string') return characterOf(Number(decimal));
      if (typeof hex === 'string') return characterOf(Number.parseInt(hex, 16));
      return (foreign && typeof name === 'string' ? names[name] : undefined) ?? match;
    });
}

/** Places of backtick runs by their length, in order. */
function fencesOf(source: string): Map<number, number[]> {
  const fences = new Map<number, number[]>();
  for (const found of source.matchAll(/`+/g)) {
    const places = fences.get(found[0].length) ?? [];
    places.push(found.index);
    fences.set(found[0].length, places);
  }
  for (const places of fences.values()) places.reverse();
  return fences;
}

/** Ends (exclusive) of bracketed words by their start, found in one pass; brackets of code are letters. */
function bracketPairs(source: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const fences = fencesOf(source);
  const open: number[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at];
    if (char === '\\') at += 1;
    else if (char === '[') open.push(at);
    else if (char === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, at + 1);
    } else if (char === '`') {
      let length = 1;
      while (source[at + length] === '`') length += 1;
      const places = fences.get(length) ?? [];
      while ((places.at(-1) ?? Number.POSITIVE_INFINITY) <= at) places.pop();
      at = (places.at(-1) ?? at) + length - 1;
    }
  }
  return pairs;
}

class Reader {
  readonly items: Item[] = [];
  private at = 0;
  private text = '';
  private readonly source: string;
  private readonly options: InlineOptions;
  private readonly insideLink: boolean;

  constructor(source: string, options: InlineOptions, insideLink: boolean) {
    this.source = source;
    this.options = options;
    this.insideLink = insideLink;
  }

  read(): Item[] {
    while (this.at < this.source.length) {
      const special = /[\\\n`![<&*_~h]/g;
      special.lastIndex = this.at;
      const found = special.exec(this.source);
      const next = found ? found.index : this.source.length;
      this.text += this.source.slice(this.at, next);
      this.at = next;
      if (found) this.readSpecial(found[0]);
    }
    this.flush();
    return this.items;
  }

  private flush(): void {
    if (this.text !== '') this.items.push({ kind: 'text', text: this.text });
    this.text = '';
  }

  private push(item: Item, end: number): void {
    this.flush();
    this.items.push(item);
    this.at = end;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source);
  }

  private literal(length: number): void {
    this.text += this.source.slice(this.at, this.at + length);
    this.at += length;
  }

  private readSpecial(char: string): void {
    if (char === '\n') {
      let end = this.text.length;
      while (this.options.foreign === true && this.text[end - 1] === ' ') end -= 1;
      this.text = this.text.slice(0, end);
      this.push({ kind: 'break' }, this.at + 1);
    } else if (char === '\\') this.readEscape();
    else if (char === '`') this.readCode();
    else if (char === '&') this.readReference();
    else if (char === '<') this.readTag();
    else if (char === '[') this.readLink();
    else if (char === '!') this.readImage();
    else if (char === 'h') {
      // Addresses hold `_` that are no marks.
      const address = this.match(/https?:\/\/[^\s<>"`[\]()（）《》，。；！*~\\]+/y);
      this.literal(address ? address[0].length : 1);
    } else this.readDelimiter(char);
  }

  private readEscape(): void {
    const next = this.source[this.at + 1] ?? '';
    if (next === '\n') this.push({ kind: 'break' }, this.at + 2);
    else if (/[!-/:-@[-`{-~]/.test(next)) {
      this.text += next;
      this.at += 2;
    } else this.literal(1);
  }

  private readReference(): void {
    const found = this.match(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/iy);
    const read = found ? unescaped(found[0], this.options.foreign === true) : '&';
    this.text += read;
    this.at += found ? found[0].length : 1;
  }

  private readonly closers = new Map<string, number>();

  private readCode(): void {
    const fence = this.match(/`+/y)?.[0] ?? '`';
    const start = this.at + fence.length;
    // A fence that found no end finds none further on either.
    if (this.closers.get(fence) !== -1) {
      let end = this.source.indexOf(fence, start);
      while (end >= 0 && (this.source[end + fence.length] === '`' || this.source[end - 1] === '`')) {
        let past = end;
        while (this.source[past] === '`') past += 1;
        end = this.source.indexOf(fence, past);
      }
      this.closers.set(fence, end);
      if (end >= 0) {
        const inside = this.source.slice(start, end).replaceAll('\n', ' ');
        const padded = /^ .* $/.test(inside) && inside.trim() !== '';
        this.push(
          { kind: 'text', text: padded ? inside.slice(1, -1) : inside, code: true },
          end + fence.length,
        );
        return;
      }
    }
    this.literal(fence.length);
  }

  private readTag(): void {
    const link = this.match(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy);
    const url = safeLink(link?.[1]);
    if (link && url !== null) {
      const words = textRun(url.replace(/^mailto:/i, ''));
      this.push({ kind: 'link', url, inlines: [words] }, this.at + link[0].length);
      return;
    }
    const tag = this.match(/<(\/?)([a-z][a-z0-9]{0,15})(?:\s[^<>]{0,500})?\/?>/iy);
    const name = tag?.[2]?.toLowerCase() ?? '';
    const mark = tags[name];
    if (tag && name === 'br') this.push({ kind: 'break' }, this.at + tag[0].length);
    else if (tag && mark && this.hasPartner(name, mark, tag[1] === '/')) {
      this.push({ kind: 'tag', mark, closes: tag[1] === '/' }, this.at + tag[0].length);
    } else if (tag && this.options.foreign === true) this.at += tag[0].length;
    else {
      const comment = this.options.foreign === true ? this.match(/<!--[^]{0,2000}?-->/y) : null;
      if (comment) this.at += comment[0].length;
      else this.literal(1);
    }
  }

  private readonly openTags = new Map<Mark, number>();
  private readonly lastCloses = new Map<string, number>();

  /** Whether a tag that opens is closed further on, one that closes was opened; `a <b> c` is no mark. */
  private hasPartner(name: string, mark: Mark, closes: boolean): boolean {
    const open = this.openTags.get(mark) ?? 0;
    const last = this.lastCloses.get(name) ?? this.source.toLowerCase().lastIndexOf(`</${name}`);
    this.lastCloses.set(name, last);
    if (closes ? open === 0 : last < this.at) return false;
    this.openTags.set(mark, open + (closes ? -1 : 1));
    return true;
  }

  private brackets: Map<number, number> | null = null;

  /** Index behind the bracket that closes the one at `start`; -1 without one. */
  private bracketEnd(start: number): number {
    this.brackets ??= bracketPairs(this.source);
    return this.brackets.get(start) ?? -1;
  }

  /** The `(address "title")` at `start`. */
  private target(start: number): { address: string; title: string; end: number } | null {
    const pattern =
      /\(\s{0,9}(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.){0,500}\)){0,2000}))(?:\s{1,9}(?:"((?:[^"\\]|\\.){0,2000})"|'((?:[^'\\]|\\.){0,2000})'))?\s{0,9}\)/y;
    pattern.lastIndex = start;
    const found = pattern.exec(this.source);
    if (!found) return null;
    return {
      address: unescaped(found[1] ?? found[2] ?? ''),
      title: unescaped(found[3] ?? found[4] ?? ''),
      end: start + found[0].length,
    };
  }

  private reference(start: number, label: string): { address: string; end: number } | null {
    const { references } = this.options;
    if (!references) return null;
    const close = this.source[start] === '[' ? this.bracketEnd(start) : -1;
    const named = close > 0 ? this.source.slice(start + 1, close - 1) : '';
    const name = (named || label).toLowerCase().replace(/\s+/g, ' ');
    const known = Object.hasOwn(references, name) ? references[name] : undefined;
    return known ? { address: known.href, end: close > 0 ? close : start } : null;
  }

  private readLink(): void {
    const close = this.insideLink ? -1 : this.bracketEnd(this.at);
    if (close < 0) return this.literal(1);
    const label = this.source.slice(this.at + 1, close - 1);
    const target = this.target(close) ?? this.reference(close, label);
    if (!target) return this.literal(1);
    const inlines = inlineItems(label, this.options, true).filter(
      (item): item is Inline => item.kind !== 'image',
    );
    const url = safeLink(target.address);
    if (url !== null) return this.push({ kind: 'link', url, inlines }, target.end);
    this.flush();
    for (const inline of inlines) this.items.push(asItem(inline));
    this.at = target.end;
  }

  private readImage(): void {
    if (this.source[this.at + 1] !== '[') return this.literal(1);
    const close = this.bracketEnd(this.at + 1);
    const label = close < 0 ? '' : this.source.slice(this.at + 2, close - 1);
    const target = close < 0 ? null : (this.target(close) ?? this.reference(close, label));
    if (!target) return this.literal(2);
    const title = 'title' in target && typeof target.title === 'string' ? target.title : '';
    this.push(imageOf(target.address, unescaped(label), title), target.end);
  }

  private readDelimiter(char: string): void {
    let end = this.at;
    while (this.source[end] === char) end += 1;
    const length = end - this.at;
    if (char === '~' && length !== 2) return this.literal(length);
    const before = /.$/su.exec(this.source.slice(Math.max(0, this.at - 2), this.at))?.[0] ?? '';
    const after = /^./su.exec(this.source.slice(end, end + 2))?.[0] ?? '';
    this.push({ kind: 'delimiter', delimiter: delimiterOf(char, length, before, after) }, end);
  }
}

function asItem(inline: Inline): Item {
  if (inline.kind === 'link') return { kind: 'link', url: inline.url, inlines: inline.runs };
  if (inline.kind === 'break') return inline;
  return { kind: 'text', text: inline.text, ...(inline.code ? { code: true } : {}) };
}

/** Inline Markdown with the pictures among the words; line ends of the source are breaks. */
export function inlineItems(
  source: string,
  options: InlineOptions = {},
  insideLink = false,
): (Inline | ImageBlock)[] {
  const items = new Reader(source, options, insideLink).read();
  const delimiters = items.flatMap((item, at) =>
    item.kind === 'delimiter' ? [{ ...item.delimiter, at }] : [],
  );
  const { spans, left } = pairDelimiters(delimiters);
  const opens = new Map<number, Mark[]>();
  const closes = new Map<number, Mark[]>();
  for (const { mark, from, to } of spans) {
    opens.set(from, [...(opens.get(from) ?? []), mark]);
    closes.set(to, [...(closes.get(to) ?? []), mark]);
  }
  const depth: Record<Mark, number> = { bold: 0, italic: 0, underline: 0, strike: 0, code: 0 };
  const now = (): Mark[] => (Object.keys(depth) as Mark[]).filter((mark) => depth[mark] > 0);
  const out: (Inline | ImageBlock)[] = [];
  for (const [at, item] of items.entries()) {
    if (item.kind === 'text') out.push(textRun(item.text, item.code ? [...now(), 'code'] : now()));
    else if (item.kind === 'tag') depth[item.mark] = Math.max(0, depth[item.mark] + (item.closes ? -1 : 1));
    else if (item.kind === 'delimiter') {
      for (const mark of closes.get(at) ?? []) depth[mark] -= 1;
      const { char, length } = item.delimiter;
      out.push(textRun(char.repeat(left.get(at) ?? length), now()));
      for (const mark of opens.get(at) ?? []) depth[mark] += 1;
    } else if (item.kind === 'link')
      out.push({ kind: 'link', url: item.url, runs: linkRuns(item.inlines, now()) });
    else out.push(item);
  }
  return out;
}

/** Words of a link with the looks around it; a break inside is a space. */
function linkRuns(inlines: readonly Inline[], around: readonly Mark[]): TextRun[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'break') return [textRun(' ', around)];
    const runs = inline.kind === 'link' ? inline.runs : [inline];
    return runs.map((run) => ({ ...textRun(run.text, around), ...run }));
  });
}

/** Inline Markdown as runs; pictures among the words are left out. */
export function inlinesOfMarkdown(source: string, options: InlineOptions = {}): Inline[] {
  return joinedInlines(inlineItems(source, options).filter((item): item is Inline => item.kind !== 'image'));
}
