import { call } from '#renderer/bridge/client.ts';
import type { KitBody } from '#shared/kit/schema.ts';
import { defaultWarningSettings } from '#shared/plan/warnings-context.ts';

type WarningSettings = KitBody<'warning-settings'>;

/** Keys of warnings that were put away; older ones are forgotten. */
const mostDismissed = 2000;

/** Changes what the workspace is warned of; reads it anew, so that two windows do not undo each other. */
export async function changeWarningSettings(
  change: (before: WarningSettings) => Partial<WarningSettings>,
): Promise<void> {
  const [kept] = await call('kit.list', { kind: 'warning-settings' });
  const before = (kept?.body as WarningSettings | undefined) ?? defaultWarningSettings;
  const body = { ...before, ...change(before) };
  await call('kit.save', {
    kind: 'warning-settings',
    name: 'warnings',
    body: { ...body, dismissed: body.dismissed.slice(-mostDismissed) },
    ...(kept ? { id: kept.id, revision: kept.revision } : {}),
  });
}
