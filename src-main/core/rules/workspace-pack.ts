import type { KitItem, KitKind } from '#shared/kit/schema.ts';
import { applyOwnRules } from '#shared/platforms/own-rules.ts';
import type { RuleChange, RulePack } from '#shared/platforms/rule-pack.ts';
import type { Repositories } from '#main/ports/repositories.ts';
import type { WorkspaceHolder } from '#main/ports/workspace.ts';

function itemsOf<K extends KitKind>(repositories: Repositories, kind: K, trashed: boolean): KitItem<K>[] {
  return repositories.kit.list(kind, trashed) as KitItem<K>[];
}

/**
 * The rule pack of the workspace that is open: the shipped one with its own platforms and changes, made again only
 * when one of them changed; the shipped one where there are none or no workspace is open.
 */
export function createWorkspacePack(
  holder: WorkspaceHolder,
  shipped: () => Promise<RulePack>,
): () => Promise<RulePack> {
  let made: { key: string; repositories: Repositories; base: RulePack; pack: RulePack } | null = null;
  return async () => {
    const base = await shipped();
    const session = holder.peek();
    if (!session) return base;
    const { repositories } = session;
    const platforms = itemsOf(repositories, 'platform', false);
    const retired = itemsOf(repositories, 'platform', true);
    const changes = itemsOf(repositories, 'rule-change', false);
    const key = [...platforms, ...retired, ...changes].map(({ id, revision }) => `${id}:${revision}`).join();
    if (made?.key === key && made.repositories === repositories && made.base === base) return made.pack;
    const pack = applyOwnRules(
      base,
      {
        platforms: platforms.map((item) => item.body.platform),
        retired: retired.map((item) => item.body.platform),
        changes: changes.map((item): RuleChange => item.body as RuleChange),
      },
      null,
    );
    made = { key, repositories, base, pack };
    return pack;
  };
}
