import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { LockAspect } from '#shared/design/layers/common.ts';
import { updateNodes } from '#shared/design/operations.ts';
import type { DesignNode } from '#shared/design/schema.ts';
import { lockActions } from '../actions/lock-actions.ts';
import { useLayerWord } from '../drawer/layer-word.ts';
import { useEditor, useEditorState } from '../session/editor.ts';
import { anyKeeps } from '../session/locks.ts';
import styles from './layer-panel.module.css';
import { PinFields, type Pins } from './pin-fields.tsx';

function NameOf({ node, disabled }: { node: DesignNode; disabled: boolean }) {
  const { t } = useWords();
  const { store } = useEditor();
  const wordOf = useLayerWord();
  const [draft, setDraft] = useState<{ of: string; name: string } | null>(null);
  const name = draft?.of === node.id ? draft.name : node.name;
  const commit = (): void => {
    setDraft(null);
    const trimmed = name.trim();
    if (trimmed === node.name) return;
    store.apply(updateNodes(store.snapshot().body, { [node.id]: { name: trimmed } }));
  };
  return (
    <TextInput
      aria-label={t('design-arrange.layer-name')}
      // Without a name of its own a layer is called by what it is.
      placeholder={wordOf({ ...node, name: '' })}
      maxLength={200}
      disabled={disabled}
      value={name}
      onChange={(event) => setDraft({ of: node.id, name: event.currentTarget.value })}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape' && draft) {
          event.stopPropagation();
          setDraft(null);
        }
      }}
    />
  );
}

/** Name, locks, and what happens to the chosen layers when something is given another size. */
export function LayerPanel() {
  const { t } = useWords();
  const { store } = useEditor();
  const { body, selection, readOnly } = useEditorState();
  const nodes = selection.flatMap((id) => body.nodes[id] ?? []);
  const [only] = nodes;
  if (!only) return null;
  const placeDisabled = readOnly || anyKeeps(body, selection, 'place');
  const locks = lockActions(store);
  const locked = (aspect: LockAspect): boolean =>
    nodes.every((node) => node.locked || node.lockedAspects?.includes(aspect));
  const ratios = new Set(nodes.map((node) => node.keepRatio ?? false));
  const pinOf = (axis: 'x' | 'y') => {
    const found = new Set(nodes.map((node) => node.pin?.[axis] ?? 'auto'));
    const [first = 'auto'] = found;
    return found.size === 1 ? first : null;
  };
  const change = (by: (node: DesignNode) => Partial<DesignNode>): void =>
    store.apply(updateNodes(body, Object.fromEntries(nodes.map((node) => [node.id, by(node)]))));
  const pin = (next: Partial<Pins>): void =>
    change((node) => ({ pin: { x: 'auto', y: 'auto', ...node.pin, ...next } }));
  return (
    <Panel title={t('design-arrange.layer')} remember="design.layer">
      {nodes.length === 1 && <NameOf node={only} disabled={readOnly} />}
      <div className={styles.locks} role="group" aria-label={t('design-arrange.locks')}>
        <span className={styles.caption}>{t('design-arrange.locks')}</span>
        <IconAction action={locks.lock} active={nodes.every((node) => node.locked)} />
        <IconAction action={locks.lockPlace} active={locked('place')} />
        <IconAction action={locks.lockContent} active={locked('content')} />
        <IconAction action={locks.lockStyle} active={locked('style')} />
      </div>
      <Switch
        size="xs"
        label={t('design-arrange.keep-ratio')}
        disabled={placeDisabled}
        checked={ratios.size === 1 && ratios.has(true)}
        onChange={(event) => {
          const keepRatio = event.currentTarget.checked;
          change(() => ({ keepRatio }));
        }}
      />
      <p className={styles.caption}>{t('design-arrange.pins')}</p>
      <PinFields x={pinOf('x')} y={pinOf('y')} disabled={placeDisabled} onChange={pin} />
    </Panel>
  );
}
