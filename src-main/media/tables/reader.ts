import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import Papa from 'papaparse';
import type { Table } from '#shared/contract/design-work.ts';
import { GalleyError, isCancellation } from '#shared/contract/failure.ts';
import type { TableReader } from '#main/ports/table-reader.ts';
import { runWorker } from '../worker-task.ts';
import { decodeText } from './decode-text.ts';
import { mostRows, shapeTable } from './shape-table.ts';
import type { WorkbookAnswer, WorkbookQuestion } from './workbook-worker.ts';

/** Bytes of a file with a table. */
const mostBytes = 50 * 1024 * 1024;

/** Rows asked of a parser: the header, one more than is kept, and empty ones between them. */
const askedRows = mostRows * 2;

const mostSeconds = 30;

function noTable(path: string, detail?: unknown): GalleyError {
  const name = basename(path);
  return new GalleyError(
    'unreadable-file',
    {
      en: `“${name}” is no table that can be read. Save it as CSV (UTF-8) or XLSX and choose that file.`,
      zh: `无法将“${name}”读取为表格。请另存为 CSV（UTF-8）或 XLSX 后再选择。`,
    },
    detail instanceof Error ? { reason: detail.message } : detail,
  );
}

function finished(path: string, cells: string[][], about: { encoding: string; sheets: string[] }): Table {
  const shaped = shapeTable(cells);
  if (shaped) return { ...shaped, ...about };
  throw new GalleyError('unreadable-file', {
    en: `“${basename(path)}” is empty. Its first row must name the columns.`,
    zh: `“${basename(path)}”是空的。第一行应为各列的名称。`,
  });
}

function readSeparated(path: string, bytes: Uint8Array): Table {
  const decoded = decodeText(bytes);
  if (!decoded) throw noTable(path);
  const parsed = Papa.parse<string[]>(decoded.text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', '\t', ';', '|', '，', '；'],
    skipEmptyLines: 'greedy',
    preview: askedRows,
  });
  return finished(path, parsed.data, { encoding: decoded.encoding, sheets: [] });
}

async function readWorkbook(
  path: string,
  sheet: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Table> {
  const question: WorkbookQuestion = { path, sheet: sheet ?? null, rows: askedRows };
  let answer: WorkbookAnswer;
  try {
    answer = await runWorker<WorkbookAnswer>('workbook-worker', import.meta.url, question, {
      seconds: mostSeconds,
      heapMegabytes: 1024,
      signal,
    });
  } catch (error) {
    if (isCancellation(error)) throw error;
    throw noTable(path, error);
  }
  if (!answer.ok) throw noTable(path, { reason: answer.message });
  if (answer.cells) return finished(path, answer.cells, { encoding: '', sheets: answer.sheets });
  throw new GalleyError('not-found', {
    en: `The workbook has no sheet “${sheet}”. Choose one of: ${answer.sheets.join(', ')}.`,
    zh: `工作簿中没有名为“${sheet}”的工作表。可选：${answer.sheets.join('、')}。`,
  });
}

export function createTableReader(): TableReader {
  return {
    async read(path, { sheet, signal }) {
      const { size } = await stat(path);
      if (size > mostBytes) {
        throw new GalleyError('unreadable-file', {
          en: `“${basename(path)}” is larger than 50 MB. Split it, or save only the columns that are needed.`,
          zh: `“${basename(path)}”超过 50 MB。请拆分文件，或只保存需要的列。`,
        });
      }
      const bytes = await readFile(path);
      if (bytes.toString('latin1', 0, 2) === 'PK') return readWorkbook(path, sheet, signal);
      return readSeparated(path, bytes);
    },
  };
}
