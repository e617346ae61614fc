/** Runs in a worker thread: reads one XLSX file; what makes the parser loop takes only this thread with it. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import readXlsxFile from 'read-excel-file/node';
import { checkZip } from './safe-zip.ts';

export interface WorkbookQuestion {
  path: string;
  sheet: string | null;
  /** Rows that are wanted; the rest is left out. */
  rows: number;
}

export type WorkbookAnswer =
  | { ok: true; sheets: string[] /** null: there is no such sheet. */; cells: string[][] | null }
  | { ok: false; message: string };

/** A cell as words: dates as ISO, numbers without the noise of binary fractions. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) {
    const iso = cell.toISOString();
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ');
  }
  if (typeof cell === 'number') return String(Number(cell.toPrecision(15)));
  return typeof cell === 'string' || typeof cell === 'boolean' ? String(cell) : '';
}

async function read({ path, sheet, rows }: WorkbookQuestion): Promise<WorkbookAnswer> {
  const file = readFileSync(path);
  checkZip(file);
  const sheets = await readXlsxFile(file, { trim: false });
  const chosen = sheet === null ? sheets[0] : sheets.find((each) => each.sheet === sheet);
  return {
    ok: true,
    sheets: sheets.map((each) => each.sheet),
    cells: chosen ? chosen.data.slice(0, rows).map((row) => row.map(textOf)) : null,
  };
}

const answer = await read(workerData as WorkbookQuestion).catch(
  (error: unknown): WorkbookAnswer => ({
    ok: false,
    message: error instanceof Error ? error.message : String(error),
  }),
);
parentPort?.postMessage(answer);
