import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar-days.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { KitItem } from '#shared/kit/schema.ts';
import { checkFacts } from '#shared/platforms/check-facts.ts';
import { targetProfile } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { fingerprintOf } from '#shared/plan/similarity.ts';
import { warningSteps } from '#shared/plan/warnings.ts';
import {
  defaultWarningSettings,
  type WarningContext,
  type WeighedEntry,
} from '#shared/plan/warnings-context.ts';
import type { HashPicture } from '#main/ports/picture-hash.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { approvalStates } from '../team/approvals.ts';
import { type Breath, createBreath, takingTurns } from './breath.ts';
import { createLanes, laneOfCadence } from './lanes.ts';
import { pictureHashes } from './picture-hashes.ts';
import { entriesBetween, type MarkMemory, marksOf } from './planned-texts.ts';

function remembered<Value, More extends unknown[]>(
  make: (key: string, ...more: More) => Value,
): (key: string, ...more: More) => Value {
  const known = new Map<string, Value>();
  return (key, ...more) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key, ...more);
    known.set(key, made);
    return made;
  };
}

function formatFacts(pack: RulePack): Pick<WarningContext, 'needsMedia' | 'planner'> {
  const facts = remembered((format) => {
    const profile = targetProfile(pack, format);
    const { schedule } = checkFacts(pack, profile);
    return {
      needsMedia: profile.kind === 'video' || profile.kind === 'image',
      planner: {
        min: schedule.min?.value ?? null,
        max: schedule.max?.value ?? null,
        platform: profile.platformName,
      },
    };
  });
  return {
    needsMedia: (format) => facts(format).needsMedia,
    planner: (format) => facts(format).planner,
  };
}

/** Posts whose approvals are looked up between two breaths. */
const portion = 100;

/** What approvals are still asked for, of posts that are not published. */
async function missingApprovals(
  context: RecordContext,
  postIds: readonly string[],
  breath: Breath,
): Promise<WarningContext['approvals']> {
  const missing = new Map<string, { missing: number; leadHours: number }>();
  for (let at = 0; at < postIds.length; at += portion) {
    for (const state of approvalStates(context, { postIds: postIds.slice(at, at + portion) })) {
      if (state.required.length === 0 || state.satisfied) continue;
      const count = state.missing.reduce((sum, each) => sum + each.count, 0);
      missing.set(state.postId, { missing: count, leadHours: state.leadHours });
    }
    const pause = breath();
    if (pause) await pause;
  }
  return missing;
}

/** The settings of the workspace, else the usual ones. */
export function warningSettings(session: Session): WarningContext['settings'] {
  const [item] = session.repositories.kit.list('warning-settings', false) as KitItem<'warning-settings'>[];
  return item?.body ?? defaultWarningSettings;
}

export interface WarningParts {
  pack: () => Promise<RulePack>;
  hash: HashPicture;
  memory: MarkMemory;
}

/** What should be looked at in a range of the plan. */
export async function planWarnings(
  context: RecordContext,
  { pack: loadPack, hash, memory }: WarningParts,
  { from, to, zone }: ParsedInput<'insight.warnings'>,
): Promise<CallOutput<'insight.warnings'>> {
  const pack = await loadPack();
  const session = context.holder.current();
  const { repositories } = session;
  const settings = warningSettings(session);
  const clock = createZoneClock(zone);
  const home = createZoneClock(session.workspace().zone);
  const now = context.clock.now();
  const back = Math.max(settings.textDays, settings.mediaDays, settings.topicDays);
  const start = dueInstant({ local: `${addDays(from.slice(0, 10), -back)}T00:00`, zone });
  const end = dueInstant({ local: to, zone });

  const breath = createBreath();
  const planned = await entriesBetween(session, start, end, breath);
  const texts = settings.textDays === 0 ? null : await marksOf(session, memory, planned, breath);
  const media = repositories.insight.media(start, end);
  const pictures = media.flatMap(({ id, sha256 }) => (sha256 === null ? [] : [{ id, sha256 }]));
  const { hashes, left } = await pictureHashes(session, hash, pictures);
  const mediaOf = Map.groupBy(media, ({ postId }) => postId);

  const lanes = createLanes(session, pack);
  const lanesOf = remembered((_: string, entry: PlanEntry) => lanes.of(entry));
  const entries: WeighedEntry[] = [];
  for (const entry of planned) {
    const pause = breath();
    if (pause) await pause;
    const used = mediaOf.get(entry.id) ?? [];
    entries.push({
      key: entry.key,
      id: entry.id,
      targetId: entry.targetId,
      status: entry.status,
      formats: entry.formats,
      campaign: entry.campaign,
      pillar: entry.pillar,
      seriesId: entry.seriesId,
      title: entry.title || entry.excerpt || '…',
      at: Date.parse(entry.dueAt),
      day: clock.wall(entry.dueAt).slice(0, 10),
      lanes: lanesOf(`${entry.formats.join()} ${entry.accountIds.join()}`, entry),
      text: texts?.get(entry.id) ?? null,
      media: used.map(({ kind, id }) => `${kind}:${id}`),
      pictures: used.flatMap(({ id, sha256 }) => {
        const known = sha256 === null ? undefined : hashes.get(sha256);
        return known === undefined ? [] : [{ id, fingerprint: fingerprintOf(known) }];
      }),
    });
  }
  const open = new Set(
    entries.filter(({ status, at }) => status !== 'published' && at >= now.getTime()).map(({ id }) => id),
  );
  const steps = warningSteps(entries, {
    settings,
    now: now.getTime(),
    today: clock.wall(now.toISOString()).slice(0, 10),
    from: from.slice(0, 10),
    to: to.slice(11) === '00:00' ? to.slice(0, 10) : addDays(to.slice(0, 10), 1),
    laneName: (lane) => lanes.nameOf(lane),
    minuteOf: (at) => {
      const wall = home.wall(new Date(at).toISOString());
      return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
    },
    cadences: (repositories.kit.list('cadence', false) as KitItem<'cadence'>[]).map((item) => ({
      lane: laneOfCadence(item),
      perWeek: item.body.perWeek,
    })),
    ...formatFacts(pack),
    approvals: await missingApprovals(context, [...open], breath),
  });
  return { ...(await takingTurns(steps, breath)), picturesLeft: left };
}
