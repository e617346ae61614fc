import { parseTime } from '#shared/clip/time.ts';
import { wrongArguments } from './context.ts';

/** A value of an option that was given. */
export function textOf(options: Record<string, unknown>, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

export function requiredText(options: Record<string, unknown>, name: string): string {
  return textOf(options, name) ?? '';
}

/** A whole or broken number. @throws GalleyError invalid-input naming the option */
export function numberOf(options: Record<string, unknown>, name: string, whole = true): number | undefined {
  const text = textOf(options, name);
  if (text === undefined) return undefined;
  const value = Number(text);
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (text.trim() === '' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    throw wrongArguments(`${flag} takes a number, not “${text}”.`, `${flag} 需要数字，而不是“${text}”。`);
  }
  return value;
}

/** Seconds from `12.5` or `hh:mm:ss.mmm`. */
export function timeOf(options: Record<string, unknown>, name: string): number {
  return parseTime(requiredText(options, name));
}

/** Format names between commas. */
export function namesOf(options: Record<string, unknown>, name: string): string[] {
  return requiredText(options, name)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A table with aligned columns; Chinese characters are two wide. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const wide = (text: string): number =>
    Array.from(text).reduce(
      (sum, letter) =>
        sum +
        (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
          letter,
        )
          ? 2
          : 1),
      0,
    );
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => wide(row[column] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - wide(cell) + 2),
      )
      .join(''),
  );
}

export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
