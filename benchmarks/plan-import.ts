import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import Papa from 'papaparse';
import { createTestStudio } from '#main/core/testing/studio.ts';
import { inFolder } from './ground.ts';
import { compare, type Line, type Measurement, timed } from './measure.ts';

const rows = 10_000;
const pairs = 3;
/** What was promised, in milliseconds. */
const aim = 3000;

function tableOf(): string {
  const lines = Array.from({ length: rows }, (_, index) => {
    const day = `${(index % 28) + 1}`.padStart(2, '0');
    const hour = `${(index % 13) + 8}`.padStart(2, '0');
    const time = `2027-${String((index % 12) + 1).padStart(2, '0')}-${day} ${hour}:${index % 2 ? '00' : '30'}`;
    return `Post ${index},Words of post ${index} of the spring campaign,${time},instagram,Spring`;
  });
  return `title,body,date,platform,campaign\n${lines.join('\n')}\n`;
}

/** What any import has to do at least: parse the table and put its rows into one table of SQLite, in one step. */
async function bareImport(path: string, text: string): Promise<void> {
  const database = new Database(path);
  try {
    database.pragma('journal_mode = WAL');
    database.exec('CREATE TABLE posts (title TEXT, body TEXT, date TEXT, platform TEXT, campaign TEXT)');
    const insert = database.prepare('INSERT INTO posts VALUES (?, ?, ?, ?, ?)');
    const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
    database.transaction(() => {
      for (const row of data.slice(1)) insert.run(row);
    })();
  } finally {
    database.close();
  }
}

/** A table of 10,000 posts into a workspace of its own, by the call that the window and the command line make. */
export const planImport: Measurement = {
  name: 'plan-import',
  measure: (say) =>
    inFolder(async (folder) => {
      const text = tableOf();
      const path = join(folder, 'plan.csv');
      await writeFile(path, text);
      const line = await compare(
        {
          name: `import ${rows} rows of CSV; peer papaparse into one table`,
          target: null,
          pairs,
          inProcess: true,
          ours: async () => {
            const studio = await createTestStudio();
            try {
              const source = { kind: 'path', path } as const;
              const spent = await timed(async () => {
                const { imported } = await studio.job('planfile.import', { source, name: 'plan.csv' });
                if (imported !== rows) throw new Error(`${imported} of ${rows} rows came in`);
              });
              say(`import: ${spent.cpu.toFixed(0)} ms of processor time`);
              return spent;
            } finally {
              await studio.remove();
            }
          },
          peer: (pair) => timed(() => bareImport(join(folder, `bare-${pair}.db`), text)),
        },
        say,
      );
      const promised: Line = { ...line, name: `import ${rows} rows of CSV, against its aim` };
      return [{ ...promised, peer: aim, ratio: line.ours / aim, cpuRatio: null, target: 1 }, line];
    }),
};
