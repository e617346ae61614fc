import { ActionIcon, TextInput } from '@mantine/core';
import {
  IconEye,
  IconEyeOff,
  IconFolder,
  IconLetterT,
  IconLine,
  IconLock,
  IconLockOpen,
  IconPhoto,
  IconCircle,
  IconRectangle,
  IconPolygon,
  IconQrcode,
  IconSearch,
  IconVector,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { updateNodes } from '#shared/design/operations.ts';
import type { DesignBody, DesignNode, LayerType } from '#shared/design/schema.ts';
import { childrenOf } from '#shared/design/tree.ts';
import { placeLayer } from '../session/arrange.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import styles from './drawer.module.css';
import { useLayerWord } from './layer-word.ts';

const icons: Record<LayerType, typeof IconLetterT> = {
  text: IconLetterT,
  image: IconPhoto,
  rectangle: IconRectangle,
  ellipse: IconCircle,
  line: IconLine,
  polygon: IconPolygon,
  path: IconVector,
  qr: IconQrcode,
  group: IconFolder,
};

interface Row {
  node: DesignNode;
  depth: number;
}

/** Front first, as they lie; groups with what is inside them. */
function rowsOf(body: DesignBody, pageId: string, parentId: string | null, depth: number): Row[] {
  return childrenOf(body, pageId, parentId)
    .toReversed()
    .flatMap((node) => [
      { node, depth },
      ...(node.type === 'group' ? rowsOf(body, pageId, node.id, depth + 1) : []),
    ]);
}

/** All layers of the page: choose, drag into another order, rename, hide, lock, search. */
export function LayersPanel() {
  const { t } = useWords();
  const { store } = useEditor();
  const { body, pageId, selection, readOnly } = useEditorState();
  const wordOf = useLayerWord();
  const [search, setSearch] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const wanted = search.trim().toLowerCase();
  const rows = rowsOf(body, pageId, null, 0).filter(({ node }) =>
    wordOf(node).toLowerCase().includes(wanted),
  );

  const choose = (node: DesignNode, shift: boolean, mod: boolean): void => {
    const from = rows.findIndex((row) => row.node.id === selection.at(-1));
    const to = rows.findIndex((row) => row.node.id === node.id);
    if (mod) store.toggle(node.id);
    else if (shift && from >= 0) {
      const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.node.id);
      store.select([...new Set([...selection, ...range])]);
    } else store.enter(node.parentId, [node.id]);
  };
  const set = (node: DesignNode, fields: Partial<DesignNode>): void =>
    store.apply(updateNodes(body, { [node.id]: fields }));
  const drop = (): void => {
    // Rows run from front to back: dropped on a row means right in front of it.
    const onto = rows.find((row) => row.node.id === target)?.node;
    if (dragged !== null && onto && body.nodes[dragged]?.parentId === onto.parentId) {
      const siblings = childrenOf(body, pageId, onto.parentId).filter((each) => each.id !== dragged);
      const after = siblings[siblings.findIndex((each) => each.id === onto.id) + 1];
      store.apply(placeLayer(body, dragged, after?.id ?? null));
    }
    setDragged(null);
    setTarget(null);
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
      <ul className={styles.layers} aria-label={t('design.layers')}>
        {rows.map(({ node, depth }) => {
          const Icon = icons[node.type];
          const selected = selection.includes(node.id);
          return (
            <li
              key={node.id}
              className={styles.layer}
              data-selected={selected}
              data-hidden={node.hidden}
              data-target={target === node.id && dragged !== node.id}
              style={{ paddingInlineStart: `calc(var(--g-unit) * ${2 + depth * 4})` }}
              draggable={!readOnly && renaming === null}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(node.id);
              }}
              onDragOver={(event) => {
                if (dragged === null || body.nodes[dragged]?.parentId !== node.parentId) return;
                event.preventDefault();
                setTarget(node.id);
              }}
              onDrop={drop}
              onDragEnd={drop}
            >
              <Icon size={15} stroke={1.5} aria-hidden />
              {renaming === node.id ? (
                <input
                  className={styles.rename}
                  aria-label={t('design.rename')}
                  defaultValue={wordOf(node)}
                  // biome-ignore lint/a11y/noAutofocus: the user has just asked to write here
                  autoFocus
                  onFocus={(event) => event.currentTarget.select()}
                  onBlur={(event) => {
                    set(node, { name: event.currentTarget.value.trim() });
                    setRenaming(null);
                  }}
                  onKeyDown={(event) => {
                    event.stopPropagation();
                    if (event.nativeEvent.isComposing) return;
                    if (event.key === 'Enter') event.currentTarget.blur();
                    if (event.key === 'Escape') setRenaming(null);
                  }}
                />
              ) : (
                <button
                  type="button"
                  className={styles.layerName}
                  aria-pressed={selected}
                  onClick={(event) => choose(node, event.shiftKey, event.ctrlKey || event.metaKey)}
                  onDoubleClick={() => !readOnly && setRenaming(node.id)}
                  onKeyDown={(event) => {
                    if (event.key === 'F2' && !readOnly) setRenaming(node.id);
                  }}
                >
                  {wordOf(node)}
                </button>
              )}
              <ActionIcon
                className={styles.layerTool ?? ''}
                size={22}
                data-on={node.locked}
                disabled={readOnly}
                aria-label={node.locked ? t('design.unlock-layer') : t('design.lock-layer')}
                onClick={() => set(node, { locked: !node.locked })}
              >
                {node.locked ? <IconLock size={14} stroke={1.5} /> : <IconLockOpen size={14} stroke={1.5} />}
              </ActionIcon>
              <ActionIcon
                className={styles.layerTool ?? ''}
                size={22}
                data-on={node.hidden}
                disabled={readOnly}
                aria-label={node.hidden ? t('design.show-layer') : t('design.hide-layer')}
                onClick={() => set(node, { hidden: !node.hidden })}
              >
                {node.hidden ? <IconEyeOff size={14} stroke={1.5} /> : <IconEye size={14} stroke={1.5} />}
              </ActionIcon>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
