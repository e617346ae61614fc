import { readFile } from 'node:fs/promises';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { weekdayOf } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { bestOf, enoughResults, hoursOfResults, hoursOfSource } from '#shared/plan/best-hours.ts';
import { type BestHourFile, parseBestHours } from '#shared/plan/best-hours-file.ts';
import type { Session } from '#main/ports/workspace.ts';

/** How many hours are named. */
const named = 6;

/** Reads `resources/best-hours.json` once. */
export function createHourBook(file: string): () => Promise<BestHourFile> {
  let loaded: Promise<BestHourFile> | null = null;
  return () => {
    loaded ??= readFile(file, 'utf8').then((text) => parseBestHours(JSON.parse(text)));
    return loaded;
  };
}

/** When posts do well on a platform: by own results where there are enough of them, else as others say. */
export async function bestHours(
  session: Session,
  book: () => Promise<BestHourFile>,
  { platform, accountId, zone }: ParsedInput<'insight.bestHours'>,
): Promise<CallOutput<'insight.bestHours'>> {
  const clock = createZoneClock(zone);
  const results = session.repositories.insight
    .results(platform, accountId ?? null)
    .map(({ publishedAt, body: { reach, engagements } }) => {
      const wall = clock.wall(publishedAt);
      return { weekday: weekdayOf(wall.slice(0, 10)), hour: Number(wall.slice(11, 13)), reach, engagements };
    })
    .filter(({ reach }) => reach > 0);
  if (results.length >= enoughResults) {
    const { cells, counts } = hoursOfResults(results);
    // An hour that nobody posted in is no recommendation.
    const tried = cells.map((row, weekday) =>
      row.map((score, hour) => ((counts[weekday]?.[hour] ?? 0) > 0 ? score : 0)),
    );
    return {
      source: { kind: 'results', count: results.length },
      cells,
      best: bestOf(tried, named),
      results: results.length,
    };
  }
  const { platforms, estimates, sources } = await book();
  const known = platforms[platform];
  const source = known && sources[known.source];
  const hours =
    known?.hours ?? (estimates.china.platforms.includes(platform) ? estimates.china : estimates.other).hours;
  const cells = hoursOfSource(hours);
  return {
    source:
      known && source ? { kind: 'source', ...source, confidence: known.confidence } : { kind: 'estimate' },
    cells,
    best: bestOf(cells, named),
    results: results.length,
  };
}
