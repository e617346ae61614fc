import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTableReader } from './reader.ts';
import { writeWorkbook } from './workbook-writer.ts';

const units = [
  ...Array.from({ length: 0x100 }, (_, code) => String.fromCharCode(code)),
  ...['\uD800', '\uDFFF', '\uFDD0', '\uFEFF', '\uFFFD', '\uFFFE', '\uFFFF', '\u2028', '\u3000'],
  ...['\u{1FFFE}', '\u{10FFFF}', '\u{20BB7}'],
];
const texts = [
  ...['_x000D_', '_x005f_x0041_', '__x0041_', '\r\n', ' a ', '&#10;', '&amp;', ']]>', '<t>'],
  ...['__proto__', 'valueOf', 'constructor', 'TRUE', '1e5', '007', '=1+1'],
];

it('every text comes back from a workbook as it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'galley-workbook-'));
  try {
    const cells = [
      ...texts,
      ...units.flatMap((unit) => [unit, `a${unit}b`, `${unit}b${unit}`]),
      ...fc.sample(
        fc
          .array(fc.oneof(fc.constantFrom(...units, ...texts), fc.string({ unit: 'binary' })), {
            maxLength: 8,
          })
          .map((parts) => parts.join('')),
        200,
      ),
    ];
    const path = join(folder, 'texts.xlsx');
    // The second column keeps rows of nothing.
    writeFileSync(
      path,
      await writeWorkbook([['text', 'end'], ...cells.map((cell) => [cell, 'end'])], 'Texts'),
    );
    const read = await createTableReader().cells(path, {});
    expect(read.cells.slice(1).map(([cell]) => cell)).toEqual(cells);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
