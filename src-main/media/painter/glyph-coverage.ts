import { closeSync, openSync, readSync } from 'node:fs';
import { nearestWeight } from '#shared/design/fonts.ts';
import type { DesignNode } from '#shared/design/schema.ts';
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

/** Which characters a font file has, from its `cmap` table; only that table is read (a Han file has 10 MB). */
function readCoverage(path: string): Coverage {
  const coverage = new Uint8Array(codePoints / 8);
  const file = openSync(path, 'r');
  try {
    const read = (position: number, length: number): Buffer => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, position);
      return bytes;
    };
    const tables = read(4, 2).readUInt16BE(0);
    const directory = read(12, tables * 16);
    for (let index = 0; index < tables; index += 1) {
      const entry = directory.subarray(index * 16, index * 16 + 16);
      if (entry.toString('latin1', 0, 4) !== 'cmap') continue;
      const cmap = read(entry.readUInt32BE(8), entry.readUInt32BE(12));
      for (let record = 0; record < cmap.readUInt16BE(2); record += 1) {
        const at = cmap.readUInt32BE(4 + record * 8 + 4);
        const format = cmap.readUInt16BE(at);
        if (format === 4) markFormat4(cmap, at, coverage);
        if (format === 12) markFormat12(cmap, at, coverage);
      }
    }
  } finally {
    closeSync(file);
  }
  return coverage;
}

const coverages = new Map<string, Coverage>();

/** White space, controls, joiners and selectors draw nothing by themselves. */
const invisible = /[\p{White_Space}\p{Control}\p{Format}\p{Variation_Selector}]/u;

/**
 * The characters that neither the text's own font nor the fallbacks have, each once: emoji and rare scripts
 * are then drawn by a font of this computer, or not at all, and may look different elsewhere.
 */
export function missingGlyphs(nodes: readonly DesignNode[], fonts: readonly FontFile[]): string[] {
  const missing = new Set<string>();
  const coverageOf = (family: string, weight: number): Coverage | null => {
    const font = fonts.find(
      (face) => face.family === family && face.weight === nearestWeight(family, weight),
    );
    if (!font) return null;
    const known = coverages.get(font.id) ?? readCoverage(font.path);
    coverages.set(font.id, known);
    return known;
  };
  for (const node of nodes) {
    if (node.type !== 'text') continue;
    const families = [node.fontFamily, 'Noto Sans SC', 'Inter'];
    for (const character of new Set(node.text)) {
      const point = character.codePointAt(0) ?? 0;
      if (invisible.test(character)) continue;
      const found = families.some((family) => {
        const coverage = coverageOf(family, node.fontWeight);
        return coverage !== null && covers(coverage, point);
      });
      if (!found) missing.add(character);
    }
  }
  return [...missing];
}
