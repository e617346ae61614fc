/** `npm run bench`: what the studio costs beside bare tools, as ratios measured in the same run. */
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { bigFile } from './big-file.ts';
import { calendar } from './calendar.ts';
import { clips } from './clips.ts';
import { cut } from './cut.ts';
import { editor } from './editor.ts';
import { exportFormats } from './export-formats.ts';
import { importPhotos } from './import-photos.ts';
import { type Line, type Measurement, tableOf, verdictOf } from './measure.ts';
import { mergeRows } from './merge-rows.ts';
import { paint } from './paint.ts';
import { planCheck } from './plan-check.ts';
import { planImport } from './plan-import.ts';
import { saves } from './saves.ts';
import { scrub } from './scrub.ts';
import { start } from './start.ts';
import { typing } from './typing.ts';

const measurements: Measurement[] = [
  start,
  importPhotos,
  paint,
  mergeRows,
  cut,
  clips,
  bigFile,
  saves,
  editor,
  exportFormats,
  scrub,
  planCheck,
  planImport,
  calendar,
  typing,
];
const usage = `npm run bench -- [--only name] [--json] [--quiet]
  --only name  ${measurements.map((each) => each.name).join(', ')}; may be repeated
  --json       one JSON document instead of the table
  --quiet      no progress on the error stream`;

function wishes() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
    const unknown = values.only.find((name) => !measurements.some((each) => each.name === name));
    if (unknown !== undefined) throw new Error(`There is no measurement named “${unknown}”.`);
    return values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exit(2);
  }
}

const { only, json, quiet } = wishes();
const say = quiet ? () => {} : (line: string) => console.error(line);
const lines: Line[] = [];
for (const measurement of measurements) {
  if (only.length > 0 && !only.includes(measurement.name)) continue;
  lines.push(...(await measurement.measure(say)));
}
if (json) {
  const machine = {
    platform: `${process.platform}-${process.arch}`,
    node: process.version,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? '',
  };
  const rows = lines.map((line) => ({ ...line, verdict: verdictOf(line) }));
  console.log(JSON.stringify({ at: new Date().toISOString(), machine, lines: rows }, null, 2));
} else {
  console.log(tableOf(lines));
}
