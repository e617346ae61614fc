import { IconLayersSubtract, IconPencil, IconStackBack, IconStackFront } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { groupSelection, reorderSelection, ungroupSelection } from '../session/arrange.ts';
import { keeps } from '../session/locks.ts';
import { addShape, addText } from '../session/new-layers.ts';
import type { ActionContext } from './context.ts';
import { conditionsOf } from './context.ts';
import { lockActions } from './lock-actions.ts';

/** Groups, order, locks, and new layers. */
export function layerActions({ editor, t }: ActionContext) {
  const { store } = editor;
  const { writable, some, atLeast } = conditionsOf(editor);
  return {
    group: {
      id: 'design.group',
      icon: IconLayersSubtract,
      keys: ['mod+G'],
      enabled: atLeast(2),
      run: () => groupSelection(store),
    },
    ungroup: {
      id: 'design.ungroup',
      keys: ['shift+mod+G'],
      enabled: () => writable() && store.selectedNodes().some((node) => node.type === 'group'),
      run: () => ungroupSelection(store),
    },
    forward: {
      id: 'design.forward',
      icon: IconStackFront,
      keys: ['mod+]'],
      enabled: some,
      run: () => reorderSelection(store, 'forward'),
    },
    backward: {
      id: 'design.backward',
      icon: IconStackBack,
      keys: ['mod+['],
      enabled: some,
      run: () => reorderSelection(store, 'backward'),
    },
    front: {
      id: 'design.front',
      keys: ['alt+mod+]'],
      enabled: some,
      run: () => reorderSelection(store, 'front'),
    },
    back: {
      id: 'design.back',
      keys: ['alt+mod+['],
      enabled: some,
      run: () => reorderSelection(store, 'back'),
    },
    ...lockActions(store),
    write: {
      id: 'design.edit-text',
      icon: IconPencil,
      keys: ['Enter'],
      enabled: () => {
        const { body, selection } = store.snapshot();
        const [id = ''] = selection;
        return writable() && body.nodes[id]?.type === 'text' && !keeps(body, id, 'content');
      },
      run: () => store.edit(store.snapshot().selection[0] ?? null),
    },
    addText: {
      id: 'design.add-text',
      keys: ['T'],
      enabled: writable,
      run: () => store.edit(addText(store, 'body', t('design.sample-body'))),
    },
    addRectangle: {
      id: 'design.add-rectangle',
      keys: ['R'],
      enabled: writable,
      run: () => void addShape(store, 'rectangle'),
    },
    addEllipse: {
      id: 'design.add-ellipse',
      keys: ['O'],
      enabled: writable,
      run: () => void addShape(store, 'ellipse'),
    },
    addLine: {
      id: 'design.add-line',
      keys: ['L'],
      enabled: writable,
      run: () => void addShape(store, 'line'),
    },
  } satisfies Record<string, Action>;
}
