import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { cadenceWeeks, mondaysOf, pillarShares, type Planned } from '#shared/plan/balance.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { laneOfCadence } from './lanes.ts';

/** Goals against the plan. Weeks are whole, so more is read than the range where it begins or ends within one. */
export function planBalance(
  { holder }: RecordContext,
  { from, to, zone }: ParsedInput<'insight.balance'>,
): CallOutput<'insight.balance'> {
  const { repositories } = holder.current();
  const mondays = mondaysOf(from, to);
  const first = mondays[0] ?? from;
  const end = addDays(mondays.at(-1) ?? to, 7);
  const clock = createZoneClock(zone);
  const posts = repositories.posts
    .range(dueInstant({ local: `${first}T00:00`, zone }), dueInstant({ local: `${end}T00:00`, zone }))
    .flatMap(({ id, dueAt, status, pillar, formats, accountIds }): Planned[] =>
      dueAt === null
        ? []
        : [
            {
              id,
              day: clock.wall(dueAt).slice(0, 10),
              published: status === 'published',
              pillar,
              lanes: [
                ...accountIds.map((account) => `account:${account}`),
                ...formats.map((format) => `platform:${format.split('/', 1)[0] ?? ''}`),
              ],
            },
          ],
    );
  const cadences = repositories.kit.list('cadence', false) as KitItem<'cadence'>[];
  const pillars = repositories.kit.list('pillar', false) as KitItem<'pillar'>[];
  const shares = pillarShares(
    posts,
    pillars.map(({ name }) => name),
    from,
    to,
  );
  return {
    cadences: cadences.map((item) => ({
      id: item.id,
      name: item.name,
      ...item.body,
      weeks: cadenceWeeks(posts, laneOfCadence(item), from, to),
    })),
    pillars: pillars.map(({ id, name, body }, index) => ({
      id,
      name,
      hue: body.hue,
      wanted: body.share,
      actual: shares.pillars[index]?.actual ?? 0,
      count: shares.pillars[index]?.count ?? 0,
    })),
    counted: shares.counted,
    without: shares.without,
  };
}
