import writeXlsxFile from 'write-excel-file/node';
import { GalleyError } from '#shared/contract/failure.ts';

/** Characters that a cell of a workbook holds. */
const mostCharacters = 32_767;

/**
 * What XML 1.0 forbids or discourages, folds (a carriage return) or the writer drops: control characters, halves of
 * pairs that stand alone, non-characters and U+FFFD. Also a low line that would be read as the start of an escape.
 */
const escaped = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]|_(?=x[\dA-Fa-f]{4}_)/gu;

const escapes = (text: string): string =>
  Array.from(
    { length: text.length },
    (_, index) => `_x${text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')}_`,
  ).join('');

/**
 * A text as ST_Xstring of OOXML (ECMA-376 part 1, 22.9.2.19): `_xHHHH_` for what XML cannot hold; readers, ours and
 * Excel, take it back. Also for the first sign of words such as `valueOf`: the writer numbers its texts in an object.
 */
function xstring(text: string): string {
  const [first, rest] = text in Object.prototype ? [escapes(text.slice(0, 1)), text.slice(1)] : ['', text];
  return first + rest.replaceAll(escaped, escapes);
}

/**
 * A workbook of one sheet with a bold, frozen header; every cell is text, so nothing is taken for a formula or a date.
 * @throws GalleyError `invalid-input` for a text longer than a cell holds
 */
export async function writeWorkbook(
  rows: readonly (readonly string[])[],
  sheet: string,
): Promise<Uint8Array> {
  const data = rows.map((row, index) =>
    row.map((cell) => {
      if (cell.length > mostCharacters) {
        throw new GalleyError('invalid-input', {
          en: `The text in row ${index + 1} is longer than a cell of a workbook holds (32,767 characters). Export as CSV or JSON.`,
          zh: `第 ${index + 1} 行的文字超过工作簿单元格上限（32,767 个字符）。请导出为 CSV 或 JSON。`,
        });
      }
      if (cell === '') return null;
      const value = xstring(cell);
      return index === 0
        ? { value, type: String, fontWeight: 'bold' as const }
        : { value, type: String, alignVertical: 'top' as const };
    }),
  );
  const columns = (rows[0] ?? []).map((name) => ({
    width: name === 'body' ? 60 : name === 'title' ? 32 : 18,
  }));
  return writeXlsxFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer();
}
