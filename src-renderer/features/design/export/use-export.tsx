import { IconCopy, IconPhotoDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useCallback, useMemo, useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { notify } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { useEditor } from '../session/editor.ts';
import { copyPicture } from './copy-picture.ts';
import { ExportDialog } from './export-dialog.tsx';

/** The export dialog and the actions beside it: the selection alone, and pictures for the clipboard. */
export function useExport(): { open: () => void; dialog: ReactNode } {
  const { t } = useWords();
  const editor = useEditor();
  const [opened, setOpened] = useState<'pages' | 'selection' | null>(null);
  const open = useCallback(() => setOpened('pages'), []);
  const actions = useMemo(() => {
    const copyAt = (scale: number) => async (): Promise<void> => {
      await copyPicture(editor, scale);
      notify(t('design-export.copied'));
    };
    return {
      copy: {
        id: 'design-export.copy',
        icon: IconCopy,
        keys: ['shift+mod+C'],
        run: copyAt(1),
      },
      copyLarge: { id: 'design-export.copy-large', icon: IconCopy, run: copyAt(2) },
      selection: {
        id: 'design-export.selection',
        icon: IconPhotoDown,
        keys: ['shift+mod+E'],
        enabled: () => editor.store.snapshot().selection.length > 0,
        run: () => setOpened('selection'),
      },
    } satisfies Record<string, Action>;
  }, [editor, t]);
  useActions(Object.values<Action>(actions));
  const dialog =
    opened === null ? null : (
      <ExportDialog
        selectionFirst={opened === 'selection'}
        copy={actions.copy}
        onClose={() => setOpened(null)}
      />
    );
  return { open, dialog };
}
