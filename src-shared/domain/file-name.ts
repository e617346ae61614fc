/** Longest file name, extension included, that ext4, APFS and NTFS all take (NTFS counts UTF-16 units, which are fewer). */
export const maximumNameBytes = 255;

/** Characters Windows forbids in names, plus the separators of every system. */
const reservedCharacters = /[<>:"/\\|?*]/g;

/** Controls, invisible direction marks (they can make `gpj.exe` read as `exe.jpg`), byte order marks, zero-width space. */
const invisibleCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** Windows devices: reserved alone and in front of any extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const deviceName = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** Bytes of a string in UTF-8. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The longest start of `text` within `limit` UTF-8 bytes that does not split what people see as one character. */
function cutToBytes(text: string, limit: number): string {
  if (utf8Length(text) <= limit) return text;
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  let kept = '';
  let bytes = 0;
  for (const { segment } of graphemes.segment(text)) {
    bytes += utf8Length(segment);
    if (bytes > limit) break;
    kept += segment;
  }
  return kept;
}

function tidyEnds(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/gu, '');
}

function isDevice(stem: string): boolean {
  const beforeFirstDot = stem.split('.', 1)[0] ?? '';
  return deviceName.test(beforeFirstDot.trim());
}

/**
 * A file name legal on Windows, macOS and Linux: no reserved, control or direction characters, no device
 * name, no dot or space at the ends, at most 255 UTF-8 bytes with the extension, cut between graphemes.
 * @param name what a person typed, with or without the extension
 * @param extension without a dot; letters and digits only are kept, '' for none
 */
export function safeFileName(name: string, extension: string): string {
  const ending = extension
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 16);
  const suffix = ending === '' ? '' : `.${ending}`;
  let stem = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(invisibleCharacters, '')
    .replace(reservedCharacters, '-');
  while (suffix !== '' && stem.toLowerCase().endsWith(suffix)) stem = stem.slice(0, -suffix.length);
  stem = tidyEnds(stem);
  if (isDevice(stem)) stem = `_${stem}`;
  stem = tidyEnds(cutToBytes(stem, maximumNameBytes - utf8Length(suffix)));
  // Cutting may leave nothing (one endless cluster of accents) or just a device name.
  if (stem === '') stem = 'untitled';
  if (isDevice(stem)) stem = `_${stem}`;
  return stem + suffix;
}

/** Two names with the same key cannot live in one folder on macOS or Windows. */
function clashKey(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

function numbered(name: string, number: number): string {
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const suffix = dot > 0 ? name.slice(dot) : '';
  const mark = ` (${number})`;
  return cutToBytes(stem, maximumNameBytes - utf8Length(suffix + mark)).trimEnd() + mark + suffix;
}

/**
 * The same names in the same order, later clashes (also `A.jpg` and `a.jpg`) numbered ` (2)`, ` (3)` …
 * A name that is already free keeps itself, also when a number would have produced it.
 */
export function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set(names.map(clashKey));
  const given = new Set<string>();
  return names.map((name) => {
    if (!given.has(clashKey(name))) {
      given.add(clashKey(name));
      return name;
    }
    let number = 2;
    while (taken.has(clashKey(numbered(name, number)))) number += 1;
    const unique = numbered(name, number);
    taken.add(clashKey(unique));
    given.add(clashKey(unique));
    return unique;
  });
}
