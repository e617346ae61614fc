import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { arrangementActions } from '../actions/arrange-actions.ts';
import type { AlignTo } from '../session/arrange.ts';
import { useEditor, useEditorValue } from '../session/editor.ts';
import styles from './inspector.module.css';

/** Aligning to the page (one layer) or to each other (several), equal gaps, equal sizes. */
export function ArrangePanel() {
  const { t } = useWords();
  const editor = useEditor();
  const selection = useEditorValue((state) => state.selection);
  const [to, setTo] = useState<AlignTo>('selection');
  const many = selection.length > 1;
  const arrange = arrangementActions(editor, to);
  const row = (actions: readonly Action[]) => (
    <div className={styles.row}>
      {actions.map((action) => (
        <IconAction key={action.id} action={action} size={28} />
      ))}
    </div>
  );
  return (
    <Panel title={many ? t('design.arrange-selection') : t('design.arrange-page')}>
      {many && (
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('design-arrange.align-to')}
          value={to}
          onChange={(value) => setTo(value === 'page' ? 'page' : 'selection')}
          data={[
            { value: 'selection', label: t('design-arrange.align-to-selection') },
            { value: 'page', label: t('design-arrange.align-to-page') },
          ]}
        />
      )}
      {row([
        arrange.alignLeft,
        arrange.alignCentre,
        arrange.alignRight,
        arrange.alignTop,
        arrange.alignMiddle,
        arrange.alignBottom,
      ])}
      {many &&
        row([
          arrange.distributeX,
          arrange.distributeY,
          arrange.tidy,
          arrange.matchWidth,
          arrange.matchHeight,
        ])}
    </Panel>
  );
}
