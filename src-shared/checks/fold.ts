import traditional from 'opencc-js/dict/TSCharacters';

/** For every UTF-16 unit the one that stands for it when words are compared. */
const table = buildTable();

function buildTable(): Uint16Array {
  const units = new Uint16Array(0x1_0000);
  for (let unit = 0; unit < units.length; unit += 1) {
    units[unit] = unit;
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    const lower = String.fromCharCode(unit).toLowerCase();
    if (lower.length === 1) units[unit] = lower.charCodeAt(0);
  }
  // Full-width forms stand exactly 0xFEE0 above ASCII.
  for (let unit = 0xff01; unit <= 0xff5e; unit += 1) units[unit] = units[unit - 0xfee0] ?? unit;
  units[0x3000] = 0x20;
  for (const pair of traditional.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from.length === 1 && to.length === 1) units[from.charCodeAt(0)] = to.charCodeAt(0);
  }
  return units;
}

const chunk = 8192;

/**
 * The text as words are compared: small letters, half-width, Simplified characters. It is as long as the text, so
 * that places in it are places in the text.
 */
export function fold(text: string): string {
  let folded = '';
  for (let from = 0; from < text.length; from += chunk) {
    const length = Math.min(chunk, text.length - from);
    const units = new Uint16Array(length);
    for (let at = 0; at < length; at += 1) units[at] = table[text.charCodeAt(from + at)] ?? 0;
    folded += String.fromCharCode.apply(null, units as unknown as number[]);
  }
  return folded;
}
