const encoder = new TextEncoder();

/** Octets of a line of an ICS file, without its end (RFC 5545, 3.1). */
const mostOctets = 75;

/** A TEXT value (RFC 5545, 3.3.11). Control signs other than line ends and tabs are not allowed there. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}--[\t\n]]/gv, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

/** A content line in pieces of at most 75 octets, never within a character. */
export function foldLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    // The blank that begins a following piece counts.
    if (octets + size > mostOctets) {
      pieces.push(piece);
      piece = '';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  pieces.push(piece);
  return pieces.join('\r\n ');
}

/** Lines as a file: folded, ended by CRLF. */
export function icsFile(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
