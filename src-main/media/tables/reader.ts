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

const delimiters = [',', '\t', ';', '|', '，', '；'];

function readSeparated(path: string, bytes: Uint8Array): Table {
  const decoded = decodeText(bytes);
  if (!decoded) throw noTable(path);
  const parsed = Papa.parse<string[]>(decoded.text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: delimiters,
    skipEmptyLines: 'greedy',
    preview: askedRows,
  });
  return finished(path, parsed.data, { encoding: decoded.encoding, sheets: [] });
}

/** The sign that parts the first row, its quoted parts aside; '' where none of them stands there, for the parser to guess. */
function delimiterOf(text: string): string {
  const first =
    text
      .slice(0, 10_000)
      .replaceAll(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/, 1)[0] ?? '';
  const counts = delimiters.map((sign) => ({ sign, count: first.split(sign).length - 1 }));
  const most = counts.reduce((best, each) => (each.count > best.count ? each : best), { sign: '', count: 0 });
  return most.sign;
}

/** Rows of a plan that are read; more than any team plans. */
const mostPlanRows = 100_000;

async function readWorkbook(
  path: string,
  rows: number,
  { sheet, signal }: { sheet?: string | undefined; signal?: AbortSignal },
): Promise<{ cells: string[][]; sheets: string[] }> {
  const question: WorkbookQuestion = { path, sheet: sheet ?? null, rows };
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
  if (answer.cells) return { cells: answer.cells, sheets: answer.sheets };
  throw new GalleyError('not-found', {
    en: `The workbook has no sheet “${sheet}”. Choose one of: ${answer.sheets.join(', ')}.`,
    zh: `工作簿中没有名为“${sheet}”的工作表。可选：${answer.sheets.join('、')}。`,
  });
}

async function bytesOf(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > mostBytes) {
    throw new GalleyError('unreadable-file', {
      en: `“${basename(path)}” is larger than 50 MB. Split it, or save only the columns that are needed.`,
      zh: `“${basename(path)}”超过 50 MB。请拆分文件，或只保存需要的列。`,
    });
  }
  return readFile(path);
}

const isWorkbook = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 2) === 'PK';

export function createTableReader(): TableReader {
  return {
    async read(path, { sheet, signal }) {
      const bytes = await bytesOf(path);
      if (!isWorkbook(bytes)) return readSeparated(path, bytes);
      const { cells, sheets } = await readWorkbook(path, askedRows, { sheet, ...(signal ? { signal } : {}) });
      return finished(path, cells, { encoding: '', sheets });
    },
    async cells(path, { sheet, encoding, signal }) {
      const bytes = await bytesOf(path);
      if (isWorkbook(bytes)) {
        const book = await readWorkbook(path, mostPlanRows, { sheet, ...(signal ? { signal } : {}) });
        return { ...book, encoding: '' };
      }
      const decoded = decodeText(bytes, encoding);
      if (!decoded) throw noTable(path);
      const text = decoded.text.replace(/^\uFEFF/, '');
      const parsed = Papa.parse<string[]>(text, {
        delimiter: delimiterOf(text),
        delimitersToGuess: delimiters,
        preview: mostPlanRows,
      });
      return { cells: parsed.data, encoding: decoded.encoding, sheets: [] };
    },
  };
}
