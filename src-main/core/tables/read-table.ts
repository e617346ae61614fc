import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { TableReader } from '#main/ports/table-reader.ts';
import { uploadedFile } from '../library/intake.ts';

/** Reads a table from a file of this machine or from an upload, which is kept so that another sheet can be chosen. */
export async function readTable(
  tables: TableReader,
  uploads: string,
  { source, sheet }: ParsedInput<'tables.read'>,
  signal: AbortSignal,
): Promise<CallOutput<'tables.read'>> {
  const path = source.kind === 'path' ? source.path : await uploadedFile(uploads, source.uploadId);
  return tables.read(path, { sheet, signal });
}
