import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import { dueInstant } from '#shared/domain/due.ts';
import type { PlanEntry } from '#shared/domain/post.ts';
import type { Schedule } from '#shared/domain/schedule.ts';
import { filterEntries, readFilter } from '#shared/plan/filter.ts';
import { daysOfShift, type ShiftedEntry, shiftEntries, type ShiftNote } from '#shared/plan/shift.ts';
import type { PlanChange } from '#main/ports/repositories.ts';
import type { RecordContext, Session } from '#main/ports/workspace.ts';
import { numbered, recordPlanChanges } from '../plan/change-plan.ts';

/** Rows of a preview. */
const mostRows = 500;

type Wanted = ParsedInput<'shift.preview'>;
type Timed = PlanEntry & { schedule: Schedule; dueAt: string };

const isTimed = (entry: PlanEntry): entry is Timed => entry.schedule !== null && entry.dueAt !== null;

/** What is moved, with what stays. */
function chosen(session: Session, { ids, from, to, zone, filter }: Wanted) {
  const all = session.repositories.posts.range('0000', '9999-12-31T23:59:59.999Z').filter(isTimed);
  const wantedIds = ids && new Set(ids);
  const [first, end] = [from, to].map((local) => (local === undefined ? null : dueInstant({ local, zone })));
  const meant = filterEntries(all, readFilter(filter)).filter(
    (entry) =>
      (!wantedIds || wantedIds.has(entry.id)) &&
      (!first || entry.dueAt >= first) &&
      (!end || entry.dueAt < end),
  );
  const fixed = new Set(session.repositories.posts.withPublished());
  const moving = meant.filter(
    (entry) => entry.status !== 'published' && (entry.targetId !== null || !fixed.has(entry.id)),
  );
  const keys = new Set(moving.map(({ key }) => key));
  return {
    moving,
    staying: all.filter(({ key }) => !keys.has(key)),
    published: meant.length - moving.length,
  };
}

function shiftOf(context: RecordContext, wanted: Wanted) {
  const session = context.holder.current();
  const { moving, staying, published } = chosen(session, wanted);
  const moved = shiftEntries(moving, staying, wanted, context.clock.now().toISOString());
  return { moving, moved, published };
}

function countNotes(moved: readonly ShiftedEntry[]): Partial<Record<ShiftNote, number>> {
  const counts: Partial<Record<ShiftNote, number>> = {};
  for (const note of moved.flatMap(({ notes }) => notes)) counts[note] = (counts[note] ?? 0) + 1;
  return counts;
}

/** What moving the entries would do; nothing is written. */
export function previewShift(context: RecordContext, wanted: Wanted): CallOutput<'shift.preview'> {
  const { moving, moved, published } = shiftOf(context, wanted);
  const rows = moved.slice(0, mostRows).flatMap((each, index) => {
    const entry = moving[index];
    if (!entry) return [];
    const { id, targetId, title, excerpt, formats } = entry;
    return [{ ...each, id, targetId, title: title || excerpt, formats }];
  });
  return { rows, total: moved.length, published, days: daysOfShift(wanted), notes: countNotes(moved) };
}

/** Moves the entries, as one step of undo. */
export function applyShift(context: RecordContext, wanted: Wanted): CallOutput<'shift.apply'> {
  const { moving, moved } = shiftOf(context, wanted);
  const changes = moved.flatMap(({ before, after }, index): PlanChange[] => {
    const entry = moving[index];
    if (!entry || (before.local === after.local && before.zone === after.zone)) return [];
    return [{ field: 'schedule', postId: entry.id, targetId: entry.targetId, before, after }];
  });
  const label = numbered(changes.length, { en: 'Shift post', zh: '平移帖子' }, (count) => ({
    en: `Shift ${count} posts`,
    zh: `平移 ${count} 篇帖子`,
  }));
  return recordPlanChanges(context, changes, label);
}
