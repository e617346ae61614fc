/** Both ends inclusive, in bytes, as RFC 9110 §14.1.2 counts them. */
export interface ByteRange {
  start: number;
  end: number;
}

export type RangeAnswer =
  | { kind: 'whole' }
  | { kind: 'parts'; ranges: [ByteRange, ...ByteRange[]] }
  | { kind: 'unsatisfiable' };

/** More ranges than this in one header only serve to make the server work (RFC 9110 §14.2): the whole is sent. */
const mostRanges = 16;

const specPattern = /^(?:(\d+)-(\d*)|-(\d+))$/;

/** Joins ranges that overlap or touch into the earlier one, keeping the order in which they were asked for. */
function coalesce(ranges: ByteRange[]): ByteRange[] {
  const joined: ByteRange[] = [];
  for (const range of ranges) {
    let merged = { ...range };
    let place = joined.length;
    // A widened range may reach others that it did not touch before, so the search starts anew.
    for (let index = 0; index < joined.length; index++) {
      const other = joined[index];
      if (!other || merged.start > other.end + 1 || other.start > merged.end + 1) continue;
      merged = { start: Math.min(merged.start, other.start), end: Math.max(merged.end, other.end) };
      joined.splice(index, 1);
      place = Math.min(place, index);
      index = -1;
    }
    joined.splice(place, 0, merged);
  }
  return joined;
}

/**
 * What a `Range` header asks of a file of `size` bytes (RFC 9110 §14.2). A header that is malformed, or in
 * another unit, is ignored: the whole is sent. Ranges beyond the end are left out; when none is left the answer
 * is `unsatisfiable`.
 */
export function parseRange(header: string | undefined, size: number): RangeAnswer {
  const whole: RangeAnswer = { kind: 'whole' };
  const set = /^bytes=(.*)$/i.exec(header?.trim() ?? '')?.[1];
  if (set === undefined) return whole;
  const specs = set
    .split(',')
    .map((spec) => spec.trim())
    .filter((spec) => spec !== '');
  if (specs.length === 0 || specs.length > mostRanges) return whole;
  const ranges: ByteRange[] = [];
  for (const spec of specs) {
    const match = specPattern.exec(spec);
    if (!match) return whole;
    const [, first, last, suffix] = match;
    if (suffix !== undefined) {
      const length = Math.min(Number(suffix), size);
      if (length > 0) ranges.push({ start: size - length, end: size - 1 });
      continue;
    }
    const start = Number(first);
    const end = last === '' ? size - 1 : Number(last);
    if (last !== '' && end < start) return whole;
    if (start < size) ranges.push({ start, end: Math.min(end, size - 1) });
  }
  const [head, ...rest] = coalesce(ranges);
  return head ? { kind: 'parts', ranges: [head, ...rest] } : { kind: 'unsatisfiable' };
}

/**
 * True when `If-Range` allows the ranges (RFC 9110 §13.1.5): absent, the very same strong tag, or the very same
 * date. A weak tag never matches.
 */
export function ifRangeHolds(header: string | undefined, etag: string, lastModified: string): boolean {
  if (header === undefined) return true;
  const value = header.trim();
  return value.startsWith('"') ? value === etag : value === lastModified;
}

/** True when `If-None-Match` names the tag (weak comparison, RFC 9110 §13.1.2): the caller's copy is still good. */
export function ifNoneMatchHits(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}
