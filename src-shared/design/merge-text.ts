import type { TextRun } from '#shared/design/layers/text.ts';

/** A column named in words: `{{name}}`, with or without spaces inside the braces. */
const placeholder = /\{\{\s*([^{}]+?)\s*\}\}/gu;

/** The columns that a text names, each once, in order. */
export function columnsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), (match) => match[1] ?? ''))];
}

interface Replacement {
  start: number;
  end: number;
  value: string;
}

function replacementsIn(text: string, valueOf: (column: string) => string | null): Replacement[] {
  return Array.from(text.matchAll(placeholder)).flatMap((match) => {
    const value = valueOf(match[1] ?? '');
    return value === null ? [] : [{ start: match.index, end: match.index + match[0].length, value }];
  });
}

/**
 * Where an index of the old text lies in the new one. One inside a placeholder goes to the end of its value,
 * so that a value has the looks of its placeholder's first character and no run is torn.
 */
function moved(index: number, replacements: readonly Replacement[]): number {
  let shift = 0;
  for (const { start, end, value } of replacements) {
    if (index <= start) break;
    shift += value.length - (Math.min(index, end) - start);
    if (index < end) break;
  }
  return index + shift;
}

/** The text with every {{column}} replaced; one for which `valueOf` has null stays as it is. */
export function fillText(text: string, valueOf: (column: string) => string | null): string {
  return text.replaceAll(placeholder, (written, column: string) => valueOf(column) ?? written);
}

/** The same for a text with runs, which keep their places around the values. */
export function fillRuns(
  text: string,
  runs: readonly TextRun[],
  valueOf: (column: string) => string | null,
): TextRun[] {
  const replacements = replacementsIn(text, valueOf);
  return runs
    .map((run) => ({ ...run, start: moved(run.start, replacements), end: moved(run.end, replacements) }))
    .filter((run) => run.end > run.start);
}
