import type { Bilingual } from '#shared/contract/failure.ts';
import type { CallOutput, ParsedInput } from '#shared/contract/index.ts';
import type { KitKind } from '#shared/kit/schema.ts';
import type { PlanChange, PlanFields, Repositories } from '#main/ports/repositories.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import { parseKitBody, preparedItem, requireItem } from '../kit/kit.ts';
import { recordPlanChanges } from './change-plan.ts';
import { same, stateOf } from './kept-change.ts';

const words: Partial<Record<KitKind, Bilingual>> = {
  campaign: { en: 'campaign', zh: '活动' },
  pillar: { en: 'pillar', zh: '内容支柱' },
  cadence: { en: 'cadence', zh: '发布频率' },
  slot: { en: 'slot', zh: '时段' },
  series: { en: 'series', zh: '重复帖子' },
  evergreen: { en: 'evergreen list', zh: '常青内容' },
  event: { en: 'date', zh: '日期' },
  subscription: { en: 'calendar', zh: '日历' },
  'warning-settings': { en: 'warnings', zh: '提醒设置' },
  'plan-view': { en: 'view', zh: '视图' },
  checklist: { en: 'checklist', zh: '清单' },
  'approval-rule': { en: 'approval rule', zh: '审批规则' },
  'date-settings': { en: 'dates', zh: '日期设置' },
  'run-of-show': { en: 'run of show', zh: '直播流程' },
};

function labelFor(kind: KitKind, name: string, what: 'make' | 'change' | 'delete'): Bilingual {
  const word = words[kind] ?? { en: 'entry', zh: '条目' };
  const verbs = { make: ['Make', '新建'], change: ['Change', '修改'], delete: ['Delete', '删除'] } as const;
  const [en, zh] = verbs[what];
  return { en: `${en} ${word.en} “${name}”`, zh: `${zh}${word.zh}“${name}”` };
}

/** Posts that name the thing and follow when it gets another name. */
function renamed(repositories: Repositories, kind: KitKind, from: string, to: string): PlanChange[] {
  const field = kind === 'member' ? 'owner' : kind;
  if (from === to || (field !== 'campaign' && field !== 'pillar' && field !== 'owner')) return [];
  return repositories.posts.idsWith({ field, value: from, trashed: true }).map((postId): PlanChange => {
    const before: PlanFields = { [field]: from };
    const after: PlanFields = { [field]: to };
    return { field: 'fields', postId, before, after };
  });
}

/** Makes or changes a thing kept for the plan, as a step that can be undone. */
export function savePlanKit(
  context: RecordContext,
  input: ParsedInput<'plan.saveKit'>,
): CallOutput<'plan.saveKit'> {
  const { repositories } = context.holder.current();
  const body = parseKitBody(input.kind, input.body);
  return repositories.transaction(() => {
    const now = context.clock.now().toISOString();
    const { item, before } = preparedItem(repositories, { ...input, body }, now);
    const fresh = before === null;
    // A new one begins in the trash, so that its making is a change like any other.
    if (fresh) repositories.kit.write({ ...item, trashedAt: now });
    const changes: PlanChange[] = [
      {
        field: 'kit',
        kitId: item.id,
        before: before && stateOf(before),
        after: { name: input.name, body },
      },
      ...(before ? renamed(repositories, before.kind, before.name, input.name) : []),
    ];
    const label = labelFor(item.kind, input.name, fresh ? 'make' : 'change');
    const unchanged = before !== null && before.trashedAt === null && same(stateOf(before), stateOf(item));
    const step = unchanged ? { undoable: false, label: null } : recordPlanChanges(context, changes, label);
    return { item: requireItem(repositories, item.id), step };
  });
}

export function trashPlanKit(
  context: RecordContext,
  { ids, trashed }: ParsedInput<'plan.trashKit'>,
): CallOutput<'plan.trashKit'> {
  const { repositories } = context.holder.current();
  const items = ids.map((id) => requireItem(repositories, id));
  const changes = items.flatMap((item): PlanChange[] => {
    if ((item.trashedAt !== null) === trashed) return [];
    const kept = { name: item.name, body: item.body };
    return [{ field: 'kit', kitId: item.id, before: trashed ? kept : null, after: trashed ? null : kept }];
  });
  const first = items[0];
  return recordPlanChanges(
    context,
    changes,
    first ? labelFor(first.kind, first.name, trashed ? 'delete' : 'change') : { en: '', zh: '' },
  );
}
