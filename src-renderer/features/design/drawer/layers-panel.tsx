import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type DragEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { updateNodes } from '#shared/design/operations.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { lockActions } from '../actions/lock-actions.ts';
import { maskActions } from '../actions/mask-actions.ts';
import { placeLayers, reorderSelection } from '../session/arrange.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import styles from './drawer.module.css';
import { LayerLine } from './layer-row.tsx';
import type { DropPlace, LayerRow } from './layer-rows.ts';
import { dropPlace, layerRows } from './layer-rows.ts';
import { useLayerWord } from './layer-word.ts';
import rowStyles from './layers.module.css';

/** Height of a row, CSS px: eight units. */
const rowHeight = 32;

/** All layers of the page as a tree: choose, drag into another order or group, rename, hide, lock, search. */
export function LayersPanel() {
  const { t } = useWords();
  const editor = useEditor();
  const { store } = editor;
  const { body, pageId, selection, readOnly } = useEditorState();
  const wordOf = useLayerWord();
  const id = useId();
  const [search, setSearch] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<string | null>(null);
  const [target, setTarget] = useState<{ id: string; place: DropPlace } | null>(null);
  const dragged = useRef<readonly string[]>([]);
  const tree = useRef<HTMLDivElement>(null);
  const wanted = search.trim().toLowerCase();
  const rows = useMemo(
    () =>
      layerRows(
        body,
        pageId,
        folded,
        wanted === '' ? null : (node) => wordOf(node).toLowerCase().includes(wanted),
      ),

    [body, pageId, folded, wanted, wordOf],
  );
  // oxlint-disable-next-line react/incompatible-library -- its functions are used in this component only
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => tree.current?.closest<HTMLElement>('[role="tabpanel"]') ?? null,
    estimateSize: () => rowHeight,
    scrollMargin: tree.current?.offsetTop ?? 0,
    overscan: 12,
    initialRect: { width: 200, height: 800 },
  });
  const chosen = new Set(selection);
  const menu = [...Object.values(maskActions({ editor })), null, ...Object.values(lockActions(store))];
  const active = rows.findIndex(({ node }) => node.id === selection.at(-1));
  useEffect(() => {
    if (active >= 0) virtual.scrollToIndex(active, { align: 'auto' });
  }, [active, virtual]);

  const set = (node: DesignNode, fields: Partial<DesignNode>): void =>
    store.apply(updateNodes(body, { [node.id]: fields }));
  const choose = (row: LayerRow, shift: boolean, mod: boolean): void => {
    const { node } = row;
    if (mod) store.toggle(node.id);
    else if (shift && active >= 0) {
      const to = rows.indexOf(row);
      const range = rows.slice(Math.min(active, to), Math.max(active, to) + 1).map((each) => each.node.id);
      const last = selection.at(-1) ?? node.id;
      store.select([...new Set([...selection, ...range])].filter((each) => each !== last).concat(last));
    } else store.enter(node.parentId, [node.id]);
  };
  const fold = (node: DesignNode, open: boolean): void => {
    const next = new Set(folded);
    if (open) next.delete(node.id);
    else next.add(node.id);
    setFolded(next);
  };
  const lock = (node: DesignNode): void => {
    const locked = node.locked || (node.lockedAspects?.length ?? 0) > 0;
    set(node, locked ? { locked: false, lockedAspects: [] } : { locked: true });
  };

  const dragStart = (row: LayerRow, event: DragEvent): void => {
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', wordOf(row.node));
    dragged.current = chosen.has(row.node.id) ? selection : [row.node.id];
  };
  const dragOver = (row: LayerRow, event: DragEvent<HTMLElement>): void => {
    if (dragged.current.length === 0) return;
    const frame = event.currentTarget.getBoundingClientRect();
    const place = dropPlace(body, row, (event.clientY - frame.top) / frame.height);
    if (placeLayers(body, dragged.current, place.parentId, place.behindId).patch.length === 0) return;
    event.preventDefault();
    setTarget({ id: row.node.id, place });
  };
  const endDrag = (): void => {
    dragged.current = [];
    setTarget(null);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    if (target) {
      const ids = dragged.current;
      store.apply(placeLayers(body, ids, target.place.parentId, target.place.behindId), { select: ids });
      const into = target.place.parentId === target.id ? body.nodes[target.id] : undefined;
      if (into) fold(into, true);
    }
    endDrag();
  };
  const markOf = ({ node }: LayerRow): 'before' | 'after' | 'into' | null => {
    if (target?.id !== node.id) return null;
    if (target.place.parentId === node.id) return 'into';
    return target.place.behindId === node.id ? 'after' : 'before';
  };

  const key = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const row = rows[active];
    const last = rows.length - 1;
    const step = { ArrowDown: active + 1, ArrowUp: active < 0 ? last : active - 1, Home: 0, End: last }[
      event.key
    ];
    if (event.altKey && row && !readOnly && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      reorderSelection(store, event.key === 'ArrowUp' ? 'forward' : 'backward');
    } else if (step !== undefined) {
      const next = rows[Math.max(0, Math.min(last, step))];
      if (next && event.shiftKey) {
        const rest = selection.filter((each) => each !== next.node.id);
        store.select([...rest, next.node.id]);
      } else if (next) store.enter(next.node.parentId, [next.node.id]);
    } else if (!row) return;
    else if (event.key === 'ArrowRight' && row.node.type === 'group') {
      const [child] = rows.slice(active + 1);
      if (!row.open) fold(row.node, true);
      else if (child && child.depth > row.depth) store.enter(child.node.parentId, [child.node.id]);
    } else if (event.key === 'ArrowLeft') {
      const parent = row.node.parentId === null ? undefined : body.nodes[row.node.parentId];
      if (row.open) fold(row.node, false);
      else if (parent) store.enter(parent.parentId, [parent.id]);
    } else if (event.key === 'F2' && !readOnly) setRenaming(row.node.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.stack}>
      <TextInput
        aria-label={t('design.search-layers')}
        placeholder={t('design.search-layers')}
        leftSection={<IconSearch size={14} stroke={1.5} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {rows.length === 0 && (
        <p className={styles.empty}>{wanted === '' ? t('design.no-layers') : t('design.no-match')}</p>
      )}
      <ContextMenu actions={menu}>
        <div
          ref={tree}
          className={rowStyles.tree}
          role="tree"
          aria-label={t('design.layers')}
          aria-multiselectable
          aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
          tabIndex={0}
          style={{ height: virtual.getTotalSize() }}
          onKeyDown={key}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const { node } = row;
            return (
              <LayerLine
                key={node.id}
                id={`${id}-${index}`}
                row={row}
                words={wordOf(node)}
                selected={chosen.has(node.id)}
                readOnly={readOnly}
                renaming={renaming === node.id}
                drop={markOf(row)}
                top={start - virtual.options.scrollMargin}
                position={index + 1}
                count={rows.length}
                onChoose={(event) => {
                  tree.current?.focus({ preventScroll: true });
                  choose(row, event.shiftKey, event.ctrlKey || event.metaKey);
                }}
                onFold={() => fold(node, !row.open)}
                onStartRename={() => setRenaming(node.id)}
                onRename={(name) => {
                  setRenaming(null);
                  if (name !== null && name !== node.name) set(node, { name });
                  tree.current?.focus({ preventScroll: true });
                }}
                onLock={() => lock(node)}
                onHide={() => set(node, { hidden: !node.hidden })}
                onDragStart={(event) => dragStart(row, event)}
                onDragOver={(event) => dragOver(row, event)}
                onDrop={drop}
                onDragEnd={endDrag}
              />
            );
          })}
        </div>
      </ContextMenu>
    </div>
  );
}
