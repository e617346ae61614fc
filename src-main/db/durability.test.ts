import { expect, it } from 'vitest';
import { runKillDrill } from './kill-drill.ts';

it('loses no acknowledged save and tears nothing when the process is killed', async () => {
  const report = await runKillDrill(20);
  expect(report).toMatchObject({ kills: 20, lost: 0, torn: 0, refused: 0 });
  expect(report.acknowledged).toBeGreaterThanOrEqual(20);
}, 120_000);
