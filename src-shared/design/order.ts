/*
 * Fractional order keys: strings that sort as plain text and leave room for another between any two, so
 * that moving one layer writes one record. Method: David Greenspan, "Implementing Fractional Indexing"
 * (observablehq.com/@dgreensp): an integer part whose first letter says its length, then a fraction.
 */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const smallestDigit = '0';

function valueOf(character: string | undefined): number {
  return character === undefined ? 0 : digits.indexOf(character);
}

function digit(value: number): string {
  return digits[value] ?? smallestDigit;
}

/** How many characters the integer part has, head included. */
function integerLength(head: string): number {
  if (head >= 'a' && head <= 'z') return head.charCodeAt(0) - 'a'.charCodeAt(0) + 2;
  return 'Z'.charCodeAt(0) - head.charCodeAt(0) + 2;
}

function integerPart(key: string): string {
  return key.slice(0, integerLength(key[0] ?? 'a'));
}

/** A fraction between two others; `upper` null means one. No fraction ends in the smallest digit. */
function fractionBetween(lower: string, upper: string | null): string {
  if (upper !== null) {
    let same = 0;
    while ((lower[same] ?? smallestDigit) === upper[same]) same += 1;
    if (same > 0) return upper.slice(0, same) + fractionBetween(lower.slice(same), upper.slice(same));
  }
  const low = valueOf(lower[0]);
  const high = upper === null ? digits.length : valueOf(upper[0]);
  if (high - low > 1) return digit(Math.round((low + high) / 2));
  if (upper !== null && upper.length > 1) return upper.slice(0, 1);
  return digit(low) + fractionBetween(lower.slice(1), null);
}

/** The integer part after this one, or null after the last. */
function nextInteger(integer: string): string | null {
  const head = integer[0] ?? 'a';
  const rest = integer.slice(1).split('');
  for (let place = rest.length - 1; place >= 0; place -= 1) {
    const value = valueOf(rest[place]) + 1;
    if (value < digits.length) {
      rest[place] = digit(value);
      return head + rest.join('');
    }
    rest[place] = smallestDigit;
  }
  if (head === 'Z') return `a${smallestDigit}`;
  if (head === 'z') return null;
  const nextHead = String.fromCharCode(head.charCodeAt(0) + 1);
  if (nextHead > 'a') rest.push(smallestDigit);
  else rest.pop();
  return nextHead + rest.join('');
}

/** The integer part before this one, or null before the first. */
function previousInteger(integer: string): string | null {
  const head = integer[0] ?? 'a';
  const rest = integer.slice(1).split('');
  for (let place = rest.length - 1; place >= 0; place -= 1) {
    const value = valueOf(rest[place]) - 1;
    if (value >= 0) {
      rest[place] = digit(value);
      return head + rest.join('');
    }
    rest[place] = digit(digits.length - 1);
  }
  if (head === 'a') return `Z${digit(digits.length - 1)}`;
  if (head === 'A') return null;
  const previousHead = String.fromCharCode(head.charCodeAt(0) - 1);
  if (previousHead < 'Z') rest.push(digit(digits.length - 1));
  else rest.pop();
  return previousHead + rest.join('');
}

/** True for keys that `orderBetween` can have made; anything else sorts, but nothing can go beside it. */
function isOrderKey(key: string): boolean {
  if (!/^[A-Za-z][0-9A-Za-z]*$/.test(key)) return false;
  const integer = integerPart(key);
  return (
    integer.length === integerLength(key[0] ?? 'a') && !key.slice(integer.length).endsWith(smallestDigit)
  );
}

/**
 * A key that sorts after `before` and before `after`; null stands for the open ends. Keys from a damaged
 * or foreign file (malformed, or not in order) are treated as an open end.
 */
export function orderBetween(before: string | null, after: string | null): string {
  const lower = before !== null && isOrderKey(before) ? before : null;
  const upper = after !== null && isOrderKey(after) && (lower === null || after > lower) ? after : null;
  if (lower === null && upper === null) return 'a0';
  if (lower === null && upper !== null) {
    const integer = integerPart(upper);
    if (integer < upper) return integer;
    return previousInteger(integer) ?? integer + fractionBetween('', upper.slice(integer.length));
  }
  if (lower === null) return 'a0';
  const lowerInteger = integerPart(lower);
  const lowerFraction = lower.slice(lowerInteger.length);
  if (upper === null) {
    return nextInteger(lowerInteger) ?? lowerInteger + fractionBetween(lowerFraction, null);
  }
  const upperInteger = integerPart(upper);
  if (lowerInteger === upperInteger) {
    return lowerInteger + fractionBetween(lowerFraction, upper.slice(upperInteger.length));
  }
  const next = nextInteger(lowerInteger);
  return next !== null && next < upper ? next : lowerInteger + fractionBetween(lowerFraction, null);
}

/** `count` keys in order between two others. */
export function ordersBetween(before: string | null, after: string | null, count: number): string[] {
  const keys: string[] = [];
  let last = before;
  for (let index = 0; index < count; index += 1) {
    last = orderBetween(last, after);
    keys.push(last);
  }
  return keys;
}
