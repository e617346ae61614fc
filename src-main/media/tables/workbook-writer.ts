import writeXlsxFile from 'write-excel-file/node';
import { GalleyError } from '#shared/contract/failure.ts';

/** Characters that a cell of a workbook holds. */
const mostCharacters = 32_767;

/** Signs that XML 1.0 has no place for. */
const illegal = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

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
      const value = cell.replaceAll(illegal, '');
      if (value.length > mostCharacters) {
        throw new GalleyError('invalid-input', {
          en: `The text in row ${index + 1} is longer than a cell of a workbook holds (32,767 characters). Export as CSV or JSON.`,
          zh: `第 ${index + 1} 行的文字超过工作簿单元格上限（32,767 个字符）。请导出为 CSV 或 JSON。`,
        });
      }
      if (value === '') return null;
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
