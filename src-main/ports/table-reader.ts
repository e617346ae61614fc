import type { Table } from '#shared/contract/design-work.ts';

export interface TableReader {
  /**
   * Reads CSV, TSV (any usual separator, UTF-8, UTF-16 or GB18030) or XLSX; the kind is found by content.
   * @param sheet name of a workbook's sheet; absent: the first
   * @throws GalleyError `unreadable-file` for what is no table, is damaged or too large; `not-found` for an
   *   unknown sheet; `cancelled`
   */
  read(path: string, options: { sheet?: string | undefined; signal?: AbortSignal }): Promise<Table>;
  /**
   * Every cell of a table as it is written, empty rows left in their places (as rows without words).
   * @param encoding label of the Encoding Standard; absent: found out
   * @throws as `read`
   */
  cells(
    path: string,
    options: { sheet?: string | undefined; encoding?: string | undefined; signal?: AbortSignal },
  ): Promise<{ cells: string[][]; encoding: string; sheets: string[] }>;
}
