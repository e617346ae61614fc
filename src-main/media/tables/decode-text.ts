/** Text of a file whose encoding nobody says. */
export interface DecodedText {
  text: string;
  /** Label of the Encoding Standard. */
  encoding: string;
}

/** Bytes looked at to tell UTF-16 without a mark. */
const sampleBytes = 4096;

/** UTF-16 without a mark: every other byte of text in any script with spaces and digits is often zero. */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = { even: 0, odd: 0 };
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  const many = sample.length / 10;
  if (zeros.odd > many && zeros.even === 0) return 'utf-16le';
  if (zeros.even > many && zeros.odd === 0) return 'utf-16be';
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** True for what no text holds: zero characters, or more control characters than a slip explains. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return controls > text.length / 1000;
}

/**
 * Decodes by the mark at the start, else as UTF-8, UTF-16, GB18030 (what Excel in Chinese writes), and at last
 * windows-1252, which takes anything. Null when the bytes are no text.
 * @param encoding taken instead of looking
 */
export function decodeText(bytes: Uint8Array, encoding?: string): DecodedText | null {
  if (encoding !== undefined) return decodeAs(bytes, encoding);
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  const wide = marked ?? looksLikeUtf16(bytes);
  const tried = wide ? [wide] : ['utf-8', 'gb18030', 'windows-1252'];
  for (const encoding of tried) {
    const decoded = decodeAs(bytes, encoding);
    if (decoded) return isBinary(decoded.text) ? null : decoded;
  }
  return null;
}
