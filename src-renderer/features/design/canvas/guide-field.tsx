import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { NumberField } from '#renderer/ui/number-field.tsx';
import { useEditor, useEditorState, useView } from '../session/editor.ts';
import { moveGuide, removeGuide } from '../session/setup-edits.ts';
import styles from './rulers.module.css';

/** CSS px between the guide and its field. */
const gap = 8;

/** The exact place of one guide, beside it. */
export function GuideField({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useWords();
  const { store } = useEditor();
  const { body } = useEditorState();
  const view = useView();
  const box = useRef<HTMLDivElement>(null);
  const guide = body.guides?.find((each) => each.id === id);
  useEffect(() => {
    box.current?.querySelector('input')?.select();
    const away = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target)) return;
      onClose();
    };
    window.addEventListener('pointerdown', away, { capture: true });
    return () => window.removeEventListener('pointerdown', away, { capture: true });
  }, [onClose]);
  if (!guide) return null;
  const at = guide.at * view.scale + (guide.axis === 'x' ? view.x : view.y) + gap;
  return (
    <div
      ref={box}
      className={styles.field}
      role="group"
      aria-label={t('design-arrange.guide')}
      data-canvas-part
      style={guide.axis === 'x' ? { left: at, top: gap * 4 } : { top: at, left: gap * 4 }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.stopPropagation();
        // The field takes its own Enter first.
        setTimeout(onClose);
      }}
    >
      <NumberField
        label={guide.axis === 'x' ? t('design-arrange.guide-x') : t('design-arrange.guide-y')}
        mark={guide.axis.toUpperCase()}
        unit="px"
        value={guide.at}
        onChange={(next) => store.apply(moveGuide(body, id, next), { mergeKey: `guide:${id}` })}
      />
      <ActionIcon
        size={24}
        aria-label={t('design-arrange.remove-guide')}
        onClick={() => {
          store.apply(removeGuide(body, id));
          onClose();
        }}
      >
        <IconTrash size={14} stroke={1.5} />
      </ActionIcon>
    </div>
  );
}
