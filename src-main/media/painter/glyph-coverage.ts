import { fontStack, nearestWeight } from '#shared/design/fonts.ts';
import type { TextNode } from '#shared/design/layers/text.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { styledSegments } from '#shared/design/text/runs.ts';
import { readCmap } from '#main/media/painter/font-tables.ts';
import type { FontFile } from '#main/media/painter/font-files.ts';

/** One bit per code point. */
type Coverage = Uint8Array;

const codePoints = 0x110000;

function mark(coverage: Coverage, from: number, to: number): void {
  for (let point = from; point <= to && point < codePoints; point += 1) {
    coverage[point >> 3] = (coverage[point >> 3] ?? 0) | (1 << (point & 7));
  }
}

function covers(coverage: Coverage, point: number): boolean {
  return ((coverage[point >> 3] ?? 0) & (1 << (point & 7))) !== 0;
}

/** Segments of the Basic Multilingual Plane (OpenType cmap format 4); 0xFFFF only ends the list. */
function markFormat4(table: Buffer, at: number, coverage: Coverage): void {
  const segments = table.readUInt16BE(at + 6) / 2;
  for (let index = 0; index < segments; index += 1) {
    const end = table.readUInt16BE(at + 14 + index * 2);
    const start = table.readUInt16BE(at + 16 + (segments + index) * 2);
    if (start !== 0xffff) mark(coverage, start, end);
  }
}

/** Groups of all planes (OpenType cmap format 12). */
function markFormat12(table: Buffer, at: number, coverage: Coverage): void {
  const groups = table.readUInt32BE(at + 12);
  for (let index = 0; index < groups; index += 1) {
    const group = at + 16 + index * 12;
    mark(coverage, table.readUInt32BE(group), table.readUInt32BE(group + 4));
  }
}

function markCmap(cmap: Buffer, coverage: Coverage): void {
  for (let record = 0; record < cmap.readUInt16BE(2); record += 1) {
    const at = cmap.readUInt32BE(4 + record * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 4) markFormat4(cmap, at, coverage);
    if (format === 12) markFormat12(cmap, at, coverage);
  }
}

/** Which characters a font file has. */
function readCoverage(path: string): Coverage {
  const coverage = new Uint8Array(codePoints / 8);
  const cmap = readCmap(path);
  if (cmap) markCmap(cmap, coverage);
  return coverage;
}

const coverages = new Map<string, Coverage>();

/** White space, controls, joiners and selectors draw nothing by themselves. */
const invisible = /[\p{White_Space}\p{Control}\p{Format}\p{Variation_Selector}]/u;

function coverageOf(fonts: readonly FontFile[], family: string, weight: number): Coverage | null {
  const wanted = nearestWeight(family, weight);
  const font =
    fonts.find((face) => face.family === family && face.weight === wanted) ??
    fonts.find((face) => face.family === family);
  if (!font) return null;
  const known = coverages.get(font.path) ?? readCoverage(font.path);
  coverages.set(font.path, known);
  return known;
}

/** One look of a text: its characters and the font they are asked in. */
function* looksOf(node: TextNode): Generator<{ text: string; family: string; weight: number }> {
  for (const { start, end, style } of styledSegments(node)) {
    yield { text: node.text.slice(start, end), family: style.fontFamily, weight: style.fontWeight };
  }
}

/**
 * The characters that neither the text's own fonts nor the fallbacks have, each once: rare scripts are then
 * drawn by a font of this computer, or not at all, and may look different elsewhere.
 */
export function missingGlyphs(nodes: readonly DesignNode[], fonts: readonly FontFile[]): string[] {
  const missing = new Set<string>();
  for (const node of nodes) {
    if (node.type !== 'text') continue;
    for (const { text, family, weight } of looksOf(node)) {
      const stack = fontStack(family);
      for (const character of new Set(text)) {
        const point = character.codePointAt(0) ?? 0;
        if (invisible.test(character)) continue;
        const found = stack.some((each) => {
          const coverage = coverageOf(fonts, each, weight);
          return coverage !== null && covers(coverage, point);
        });
        if (!found) missing.add(character);
      }
    }
  }
  return [...missing];
}

/** A bundled family that has a character, the one that every text falls back to first; null when none has it. */
export function substituteFor(character: string, fonts: readonly FontFile[]): string | null {
  const point = character.codePointAt(0) ?? 0;
  const order = new Set([...fontStack('Noto Sans SC'), ...fonts.map((font) => font.family)]);
  for (const family of order) {
    const coverage = coverageOf(fonts, family, 400);
    if (coverage !== null && covers(coverage, point)) return family;
  }
  return null;
}
