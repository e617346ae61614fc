import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { createTableReader } from './reader.ts';

let folder = '';
const tables = createTableReader();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'galley-tables-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function readBytes(bytes: Buffer | string, sheet?: string) {
  const path = join(folder, 'rows.csv');
  writeFileSync(path, bytes);
  return tables.read(path, { sheet });
}

const wide = (text: string, mark: number[]) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text, 'utf16le')]);

async function zip(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(parts)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  const path = join(folder, 'made.zip');
  await pipeline(archive.outputStream, createWriteStream(path));
  return readFileSync(path);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of sheets as XML rows; style 1 is a date. */
function workbook(sheets: Record<string, string>): Promise<Buffer> {
  const names = Object.keys(sheets);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${links}"><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${links}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  for (const [index, name] of names.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${head}<worksheet ${main}><sheetData>${sheets[name]}</sheetData></worksheet>`;
  return zip(parts);
}

const word = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('text', () => {
  const expected = { columns: ['姓名', '城市'], rows: [['小明', '巴黎']], sheets: [], notes: [] };
  it.each([
    ['UTF-8', Buffer.from('姓名,城市\n小明,巴黎\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\uFEFF姓名,城市\r\n小明,巴黎'), 'utf-8'],
    ['UTF-16', wide('姓名\t城市\n小明\t巴黎\n', [0xff, 0xfe]), 'utf-16le'],
    ['UTF-16 from the other end', wide('姓名\t城市\n小明\t巴黎\n', [0xff, 0xfe]).swap16(), 'utf-16be'],
    ['GB18030', Buffer.from('d0d5c3fb2cb3c7cad00ad0a1c3f72cb0cdc0e80a', 'hex'), 'gb18030'],
  ])('is read as %s', async (_, bytes, encoding) => {
    expect(await readBytes(bytes)).toEqual({ ...expected, encoding });
  });

  it('finds the separator, quotes and all', async () => {
    for (const separator of [',', ';', '\t', '|']) {
      const text = ['a', 'b', 'c'].join(separator) + `\n1${separator}"x ""${separator}""\ny"${separator}3\n`;
      expect(await readBytes(text)).toMatchObject({
        columns: ['a', 'b', 'c'],
        rows: [['1', `x "${separator}"\ny`, '3']],
      });
    }
  });

  it('names columns that have no name of their own, and fills short rows', async () => {
    const table = await readBytes('\n name ,,name\nAda\n,,\nBo,2,3,4\n');
    expect(table.columns).toEqual(['name', 'Column 2', 'name (2)', 'Column 4']);
    expect(table.rows).toEqual([
      ['Ada', '', '', ''],
      ['Bo', '2', '3', '4'],
    ]);
    expect(table.notes).toHaveLength(1);
  });

  it('stops at 5,000 rows and says so', async () => {
    const table = await readBytes(`n\n${Array.from({ length: 6000 }, (_, index) => index).join('\n')}`);
    expect(table.rows).toHaveLength(5000);
    expect(table.notes[0]?.en).toContain('5000');
  });

  it('gives back any cells, as wide as the header', async () => {
    const cell = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replaceAll(/[\p{Cc}\uFEFF]/gu, '').trim());
    const rows = fc.array(
      fc.array(
        cell.filter((text) => text !== ''),
        { minLength: 2, maxLength: 2 },
      ),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (cells) => {
        const line = (row: string[]) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',');
        const table = await readBytes(['"a","b"', ...cells.map(line)].join('\n'));
        expect(table).toMatchObject({ columns: ['a', 'b'], rows: cells });
      }),
      { numRuns: 60 },
    );
  });
});

describe('workbooks', () => {
  it('reads words, numbers, dates and the chosen sheet', async () => {
    const bytes = await workbook({
      First:
        `<row r="1">${word('A1', ' name ')}${word('B1', 'price')}${word('C1', 'day')}</row>` +
        `<row r="2">${word('A2', '小明')}<c r="B2"><v>0.30000000000000004</v></c><c r="C2" s="1"><v>46000</v></c></row>`,
      第二: `<row r="1">${word('A1', 'x')}</row><row r="2"><c r="A2"><v>7</v></c></row>`,
    });
    const table = await readBytes(bytes);
    expect(table).toMatchObject({
      columns: ['name', 'price', 'day'],
      rows: [['小明', '0.3', '2025-12-09']],
      sheets: ['First', '第二'],
      encoding: '',
    });
    expect(await readBytes(bytes, '第二')).toMatchObject({ columns: ['x'], rows: [['7']] });
    await expect(readBytes(bytes, 'Third')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('refuses an archive that unfolds to far more than a table', async () => {
    const bomb = await zip({ 'xl/workbook.xml': Buffer.alloc(200 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readBytes(bomb)).rejects.toMatchObject({ code: 'unreadable-file' });
  });
});

describe('what is no table', () => {
  it.each([
    ['nothing', ''],
    ['only separators', ',,,\n,,\n'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000000000000000', 'hex')],
    ['half an archive', Buffer.from('504b030414000000', 'hex')],
  ])('refuses %s', async (_, bytes) => {
    await expect(readBytes(bytes)).rejects.toMatchObject({ code: 'unreadable-file' });
  });

  it('refuses other archives, and takes any bytes without falling over', async () => {
    await expect(readBytes(await zip({ 'word/document.xml': '<w/>' }))).rejects.toMatchObject({
      code: 'unreadable-file',
    });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const failure = await readBytes(Buffer.from(bytes)).then(
          () => null,
          (error: unknown) => error,
        );
        if (failure) expect(failure).toMatchObject({ code: 'unreadable-file' });
      }),
      { numRuns: 100 },
    );
  });
});
