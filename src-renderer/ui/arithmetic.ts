/**
 * Works out "1080/2", "(12+4)*2.5", "50%" of a whole: what a designer types into a number field.
 * Null for anything that is no sum. No names, no code: digits, + - * / × ÷ ( ) % and a unit at the end.
 */
export function calculate(text: string, whole = 100): number | null {
  const source = text
    .normalize('NFKC')
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    .replaceAll('−', '-')
    .replaceAll(',', '.')
    .replace(/(px|°|deg)\s*$/iu, '')
    .replaceAll(/\s+/gu, '');
  let place = 0;

  function number(): number {
    const found = /^(\d+\.?\d*|\.\d+)/u.exec(source.slice(place));
    if (!found) return Number.NaN;
    place += found[0].length;
    const value = Number(found[0]);
    if (source[place] !== '%') return value;
    place += 1;
    return (value / 100) * whole;
  }

  function factor(): number {
    const sign = source[place];
    if (sign === '-' || sign === '+') {
      place += 1;
      return sign === '-' ? -factor() : factor();
    }
    if (sign !== '(') return number();
    place += 1;
    const inner = sum();
    if (source[place] !== ')') return Number.NaN;
    place += 1;
    return inner;
  }

  function product(): number {
    let value = factor();
    while (source[place] === '*' || source[place] === '/') {
      const operator = source[place];
      place += 1;
      value = operator === '*' ? value * factor() : value / factor();
    }
    return value;
  }

  function sum(): number {
    let value = product();
    while (source[place] === '+' || source[place] === '-') {
      const operator = source[place];
      place += 1;
      value = operator === '+' ? value + product() : value - product();
    }
    return value;
  }

  if (source === '' || source.length > 100) return null;
  const value = sum();
  return place === source.length && Number.isFinite(value) ? value : null;
}
