import {
  IconArrowAutofitHeight,
  IconArrowAutofitWidth,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
  IconLayoutGrid,
} from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import type { AlignTo } from '../session/arrange.ts';
import {
  alignSelection,
  distributeSelection,
  matchSelection,
  nudgeSelection,
  nudgeToGrid,
  tidySelection,
  turnSelection,
} from '../session/arrange.ts';
import type { Editor } from '../session/editor.ts';
import { anyKeeps } from '../session/locks.ts';
import type { ActionContext } from './context.ts';

/** Aligning, equal gaps, equal sizes; `to` is what the panel is set to. */
export function arrangementActions({ store }: Pick<Editor, 'store'>, to: AlignTo = 'selection') {
  const free = (least: number) => (): boolean => {
    const { body, selection, readOnly } = store.snapshot();
    if (readOnly || selection.length < least) return false;
    return selection.some((id) => !anyKeeps(body, [id], 'place'));
  };
  const some = free(1);
  return {
    alignLeft: {
      id: 'design.align-left',
      icon: IconLayoutAlignLeft,
      keys: ['alt+A'],
      enabled: some,
      run: () => alignSelection(store, 'left', to),
    },
    alignCentre: {
      id: 'design.align-centre',
      icon: IconLayoutAlignCenter,
      keys: ['alt+H'],
      enabled: some,
      run: () => alignSelection(store, 'centre', to),
    },
    alignRight: {
      id: 'design.align-right',
      icon: IconLayoutAlignRight,
      keys: ['alt+D'],
      enabled: some,
      run: () => alignSelection(store, 'right', to),
    },
    alignTop: {
      id: 'design.align-top',
      icon: IconLayoutAlignTop,
      keys: ['alt+W'],
      enabled: some,
      run: () => alignSelection(store, 'top', to),
    },
    alignMiddle: {
      id: 'design.align-middle',
      icon: IconLayoutAlignMiddle,
      keys: ['alt+V'],
      enabled: some,
      run: () => alignSelection(store, 'middle', to),
    },
    alignBottom: {
      id: 'design.align-bottom',
      icon: IconLayoutAlignBottom,
      keys: ['alt+S'],
      enabled: some,
      run: () => alignSelection(store, 'bottom', to),
    },
    distributeX: {
      id: 'design.distribute-x',
      icon: IconLayoutDistributeVertical,
      keys: ['alt+shift+H'],
      enabled: free(3),
      run: () => distributeSelection(store, 'x'),
    },
    distributeY: {
      id: 'design.distribute-y',
      icon: IconLayoutDistributeHorizontal,
      keys: ['alt+shift+V'],
      enabled: free(3),
      run: () => distributeSelection(store, 'y'),
    },
    tidy: {
      id: 'design-arrange.tidy',
      icon: IconLayoutGrid,
      keys: ['alt+shift+T'],
      enabled: free(2),
      run: () => tidySelection(store),
    },
    matchWidth: {
      id: 'design-arrange.match-width',
      icon: IconArrowAutofitWidth,
      enabled: free(2),
      run: () => matchSelection(store, 'width'),
    },
    matchHeight: {
      id: 'design-arrange.match-height',
      icon: IconArrowAutofitHeight,
      enabled: free(2),
      run: () => matchSelection(store, 'height'),
    },
  } satisfies Record<string, Action>;
}

/** Arranging by buttons and keys: also nudging and turning. */
export function arrangeActions({ editor }: ActionContext) {
  const { store } = editor;
  const some = (): boolean => !store.snapshot().readOnly && store.snapshot().selection.length > 0;
  const gridded = (): boolean => some() && (store.snapshot().body.grid ?? null) !== null;
  const nudge = (id: string, key: string, dx: number, dy: number): Action => ({
    id,
    keys: [key],
    hidden: true,
    enabled: some,
    run: () => nudgeSelection(store, dx, dy),
  });
  const grid = (id: string, key: string, axis: 'x' | 'y', direction: 1 | -1): Action => ({
    id,
    keys: [key],
    hidden: true,
    enabled: gridded,
    run: () => nudgeToGrid(store, axis, direction),
  });
  return {
    ...arrangementActions(editor),
    nudgeLeft: nudge('design.nudge-left', 'ArrowLeft', -1, 0),
    nudgeRight: nudge('design.nudge-right', 'ArrowRight', 1, 0),
    nudgeUp: nudge('design.nudge-up', 'ArrowUp', 0, -1),
    nudgeDown: nudge('design.nudge-down', 'ArrowDown', 0, 1),
    nudgeLeftFar: nudge('design.nudge-left-far', 'shift+ArrowLeft', -10, 0),
    nudgeRightFar: nudge('design.nudge-right-far', 'shift+ArrowRight', 10, 0),
    nudgeUpFar: nudge('design.nudge-up-far', 'shift+ArrowUp', 0, -10),
    nudgeDownFar: nudge('design.nudge-down-far', 'shift+ArrowDown', 0, 10),
    gridLeft: grid('design-arrange.grid-left', 'alt+ArrowLeft', 'x', -1),
    gridRight: grid('design-arrange.grid-right', 'alt+ArrowRight', 'x', 1),
    gridUp: grid('design-arrange.grid-up', 'alt+ArrowUp', 'y', -1),
    gridDown: grid('design-arrange.grid-down', 'alt+ArrowDown', 'y', 1),
    turnRight: {
      id: 'design-arrange.turn-right',
      keys: ['.'],
      hidden: true,
      enabled: some,
      run: () => turnSelection(store, 1),
    },
    turnLeft: {
      id: 'design-arrange.turn-left',
      keys: [','],
      hidden: true,
      enabled: some,
      run: () => turnSelection(store, -1),
    },
    turnRightFar: {
      id: 'design-arrange.turn-right-far',
      keys: ['>'],
      enabled: some,
      run: () => turnSelection(store, 15),
    },
    turnLeftFar: {
      id: 'design-arrange.turn-left-far',
      keys: ['<'],
      enabled: some,
      run: () => turnSelection(store, -15),
    },
  } satisfies Record<string, Action>;
}
