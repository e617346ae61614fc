import { ActionIcon } from '@mantine/core';
import { IconChevronRight, IconEye, IconEyeOff, IconLock, IconLockOpen, IconMask } from '@tabler/icons-react';
import type { DragEvent, MouseEvent } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { LayerMark } from './layer-mark.tsx';
import type { LayerRow } from './layer-rows.ts';
import styles from './layers.module.css';

export type DropMark = 'before' | 'after' | 'into';

interface LayerLineProps {
  id: string;
  row: LayerRow;
  words: string;
  selected: boolean;
  readOnly: boolean;
  renaming: boolean;
  drop: DropMark | null;
  /** px from the top of the list. */
  top: number;
  /** Place among the rows, for screen readers: only some of them are in the page. */
  position: number;
  count: number;
  onChoose(event: MouseEvent): void;
  onFold(): void;
  onRename(name: string | null): void;
  onStartRename(): void;
  onLock(): void;
  onHide(): void;
  onDragStart(event: DragEvent): void;
  onDragOver(event: DragEvent<HTMLElement>): void;
  onDrop(event: DragEvent): void;
  onDragEnd(): void;
}

/** One layer in the list. */
export function LayerLine(props: LayerLineProps) {
  const { t } = useWords();
  const { row, words, selected, readOnly, renaming, drop, top } = props;
  const { node, depth, open, isMask } = row;
  const locked = node.locked || (node.lockedAspects?.length ?? 0) > 0;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and names the active row
    <div
      id={props.id}
      role="treeitem"
      className={styles.row}
      aria-label={words}
      aria-selected={selected}
      aria-level={depth + 1}
      aria-posinset={props.position}
      aria-setsize={props.count}
      {...(node.type === 'group' ? { 'aria-expanded': open } : {})}
      data-selected={selected}
      data-hidden={node.hidden}
      data-drop={drop ?? undefined}
      style={{
        transform: `translateY(${top}px)`,
        paddingInlineStart: `calc(var(--g-unit) * ${(node.type === 'group' ? 0 : 3) + depth * 3.5})`,
      }}
      draggable={!readOnly && !renaming}
      onClick={props.onChoose}
      onContextMenu={(event) => {
        if (!selected) props.onChoose(event);
      }}
      onDoubleClick={() => !readOnly && props.onStartRename()}
      onDragStart={props.onDragStart}
      onDragOver={props.onDragOver}
      onDrop={props.onDrop}
      onDragEnd={props.onDragEnd}
    >
      {node.type === 'group' && (
        <button
          type="button"
          className={styles.fold}
          tabIndex={-1}
          aria-label={open ? t('design-arrange.fold') : t('design-arrange.unfold')}
          data-open={open}
          onClick={(event) => {
            event.stopPropagation();
            props.onFold();
          }}
        >
          <IconChevronRight size={13} stroke={1.5} aria-hidden />
        </button>
      )}
      <LayerMark node={node} open={open} />
      {renaming ? (
        <input
          className={styles.rename}
          aria-label={t('design.rename')}
          defaultValue={words}
          // biome-ignore lint/a11y/noAutofocus: the user has just asked to write here
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          onClick={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
          onBlur={(event) => props.onRename(event.currentTarget.value.trim())}
          onKeyDown={(event) => {
            event.stopPropagation();
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter') event.currentTarget.blur();
            if (event.key === 'Escape') props.onRename(null);
          }}
        />
      ) : (
        <span className={styles.name}>{words}</span>
      )}
      {isMask && <IconMask size={14} stroke={1.5} role="img" aria-label={t('design-arrange.mask')} />}
      <ActionIcon
        className={styles.tool ?? ''}
        size={22}
        tabIndex={-1}
        data-on={locked}
        disabled={readOnly}
        aria-label={locked ? t('design.unlock-layer') : t('design.lock-layer')}
        onClick={(event) => {
          event.stopPropagation();
          props.onLock();
        }}
      >
        {locked ? <IconLock size={14} stroke={1.5} /> : <IconLockOpen size={14} stroke={1.5} />}
      </ActionIcon>
      <ActionIcon
        className={styles.tool ?? ''}
        size={22}
        tabIndex={-1}
        data-on={node.hidden}
        disabled={readOnly}
        aria-label={node.hidden ? t('design.show-layer') : t('design.hide-layer')}
        onClick={(event) => {
          event.stopPropagation();
          props.onHide();
        }}
      >
        {node.hidden ? <IconEyeOff size={14} stroke={1.5} /> : <IconEye size={14} stroke={1.5} />}
      </ActionIcon>
    </div>
  );
}
