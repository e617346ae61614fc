import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maximumNameBytes, safeFileName, uniqueNames, utf8Length } from './file-name.ts';

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    'CON',
    'nul.txt',
    'com1 .jpg',
    '...',
    '',
    'a\u202egpj.exe',
    '图'.repeat(200),
    'e\u0301'.repeat(300),
  ),
);
const extension = fc.constantFrom('jpg', 'PNG', '', 'mp4', 'tar.gz');

describe('safeFileName', () => {
  it.each([
    ['Summer sale', 'jpg', 'Summer sale.jpg'],
    ['photo.JPG', 'jpg', 'photo.jpg'],
    ['a/b\\c:d*e?f"g<h>i|j', 'png', 'a-b-c-d-e-f-g-h-i-j.png'],
    ['con', 'txt', '_con.txt'],
    ['NUL.tar', 'gz', '_NUL.tar.gz'],
    ['  .. name . ', 'jpg', 'name.jpg'],
    ['invoice\u202egpj.exe', 'jpg', 'invoicegpj.exe.jpg'],
    ['', 'jpg', 'untitled.jpg'],
    ['新品上市：第一波', 'webp', '新品上市：第一波.webp'],
    ['../../etc/passwd', '', '-..-etc-passwd'],
    ['v1.2', 'png', 'v1.2.png'],
  ])('%j + %j → %j', (name, ending, expected) => {
    expect(safeFileName(name, ending)).toBe(expected);
  });

  it('cuts 200 Han characters and a family emoji between graphemes', () => {
    const han = safeFileName('图'.repeat(200), 'jpg');
    expect(han).toBe(`${'图'.repeat(83)}.jpg`);
    const family = '👨‍👩‍👧‍👦';
    const cut = safeFileName(family.repeat(30), 'png');
    expect(cut).toBe(`${family.repeat(10)}.png`);
  });

  it('is legal everywhere, whatever comes in, and stays itself when applied again', () => {
    fc.assert(
      fc.property(anyName, extension, (name, ending) => {
        const safe = safeFileName(name, ending);
        expect(utf8Length(safe)).toBe(new TextEncoder().encode(safe).length);
        expect(utf8Length(safe)).toBeLessThanOrEqual(maximumNameBytes);
        expect(safe).not.toMatch(/[<>:"/\\|?*\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
        expect(safe).not.toMatch(/^[\s.]|[\s.]$/u);
        expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d) *(\.|$)/i);
        expect(safe.length).toBeGreaterThan(0);
        expect(safeFileName(safe, ending)).toBe(safe);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('uniqueNames', () => {
  it('numbers clashes of case and leaves free names alone', () => {
    expect(uniqueNames(['a.jpg', 'A.JPG', 'b.jpg', 'a (2).jpg', 'a.jpg'])).toEqual([
      'a.jpg',
      'A (3).JPG',
      'b.jpg',
      'a (2).jpg',
      'a (4).jpg',
    ]);
  });

  it('never clashes, keeps order and length, stays within 255 bytes', () => {
    const safe = fc
      .tuple(fc.oneof(anyName, fc.constantFrom('a', 'A', 'a (2)', 'é', 'e\u0301')), extension)
      .map(([name, ending]) => safeFileName(name, ending));
    fc.assert(
      fc.property(fc.array(safe, { maxLength: 20 }), (names) => {
        const unique = uniqueNames(names);
        expect(unique).toHaveLength(names.length);
        expect(new Set(unique.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(names.length);
        for (const name of unique) expect(utf8Length(name)).toBeLessThanOrEqual(maximumNameBytes);
        expect(uniqueNames(unique)).toEqual(unique);
      }),
      { numRuns: 500 },
    );
  });
});
