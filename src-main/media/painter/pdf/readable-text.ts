import { deflateSync, inflateSync } from 'node:zlib';
import type { Font } from 'fontkit';
import { appendObjects } from '#main/media/painter/pdf/append.ts';
import type { NewObject } from '#main/media/painter/pdf/append.ts';

/*
 * A letter of a font can serve several characters: in Noto Sans SC 二 is also ⼆, a Kangxi radical, and 页
 * is ⻚. The PDF library names any of them, and then a search for 第二页 finds nothing. Here the characters
 * that the design really has take their places.
 */

/** Hex of UTF-16, as character maps of PDF have it. */
function hexOf(text: string): string {
  return [...Array(text.length).keys()]
    .map((at) => text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase())
    .join('');
}

function textOf(hex: string): string {
  return String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
}

/** The character of the design that shares a letter with another character. */
function ownCharacter(wrong: string, used: readonly string[], fonts: readonly Font[]): string | null {
  const point = wrong.codePointAt(0) ?? 0;
  for (const font of fonts) {
    if (!font.hasGlyphForCodePoint(point)) continue;
    const { id } = font.glyphForCodePoint(point);
    const found = used.find((character) => {
      const other = character.codePointAt(0) ?? 0;
      return font.hasGlyphForCodePoint(other) && font.glyphForCodePoint(other).id === id;
    });
    if (found !== undefined) return found;
  }
  // Ligatures read as their letters.
  return /[\ufb00-\ufb06]/.test(wrong) ? wrong.normalize('NFKC') : null;
}

/**
 * The character of the design that becomes the letter `code` when it stands in Latin text: Noto's Chinese fonts have
 * digits and dots for that which no character of their own leads to, and the PDF library names them as nothing.
 */
function shapedCharacter(code: string, used: readonly string[], fonts: readonly Font[]): string | null {
  const id = Number.parseInt(code, 16);
  for (const font of fonts) {
    const found = used.find(
      (character) =>
        font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) &&
        font.layout(character, [], 'latn').glyphs[0]?.id === id,
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** All pairs of a character map, ranges written out: code as hex, text. */
function pairsOf(map: string): [code: string, text: string][] {
  const pairs: [string, string][] = [];
  for (const [, kind, block = ''] of map.matchAll(/\d+ beginbf(char|range)\s([\s\S]*?)endbf\1/g)) {
    if (kind === 'char') {
      for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g))
        pairs.push([code, textOf(hex)]);
      continue;
    }
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      const first = Number.parseInt(from, 16);
      const last = Number.parseInt(to, 16);
      for (let code = first; code <= last; code += 1) {
        const text = textOf(hex);
        const unit = text.charCodeAt(text.length - 1) + code - first;
        const name = code.toString(16).padStart(from.length, '0').toUpperCase();
        pairs.push([name, text.slice(0, -1) + String.fromCharCode(unit)]);
      }
    }
  }
  return pairs;
}

/** The map with other texts; null when nothing is to change. */
function corrected(map: string, used: ReadonlySet<string>, fonts: readonly Font[]): string | null {
  const characters = [...used];
  const latin = characters.filter((character) => character < '\u2e80');
  let changed = false;
  const pairs = pairsOf(map).map(([code, text]): [string, string] => {
    if (used.has(text) || text === '\uffff') return [code, text];
    const own = text === '\0' ? shapedCharacter(code, latin, fonts) : ownCharacter(text, characters, fonts);
    changed ||= own !== null;
    return [code, own ?? text];
  });
  if (!changed) return null;
  const blocks: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const block = pairs.slice(at, at + 100);
    const lines = block.map(([code, text]) => `<${code}> <${hexOf(text)}>`).join('\n');
    blocks.push(`${block.length} beginbfchar\n${lines}\nendbfchar\n`);
  }
  const start = map.search(/\d+ beginbf(char|range)/);
  const end = Math.max(map.lastIndexOf('endbfchar') + 9, map.lastIndexOf('endbfrange') + 10);
  return `${map.slice(0, start)}${blocks.join('')}${map.slice(end).trimStart()}`;
}

/** Makes the words of a PDF findable. `text` is all text that was drawn, `fonts` what it was drawn with. */
export function makeReadable(pdf: Buffer, text: string, fonts: readonly Font[]): Buffer {
  const used = new Set(text);
  const file = pdf.toString('latin1');
  const objects: NewObject[] = [];
  for (const id of new Set([...file.matchAll(/\/ToUnicode (\d+) 0 R/g)].map(([, each]) => Number(each)))) {
    const head = new RegExp(`(?<=[\\r\\n])${id} 0 obj\\s*<<([\\s\\S]*?)>>\\s*stream\\r?\\n`).exec(file);
    const length = Number(/\/Length (\d+)/.exec(head?.[1] ?? '')?.[1]);
    if (!head?.[1] || !Number.isFinite(length)) continue;
    const start = head.index + head[0].length;
    const stream = pdf.subarray(start, start + length);
    const packed = head[1].includes('/FlateDecode');
    const map = corrected((packed ? inflateSync(stream) : stream).toString('latin1'), used, fonts);
    if (map === null) continue;
    const data = deflateSync(Buffer.from(map, 'latin1'));
    const fields = `<</Filter /FlateDecode\n/Length ${data.length}>> stream\n`;
    objects.push({ id, content: Buffer.concat([Buffer.from(fields), data, Buffer.from('\nendstream')]) });
  }
  return appendObjects(pdf, objects);
}
