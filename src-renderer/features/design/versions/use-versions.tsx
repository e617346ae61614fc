import { IconHistory } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { VersionsDialog } from './versions-dialog.tsx';

/** The action that opens the versions of the design, and their dialog while it is open. */
export function useVersions(): { open: Action; dialog: ReactNode } {
  const [opened, setOpened] = useState(false);
  const open = useMemo<Action>(
    () => ({
      id: 'design-versions.open',
      icon: IconHistory,
      keys: ['alt+mod+H'],
      run: () => setOpened(true),
    }),
    [],
  );
  useActions(useMemo(() => [open], [open]));
  return { open, dialog: opened && <VersionsDialog onClose={() => setOpened(false)} /> };
}
