/** First signs by which a spreadsheet takes a cell for a formula, full-width ones included (OWASP, CSV injection). */
const formulaStart = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front. A cell that already has apostrophes
 * before such a sign gets one more, so that taking one away always gives the text back.
 */
export function neutralise(cell: string): string {
  return /^'*[=+\-@\t\r＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
}

/** Takes back what `neutralise` put in front. */
export function unneutralise(cell: string): string {
  return /^'+[=+\-@\t\r＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}

/** The same for text that another tool publishes as it stands: a space in front, which platforms drop. */
export function spacedAgainstFormulas(cell: string): string {
  return formulaStart.test(cell) ? ` ${cell}` : cell;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** RFC 4180 with the byte order mark by which Excel knows UTF-8. Cells are written as they are given. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`;
}
