/** `YYYY-MM` of what was typed: `2026-5`, `2026/05`, `202605`, `5/2026`, `２０２６年５月`; null when it is no month. */
export function readMonth(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const found =
    /^(?<year>\d{4})(?:\s*[-/.年]?\s*)(?<month>\d{1,2})月?$/.exec(plain) ??
    /^(?<month>\d{1,2})\s*[-/.]\s*(?<year>\d{4})$/.exec(plain);
  const month = Number(found?.groups?.['month'] ?? 0);
  if (month < 1 || month > 12) return null;
  return `${found?.groups?.['year']}-${String(month).padStart(2, '0')}`;
}

/** The month so many months after `YYYY-MM`. */
export function turnMonth(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, 7);
}
