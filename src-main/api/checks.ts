import type { RulePack } from '#shared/platforms/rule-pack.ts';
import { createAttachedFacts } from '#main/core/checks/attached-facts.ts';
import { checkPlan, noPlanCheck } from '#main/core/checks/check-plan.ts';
import type { ContentRules } from '#main/core/checks/content-rules.ts';
import { checkPost } from '#main/core/handoff/check-post.ts';
import type { Pictures } from '#main/core/pictures.ts';
import { requirePost } from '#main/core/posts/post-errors.ts';
import type { RecordContext } from '#main/ports/workspace.ts';
import type { Handlers } from './handlers.ts';

/** Milliseconds of quiet after a change of rules before the plan is checked again. */
const quiet = 1200;

export interface CheckParts {
  context: RecordContext;
  rules: ContentRules;
  pictures: Pictures;
  /** Of the open workspace, asked for at every check. */
  pack: () => Promise<RulePack>;
}

export function createCheckHandlers(
  parts: CheckParts,
): Pick<Handlers, 'checks.run' | 'checks.last' | 'posts.check' | 'kit.shippedWordLists'> {
  const { context, rules, pictures, pack } = parts;
  const { holder, clock } = context;
  return {
    'kit.shippedWordLists': async () => [...(await rules.shippedLists())],
    'posts.check': async ({ id }) => {
      const session = holder.current();
      const checker = {
        pack: await pack(),
        content: await rules.of(session),
        attached: createAttachedFacts(pictures, session),
        now: clock.now().toISOString(),
      };
      return checkPost(checker, requirePost(session.repositories, id));
    },
    'checks.last': () => holder.current().repositories.planChecks.read() ?? noPlanCheck,
    'checks.run': {
      lane: 'light',
      title: () => ({ en: 'Check the plan', zh: '检查计划' }),
      run: (_, job) =>
        runPlanCheck(parts, {
          signal: job.signal,
          onProgress: (done, total) => job.progress(done, total),
        }),
    },
  };
}

async function runPlanCheck(
  { context, rules, pictures, pack }: CheckParts,
  watch: { signal?: AbortSignal; onProgress?(done: number, total: number): void } = {},
) {
  const session = context.holder.current();
  const result = await checkPlan({
    session,
    pictures,
    pack: await pack(),
    content: await rules.of(session),
    now: context.clock.now().toISOString(),
    ...watch,
  });
  context.events.emit('records.changed', { kind: 'checks', ids: [] });
  return result;
}

/** Kinds of kept things that decide what a check finds. */
const deciding = new Set(['word-list', 'rule-change', 'platform', 'account']);

/**
 * Checks the plan again by itself when a rule, a word list, a platform, an account or the brand was changed.
 * A change that lasted into the check starts it once more.
 * @returns ends the watching
 */
export function watchRules(parts: CheckParts, log: (line: string) => void): () => void {
  const { context } = parts;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;
  const check = (): void => {
    running?.abort();
    if (!context.holder.peek()) return;
    const mine = new AbortController();
    running = mine;
    runPlanCheck(parts, { signal: mine.signal }).catch((error: unknown) => {
      if (!mine.signal.aborted) log(`plan check: ${error instanceof Error ? error.message : String(error)}`);
    });
  };
  const isDeciding = (id: string): boolean => {
    const item = context.holder.peek()?.repositories.kit.get(id);
    return item !== null && item !== undefined && deciding.has(item.kind);
  };
  const stop = context.events.subscribe((name, payload) => {
    if (name === 'workspace.changed') {
      clearTimeout(timer);
      running?.abort();
    }
    if (name !== 'records.changed') return;
    const { kind, ids } = payload as { kind: string; ids: string[] };
    if (kind !== 'brand' && !(kind === 'kit' && (ids.length === 0 || ids.some(isDeciding)))) return;
    clearTimeout(timer);
    timer = setTimeout(check, quiet);
    timer.unref();
  });
  return () => {
    clearTimeout(timer);
    running?.abort();
    stop();
  };
}
