/**
 * Runs in a worker thread: reads one font file with fontkit and answers its faces. What makes a parser loop or
 * eat memory takes only this thread with it.
 */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { create, type Font } from 'fontkit';
import type { FontFace, FontFacts } from '#main/ports/font-reader.ts';
import { checkTables, facesOfCollection } from './sfnt.ts';

export type FontAnswer = { ok: true; faces: FontFace[] } | { ok: false; message: string };

/** Largest font that a compressed file may unfold to, in bytes. */
const mostUnpacked = 200 * 1024 * 1024;

/** Names by key and language, as fontkit reads them; its declarations leave them out. */
interface WithNames {
  name?: { records?: Record<string, Record<string, string> | undefined> };
  'OS/2'?: {
    usWeightClass?: number;
    typoAscender?: number;
    typoDescender?: number;
    fsType?: { noEmbedding?: boolean; viewOnly?: boolean; editable?: boolean };
    fsSelection?: { italic?: boolean; oblique?: boolean; bold?: boolean; useTypoMetrics?: boolean };
  } | null;
}

const tidy = (text: string | undefined, length: number): string =>
  (text ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, length);

function englishOf(names: Record<string, string> | undefined): string | undefined {
  return names?.en ?? Object.entries(names ?? {}).find(([language]) => language.startsWith('en'))?.[1];
}

function chineseOf(names: Record<string, string> | undefined): string | undefined {
  const languages = ['zh', 'zh-Hans', 'zh-CN', 'zh-SG', 'zh-Hant', 'zh-TW', 'zh-HK', 'zh-MO'];
  return languages.map((language) => names?.[language]).find((name) => name !== undefined);
}

/** Characters that any font for Chinese has, in simplified and traditional alike. */
const commonHan = [0x4e00, 0x4e0d, 0x4eba, 0x5927, 0x7684];

function weightOf(os2: WithNames['OS/2'], style: string): number {
  const saved = os2?.usWeightClass ?? 0;
  // Old tools wrote 1 to 9.
  const weight = saved > 0 && saved < 10 ? saved * 100 : saved;
  if (weight <= 400 && (os2?.fsSelection?.bold === true || /\bbold\b/i.test(style))) return 700;
  return weight === 0 ? 400 : Math.min(900, Math.max(100, weight));
}

/** In em. Chinese letters stand in their em box; Latin ones as browsers lay them out. */
function metricsOf(font: Font, os2: WithNames['OS/2'], script: FontFacts['script']) {
  const em = font.unitsPerEm;
  const typo = { ascent: (os2?.typoAscender ?? 0) / em, descent: -(os2?.typoDescender ?? 0) / em };
  const height = typo.ascent + typo.descent;
  const usable = typo.ascent > 0 && typo.descent >= 0 && height >= 0.8 && height <= 1.6;
  if (usable && (script === 'han' || os2?.fsSelection?.useTypoMetrics === true)) return typo;
  const ascent = font.ascent / em;
  const descent = Math.abs(font.descent) / em;
  const sane = ascent > 0 && ascent < 4 && descent < 4;
  return sane ? { ascent, descent } : { ascent: 0.88, descent: 0.12 };
}

function embeddingOf(os2: WithNames['OS/2']): FontFacts['embedding'] {
  if (os2?.fsType?.noEmbedding) return 'restricted';
  if (os2?.fsType?.editable) return 'editable';
  return os2?.fsType?.viewOnly ? 'preview' : 'installable';
}

/** @throws Error when a part that painting needs cannot be read */
function factsOf(font: Font): FontFacts {
  const { name, 'OS/2': os2 } = font as unknown as WithNames;
  const records = name?.records ?? {};
  if (!(font.unitsPerEm >= 16 && font.unitsPerEm <= 16_384)) throw new Error('no sound units per em');
  const characters = font.characterSet;
  if (characters.length === 0) throw new Error('no characters');
  // Proves that outlines can be read, not only the tables around them.
  for (const place of [0, 0.5, 0.999]) {
    const character = characters[Math.floor(characters.length * place)];
    if (character !== undefined) void font.glyphForCodePoint(character).path.commands.length;
  }
  const families = records.preferredFamily ?? records.fontFamily;
  const english = tidy(englishOf(families) ?? Object.values(families ?? {})[0], 100) || 'Font';
  const subfamily = englishOf(records.preferredSubfamily ?? records.fontSubfamily) ?? '';
  const style = /^(regular|normal|book)?$/i.test(subfamily.trim()) ? '' : ` ${tidy(subfamily, 40)}`;
  const chinese = tidy(chineseOf(records.preferredFamily) ?? chineseOf(records.fontFamily), 100);
  const script = commonHan.every((point) => font.hasGlyphForCodePoint(point)) ? 'han' : 'latin';
  const slanted = os2?.fsSelection?.italic === true || os2?.fsSelection?.oblique === true;
  return {
    name: english + style,
    chineseName: chinese === '' ? '' : chinese + style,
    weight: weightOf(os2, subfamily),
    style: slanted || /\b(italic|oblique)\b/i.test(subfamily) ? 'italic' : 'normal',
    script,
    ...metricsOf(font, os2, script),
    licence: [englishOf(records.license), englishOf(records.licenseURL)]
      .map((text) => tidy(text, 2000))
      .filter((text) => text !== '')
      .join('\n'),
    embedding: embeddingOf(os2),
  };
}

function readFace(bytes: Buffer, extension: FontFace['extension']): FontFace {
  const font = create(bytes);
  if ('fonts' in font) throw new Error('a collection inside a collection');
  return { ...factsOf(font), bytes: new Uint8Array(bytes), extension };
}

function readFaces(path: string): FontFace[] {
  const file = readFileSync(path);
  const signature = file.toString('latin1', 0, 4);
  switch (signature) {
    case 'wOFF':
    case 'wOF2':
      if (file.readUInt32BE(16) > mostUnpacked) throw new Error('it unfolds to too much');
      return [readFace(file, signature === 'wOFF' ? 'woff' : 'woff2')];
    case 'ttcf':
      checkTables(file);
      return facesOfCollection(file).map((face) =>
        readFace(face, face.toString('latin1', 0, 4) === 'OTTO' ? 'otf' : 'ttf'),
      );
    case 'OTTO':
    case 'true':
    case '\0\u0001\0\0':
      checkTables(file);
      return [readFace(file, signature === 'OTTO' ? 'otf' : 'ttf')];
    default:
      throw new Error('no font');
  }
}

let answer: FontAnswer;
try {
  answer = { ok: true, faces: readFaces(workerData as string) };
} catch (error) {
  answer = { ok: false, message: error instanceof Error ? error.message : String(error) };
}
parentPort?.postMessage(answer);
