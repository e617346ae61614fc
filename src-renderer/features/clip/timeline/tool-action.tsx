import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { isEnabled } from '#renderer/ui/action-words.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';

/** Compared field by field: keys of one action never change. */
const Shown = memo(
  function Shown({ action, active }: { action: Action; enabled: boolean; active: boolean | undefined }) {
    return <IconAction action={action} {...(active === undefined ? {} : { active })} />;
  },
  (one, other) =>
    one.enabled === other.enabled &&
    one.active === other.active &&
    one.action.id === other.action.id &&
    one.action.label === other.action.label &&
    one.action.icon === other.action.icon,
);

/** An icon button that is drawn again only when it looks different; what it does is always the latest. */
export function ToolAction({ action, active }: { action: Action; active?: boolean }) {
  const latest = useRef(action);
  useLayoutEffect(() => {
    latest.current = action;
  });
  const [run] = useState(() => () => latest.current.run());
  const enabled = isEnabled(action);
  return <Shown action={{ ...action, enabled: () => enabled, run }} enabled={enabled} active={active} />;
}
