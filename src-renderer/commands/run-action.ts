import { notifyFailure } from '#renderer/ui/notify.tsx';
import type { Action } from './action.ts';

/** Runs an action from a button, key, menu or the palette; what it throws is shown in the usual place. */
export function runAction(action: Action): void {
  if (action.enabled && !action.enabled()) return;
  try {
    Promise.resolve(action.run()).catch(notifyFailure);
  } catch (error) {
    notifyFailure(error);
  }
}
