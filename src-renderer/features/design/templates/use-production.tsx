import { IconTable, IconTemplate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { MergeDialog } from '../merge/merge-dialog.tsx';
import { useEditor } from '../session/editor.ts';
import { SaveTemplateDialog } from './save-template-dialog.tsx';

/** Making many from one: a template for the team, or a design for each row of a table. Answers the open dialog. */
export function useProduction(): ReactNode {
  const { store } = useEditor();
  const [open, setOpen] = useState<'template' | 'merge' | null>(null);
  const actions = useMemo<Action[]>(
    () => [
      { id: 'design-templates.save-template', icon: IconTemplate, run: () => setOpen('template') },
      {
        id: 'design-merge.merge',
        icon: IconTable,
        enabled: () => !store.snapshot().readOnly,
        run: () => setOpen('merge'),
      },
    ],
    [store],
  );
  useActions(actions);
  const close = (): void => setOpen(null);
  if (open === 'template') return <SaveTemplateDialog onClose={close} />;
  return open === 'merge' ? <MergeDialog onClose={close} /> : null;
}
