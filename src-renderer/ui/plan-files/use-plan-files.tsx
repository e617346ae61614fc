import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';

const ImportDialog = lazy(() => import('./import-dialog.tsx'));
const ExportDialog = lazy(() => import('./export-dialog.tsx'));

/**
 * Bringing a plan in from a file and writing it as one: two actions to offer, and the dialog that they open, to be put
 * anywhere in the screen. `month` (`YYYY-MM`) is what a month sheet begins with.
 */
export function usePlanFiles(month?: string): { importPlan: Action; exportPlan: Action; dialog: ReactNode } {
  const [open, setOpen] = useState<'import' | 'export' | null>(null);
  const close = (): void => setOpen(null);
  return {
    importPlan: { id: 'plan-files.import', icon: IconFileImport, run: () => setOpen('import') },
    exportPlan: { id: 'plan-files.export', icon: IconFileExport, run: () => setOpen('export') },
    dialog: (
      <Suspense fallback={null}>
        {open === 'import' && <ImportDialog onClose={close} />}
        {open === 'export' && <ExportDialog onClose={close} {...(month === undefined ? {} : { month })} />}
      </Suspense>
    ),
  };
}
