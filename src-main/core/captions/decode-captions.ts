import { GalleyError } from '#shared/contract/failure.ts';
import { scoreText } from './score-text.ts';

export interface DecodedCaptions {
  text: string;
  /** Label of the Encoding Standard: 'utf-8', 'gb18030', 'utf-16le', 'big5' … */
  encoding: string;
  /** Nothing in the file says so: it was chosen because the words make most sense. */
  guessed: boolean;
}

/** Bytes looked at to find out an encoding. */
const sampleBytes = 200_000;

/** Tried in this order; an earlier one wins a tie. */
const guesses = ['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1251', 'windows-1252'] as const;

/** Names of code pages that the Encoding Standard does not list. */
const aliases: Readonly<Record<string, string>> = {
  cp936: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp950: 'big5',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  ansi: 'windows-1252',
};

/** The label of an encoding by any of its names. */
function labelOf(name: string): string {
  const label = name.trim().toLowerCase();
  try {
    return new TextDecoder(Object.hasOwn(aliases, label) ? aliases[label] : label).encoding;
  } catch {
    throw new GalleyError('invalid-input', {
      en: `The encoding “${name}” is not known. Try utf-8, gb18030, big5, shift_jis, euc-kr, windows-1252 or utf-16le.`,
      zh: `未知的编码“${name}”。可用 utf-8、gb18030、big5、shift_jis、euc-kr、windows-1252 或 utf-16le。`,
    });
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: the times alone make every other byte zero. Some Chinese characters have a zero byte too. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, 4096);
  let [even, odd] = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = sample.length / 12;
  if (odd > many && odd > even * 5) return 'utf-16le';
  return even > many && even > odd * 5 ? 'utf-16be' : null;
}

/** UTF-8 that was cut or damaged in a few places is still UTF-8. */
function looksLikeUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, sampleBytes));
  let [good, bad] = [0, 0];
  for (const letter of text) {
    if (letter === '\ufffd') bad += 1;
    else if (letter > '\u007f') good += 1;
  }
  return bad <= good / 20;
}

/** The part of the sample that ends with a whole line, so that no character of several bytes is cut. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes) return bytes;
  const end = bytes.lastIndexOf(10, sampleBytes);
  return bytes.subarray(0, end > 0 ? end : sampleBytes);
}

function guess(bytes: Uint8Array): string {
  const sample = wholeLines(bytes);
  let best: string = 'windows-1252';
  let highest = Number.NEGATIVE_INFINITY;
  for (const encoding of guesses) {
    const text = new TextDecoder(encoding).decode(sample);
    const score = scoreText(text, encoding);
    if (score > highest + 0.02) [best, highest] = [encoding, score];
  }
  return best;
}

/**
 * The text of a caption file. By its mark, else UTF-8 where the bytes are (even slightly damaged) UTF-8, UTF-16 by
 * its zero bytes, else the one of GB18030, Big5, Shift JIS, EUC-KR, windows-1251 and windows-1252 in which the words
 * make most sense. `hint` names the encoding instead; a mark in the file still wins.
 * @throws GalleyError invalid-input for an unknown name
 */
export function decodeCaptions(bytes: Uint8Array, hint?: string): DecodedCaptions {
  const marked = markedEncoding(bytes);
  const named = hint === undefined || hint === '' ? null : labelOf(hint);
  const sure = marked ?? named ?? wideEncoding(bytes);
  if (sure)
    return {
      text: new TextDecoder(sure).decode(bytes),
      encoding: sure,
      guessed: marked === null && named === null,
    };
  if (looksLikeUtf8(bytes))
    return { text: new TextDecoder('utf-8').decode(bytes), encoding: 'utf-8', guessed: false };
  const encoding = guess(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, guessed: true };
}
