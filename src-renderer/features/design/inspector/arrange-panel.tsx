import {
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { alignSelection, distributeSelection } from '../session/arrange.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import styles from './inspector.module.css';

/** Aligning to the page (one layer) or to each other (several), and equal gaps. */
export function ArrangePanel() {
  const { t } = useWords();
  const { store } = useEditor();
  const { selection, readOnly } = useEditorState();
  const enabled = (): boolean => !readOnly && selection.length > 0;
  const spread = (): boolean => !readOnly && selection.length > 2;
  const actions: Action[] = [
    { id: 'design.align-left', icon: IconLayoutAlignLeft, enabled, run: () => alignSelection(store, 'left') },
    {
      id: 'design.align-centre',
      icon: IconLayoutAlignCenter,
      enabled,
      run: () => alignSelection(store, 'centre'),
    },
    {
      id: 'design.align-right',
      icon: IconLayoutAlignRight,
      enabled,
      run: () => alignSelection(store, 'right'),
    },
    { id: 'design.align-top', icon: IconLayoutAlignTop, enabled, run: () => alignSelection(store, 'top') },
    {
      id: 'design.align-middle',
      icon: IconLayoutAlignMiddle,
      enabled,
      run: () => alignSelection(store, 'middle'),
    },
    {
      id: 'design.align-bottom',
      icon: IconLayoutAlignBottom,
      enabled,
      run: () => alignSelection(store, 'bottom'),
    },
    {
      id: 'design.distribute-x',
      icon: IconLayoutDistributeVertical,
      enabled: spread,
      run: () => distributeSelection(store, 'x'),
    },
    {
      id: 'design.distribute-y',
      icon: IconLayoutDistributeHorizontal,
      enabled: spread,
      run: () => distributeSelection(store, 'y'),
    },
  ];
  return (
    <Panel title={selection.length > 1 ? t('design.arrange-selection') : t('design.arrange-page')}>
      <div className={styles.row}>
        {actions.map((action) => (
          <IconAction key={action.id} action={action} size={28} />
        ))}
      </div>
    </Panel>
  );
}
