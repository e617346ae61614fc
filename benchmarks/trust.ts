/** `npm run test:trust`: ends a saving process again and again with kill -9 and counts what was lost. */
import { parseArgs } from 'node:util';
import { runKillDrill } from '#main/db/kill-drill.ts';

function wantedKills(): number {
  try {
    const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' } } });
    const kills = Number(values.kills);
    if (!Number.isInteger(kills) || kills < 1) throw new Error('--kills wants a whole number above 0.');
    return kills;
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nnpm run test:trust -- [--kills n]`,
    );
    process.exit(2);
  }
}

const kills = wantedKills();
const start = performance.now();
const report = await runKillDrill(kills, (done) => {
  if (done % 20 === 0 || done === kills) console.error(`${done} of ${kills} kills`);
});
const seconds = Math.round((performance.now() - start) / 1000);
console.log(
  `kill -9 while saving: ${report.kills} kills, ${report.acknowledged} acknowledged saves, ` +
    `${report.lost} lost, ${report.torn} torn, ${report.refused} restarts refused (${seconds} s)`,
);
process.exitCode = report.kills === kills && report.lost + report.torn + report.refused === 0 ? 0 : 1;
