import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { reportOf } from '#shared/plan/results-report.ts';
import type { Session } from '#main/ports/workspace.ts';

/** What came of the posts of each platform and account that results were brought in for. */
export function resultsReport(
  { repositories: { insight } }: Session,
  { platform, accountId, from, to, zone }: ParsedInput<'results.report'>,
): CallOutput<'results.report'> {
  const clock = createZoneClock(zone);
  const wanted = insight
    .summary()
    .filter(
      (set) =>
        (platform === undefined || set.platform === platform) &&
        (accountId === undefined || set.accountId === accountId),
    );
  // Asked once for a platform: its results are told apart by account here.
  const byPlatform = Map.groupBy(wanted, (set) => set.platform);
  return [...byPlatform].flatMap(([id, sets]) => {
    const all = insight.results(id, null).map((result) => ({
      accountId: result.accountId,
      ...{ local: clock.wall(result.publishedAt), title: result.body.title, link: result.body.link },
      ...{ reach: result.body.reach, engagements: result.body.engagements },
    }));
    return sets.flatMap((set) => {
      const within = all.flatMap(({ accountId: account, ...result }) => {
        const day = result.local.slice(0, 10);
        const fits =
          account === set.accountId && (from === undefined || day >= from) && (to === undefined || day <= to);
        return fits ? [result] : [];
      });
      const report = reportOf(within);
      return report ? [{ platform: id, accountId: set.accountId, ...report }] : [];
    });
  });
}
