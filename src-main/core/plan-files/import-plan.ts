import type { Bilingual } from '#shared/contract/failure.ts';
import { cancelled, GalleyError } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { PlanPreviewRow } from '#shared/contract/plan-files.ts';
import { createZoneClock } from '#shared/domain/calendar-zone.ts';
import { newId } from '#shared/domain/id.ts';
import type { Post } from '#shared/domain/post.ts';
import { changedFields, type MergeWorld, mergeRow } from '#shared/plan/files/merge-row.ts';
import { createPlatformReader, type PlatformReader } from '#shared/plan/files/platform-names.ts';
import type { PlanRow, ReadRow } from '#shared/plan/files/plan-row.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';
import type { JobContext } from '#main/ports/jobs.ts';
import type { PlanChange, PlanFields, Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { SaveGuard } from '../team/guard-post.ts';
import { stateOf } from '../plan/kept-change.ts';
import { accountNames } from './accounts.ts';
import { newSeries } from './import-series.ts';
import { type FileTools, readPlanFile } from './read-file.ts';

type Input = ParsedInput<'planfile.import'>;

/** What importing makes of one row. */
interface PlannedRow {
  preview: PlanPreviewRow;
  before: Post | null;
  /** null where nothing is written. */
  after: Post | null;
  /** It is the first of a series. */
  repeats?: PlanRow['repeats'];
}

function platformReader(pack: RulePack): PlatformReader {
  return createPlatformReader(
    pack.platforms.map(({ id, name, formats }) => ({
      id,
      names: [name.en, name.zh],
      formats: formats.map((format) => format.id),
    })),
  );
}

function refusedRow(row: number, title: string, reason: Bilingual): PlannedRow {
  const preview: PlanPreviewRow = {
    row,
    action: 'refuse',
    title,
    local: null,
    zone: null,
    targets: [],
    problems: [reason],
  };
  return { preview, before: null, after: null };
}

/** Lays the rows over the plan, which is looked through once. */
function planRows(
  repositories: Repositories,
  rows: readonly ReadRow[],
  now: string,
  guard: SaveGuard,
): PlannedRow[] {
  const accounts = accountNames(repositories);
  const byOrigin = new Map(repositories.posts.imported().map(({ id, origin }) => [origin, id]));
  const world: MergeWorld = {
    now,
    newId: () => newId(),
    account: accounts.find,
    exists: ({ kind, refId }) => repositories.uses.exists(kind, refId),
    guard,
  };
  const seen = new Set<string>();
  return rows.map((read): PlannedRow => {
    if (!read.ok) return refusedRow(read.refused.row, read.refused.title, read.refused.reason);
    const { row } = read;
    const known = row.id ?? byOrigin.get(row.origin);
    const before = known === undefined ? null : repositories.posts.get(known);
    const key = row.id ?? row.origin;
    const title = row.fields.title || row.fields.body?.slice(0, 60) || before?.title || '';
    if (seen.has(key)) {
      return refusedRow(row.row, title, {
        en: 'An earlier row is the same post.',
        zh: '前面已有同一篇帖子的行。',
      });
    }
    seen.add(key);
    const merged = mergeRow(row, before, world);
    const shown = merged.post ?? before;
    const preview: PlanPreviewRow = {
      row: row.row,
      action: merged.action,
      title,
      local: shown?.schedule?.local ?? null,
      zone: shown?.schedule?.zone ?? null,
      targets: shown?.targets.map((target) => target.format) ?? [],
      problems: merged.reason ? [merged.reason, ...merged.notes] : merged.notes,
    };
    return {
      preview,
      before,
      after: merged.action === 'new' || merged.action === 'update' ? merged.post : null,
      repeats: row.repeats,
    };
  });
}

async function plannedRows(
  context: RecordContext,
  tools: FileTools,
  pack: RulePack,
  input: Input,
  job: JobContext,
  guard: SaveGuard,
): Promise<PlannedRow[]> {
  const session = context.holder.current();
  job.progress(0, 3, { en: 'Reading', zh: '读取中' });
  const file = await readPlanFile(tools, input, job.signal);
  const platforms = platformReader(pack);
  if (input.format !== undefined && platforms.format(input.format, '') === null) {
    throw new GalleyError('invalid-input', {
      en: `There is no format “${input.format}”. Choose a platform of the list.`,
      zh: `没有“${input.format}”这一格式。请从列表中选择平台。`,
    });
  }
  if (file.dateOrder === 'ambiguous' && input.dateOrder === undefined) {
    throw new GalleyError('invalid-input', {
      en: 'Dates such as 03/04/2026 can be read both ways. Say whether the month or the day comes first.',
      zh: '03/04/2026 这样的日期有两种读法。请指明月在前还是日在前。',
    });
  }
  const zone = input.zone ?? session.workspace().zone;
  const now = context.clock.now().toISOString();
  const rows = file.rows(
    {
      mapping: input.mapping ?? file.mapping,
      zone,
      order: input.dateOrder ?? (file.dateOrder === 'dmy' ? 'dmy' : 'mdy'),
      platforms,
      format: input.format ?? null,
    },
    { way: input.repeats ?? 'first', today: createZoneClock(zone).wall(now).slice(0, 10) },
  );
  if (job.signal.aborted) throw cancelled();
  job.progress(1, 3, { en: 'Comparing', zh: '比对中' });
  return planRows(session.repositories, rows, now, guard);
}

/** What an import would do, row by row; writes nothing. */
export async function previewPlan(
  context: RecordContext,
  tools: FileTools,
  pack: RulePack,
  input: Input,
  job: JobContext,
  guard: SaveGuard,
): Promise<CallOutput<'planfile.preview'>> {
  const rows = await plannedRows(context, tools, pack, input, job, guard);
  return { rows: rows.map(({ preview }) => preview) };
}

/** The changes that lead from one state of a post to the other, for undo. */
function changesOf(before: Post | null, after: Post): PlanChange[] {
  const made: PlanChange = { field: 'trashed', postId: after.id, before: true, after: false };
  if (!before) return [made];
  const fields = changedFields(before, after);
  const pick = (post: Post): PlanFields => Object.fromEntries(fields.map((field) => [field, post[field]]));
  const { schedule } = after;
  const moved = schedule?.local !== before.schedule?.local || schedule?.zone !== before.schedule?.zone;
  return [
    ...(before.trashedAt === null ? [] : [made]),
    ...(fields.length === 0
      ? []
      : [{ field: 'fields', postId: after.id, before: pick(before), after: pick(after) } as const]),
    ...(moved
      ? [
          {
            field: 'schedule',
            postId: after.id,
            targetId: null,
            before: before.schedule,
            after: schedule,
          } as const,
        ]
      : []),
  ];
}

/** Brings a file into the plan as one step of undo; all of it or nothing. */
export async function importPlan(
  context: RecordContext,
  tools: FileTools,
  pack: RulePack,
  input: Input,
  job: JobContext,
  guard: SaveGuard,
): Promise<CallOutput<'planfile.import'>> {
  const planned = await plannedRows(context, tools, pack, input, job, guard);
  if (job.signal.aborted) throw cancelled();
  job.progress(2, 3, { en: 'Writing', zh: '写入中' });
  const { repositories } = context.holder.current();
  const now = context.clock.now().toISOString();
  const count = (action: PlanPreviewRow['action']): number =>
    planned.filter(({ preview }) => preview.action === action).length;
  const label: Bilingual = {
    en: `Import ${count('new') + count('update')} posts`,
    zh: `导入 ${count('new') + count('update')} 篇帖子`,
  };
  const series = planned.flatMap((row) => newSeries(repositories, row, context.clock.now()));
  const firsts = new Map(series.map(({ first }) => [first.id, first]));
  const written = planned.flatMap(({ before, after }) =>
    after ? [{ before, after: firsts.get(after.id) ?? after }] : [],
  );
  const turns = series.flatMap(({ posts }) => posts);
  repositories.transaction(() => {
    repositories.posts.insertMany(
      written.flatMap(({ before, after }) => (before ? [] : [{ ...after, revision: 1, updatedAt: now }])),
    );
    for (const { before, after } of written) {
      if (!before) continue;
      const next = { ...after, revision: before.revision + 1, updatedAt: now };
      if (!repositories.posts.replace(next, before.revision)) throw changedMeanwhile();
    }
    for (const { item } of series) repositories.kit.write(item);
    repositories.posts.insertMany(turns);
    if (written.length > 0) {
      const changes = [
        ...series.map(
          ({ item }): PlanChange => ({ field: 'kit', kitId: item.id, before: null, after: stateOf(item) }),
        ),
        ...written.flatMap(({ before, after }) => changesOf(before, after)),
        ...turns.flatMap((post) => changesOf(null, post)),
      ];
      repositories.history.push({ id: newId(), label, changes }, now);
    }
  });
  if (written.length > 0) {
    context.events.emit('records.changed', {
      kind: 'post',
      ids: [...written.map(({ after }) => after), ...turns].map(({ id }) => id),
    });
    if (series.length > 0) {
      context.events.emit('records.changed', { kind: 'kit', ids: series.map(({ item }) => item.id) });
    }
  }
  return {
    rows: planned.length,
    imported: count('new'),
    updated: count('update'),
    same: count('same'),
    refused: planned.flatMap(({ preview: { row, title, action, problems } }) => {
      const [reason] = problems;
      return action === 'refuse' && reason ? [{ row, title, reason }] : [];
    }),
    series: series.length,
    step: written.length > 0 ? { undoable: true, label } : { undoable: false, label: null },
  };
}

function changedMeanwhile(): GalleyError {
  return new GalleyError('conflict', {
    en: 'A post was changed elsewhere in the meantime; nothing was imported. Import the file again.',
    zh: '有帖子在别处被修改，未导入任何内容。请重新导入文件。',
  });
}
