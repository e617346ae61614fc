import { IconArrowsMove, IconEyeOff, IconLock, IconPalette, IconTextCaption } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import type { LockAspect } from '#shared/design/layers/common.ts';
import { updateNodes } from '#shared/design/operations.ts';
import type { EditorStore } from '../session/editor-store.ts';

function toggleField(store: EditorStore, field: 'locked' | 'hidden'): void {
  const { body, selection } = store.snapshot();
  const on = !store.selectedNodes().every((node) => node[field]);
  store.apply(updateNodes(body, Object.fromEntries(selection.map((id) => [id, { [field]: on }]))));
}

/** Locks one aspect of the chosen layers, or frees it when all of them keep it. */
function toggleAspect(store: EditorStore, aspect: LockAspect): void {
  const { body } = store.snapshot();
  const nodes = store.selectedNodes();
  const on = !nodes.every((node) => node.lockedAspects?.includes(aspect));
  store.apply(
    updateNodes(
      body,
      Object.fromEntries(
        nodes.map((node) => {
          const rest = (node.lockedAspects ?? []).filter((each) => each !== aspect);
          return [node.id, { lockedAspects: on ? [...rest, aspect] : rest }];
        }),
      ),
    ),
  );
}

/** Locks of everything or of one aspect, and hiding. */
export function lockActions(store: EditorStore) {
  const enabled = (): boolean => !store.snapshot().readOnly && store.snapshot().selection.length > 0;
  return {
    lock: {
      id: 'design.lock',
      icon: IconLock,
      keys: ['alt+mod+L'],
      enabled,
      run: () => toggleField(store, 'locked'),
    },
    lockPlace: {
      id: 'design-arrange.lock-place',
      icon: IconArrowsMove,
      enabled,
      run: () => toggleAspect(store, 'place'),
    },
    lockContent: {
      id: 'design-arrange.lock-content',
      icon: IconTextCaption,
      enabled,
      run: () => toggleAspect(store, 'content'),
    },
    lockStyle: {
      id: 'design-arrange.lock-style',
      icon: IconPalette,
      enabled,
      run: () => toggleAspect(store, 'style'),
    },
    hide: {
      id: 'design.hide',
      icon: IconEyeOff,
      keys: ['shift+mod+H'],
      enabled,
      run: () => toggleField(store, 'hidden'),
    },
  } satisfies Record<string, Action>;
}
