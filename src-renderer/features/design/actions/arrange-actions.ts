import type { Action } from '#renderer/commands/action.ts';
import { moveNodes } from '#shared/design/operations.ts';
import { alignSelection, distributeSelection } from '../session/arrange.ts';
import type { ActionContext } from './context.ts';
import { conditionsOf } from './context.ts';

/** Aligning, distributing and nudging. */
export function arrangeActions({ editor }: ActionContext) {
  const { store } = editor;
  const { some, atLeast } = conditionsOf(editor);
  const nudge = (id: string, key: string, dx: number, dy: number): Action => ({
    id,
    keys: [key],
    hidden: true,
    enabled: some,
    run: () => {
      const { body, selection } = store.snapshot();
      const free = selection.filter((each) => !body.nodes[each]?.locked);
      store.apply(moveNodes(body, free, dx, dy), { mergeKey: `nudge:${free.join()}` });
    },
  });
  return {
    alignLeft: { id: 'design.align-left', enabled: some, run: () => alignSelection(store, 'left') },
    alignCentre: { id: 'design.align-centre', enabled: some, run: () => alignSelection(store, 'centre') },
    alignRight: { id: 'design.align-right', enabled: some, run: () => alignSelection(store, 'right') },
    alignTop: { id: 'design.align-top', enabled: some, run: () => alignSelection(store, 'top') },
    alignMiddle: { id: 'design.align-middle', enabled: some, run: () => alignSelection(store, 'middle') },
    alignBottom: { id: 'design.align-bottom', enabled: some, run: () => alignSelection(store, 'bottom') },
    distributeX: {
      id: 'design.distribute-x',
      enabled: atLeast(3),
      run: () => distributeSelection(store, 'x'),
    },
    distributeY: {
      id: 'design.distribute-y',
      enabled: atLeast(3),
      run: () => distributeSelection(store, 'y'),
    },
    nudgeLeft: nudge('design.nudge-left', 'ArrowLeft', -1, 0),
    nudgeRight: nudge('design.nudge-right', 'ArrowRight', 1, 0),
    nudgeUp: nudge('design.nudge-up', 'ArrowUp', 0, -1),
    nudgeDown: nudge('design.nudge-down', 'ArrowDown', 0, 1),
    nudgeLeftFar: nudge('design.nudge-left-far', 'shift+ArrowLeft', -10, 0),
    nudgeRightFar: nudge('design.nudge-right-far', 'shift+ArrowRight', 10, 0),
    nudgeUpFar: nudge('design.nudge-up-far', 'shift+ArrowUp', 0, -10),
    nudgeDownFar: nudge('design.nudge-down-far', 'shift+ArrowDown', 0, 10),
  } satisfies Record<string, Action>;
}
