import {
  IconFocusCentered,
  IconHandStop,
  IconPencil,
  IconPointer,
  IconRuler2,
  IconVectorBezier2,
  IconZoomIn,
  IconZoomInArea,
  IconZoomOut,
} from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { boundsOf } from '#shared/design/geometry.ts';
import { selectionBox } from '../session/layer-boxes.ts';
import { changeSetup } from '../session/setup-edits.ts';
import { setViewOptions, viewOptions } from '../session/view-options.ts';
import type { ActionContext } from './context.ts';
import { conditionsOf } from './context.ts';

/** px between the lines of a grid that is turned on for the first time. */
const firstGrid = 40;

/** Zoom, what is shown over the page, and the tool in the hand. */
export function viewActions({ editor }: ActionContext) {
  const { viewport, store, tool } = editor;
  const { writable } = conditionsOf(editor);
  return {
    fit: {
      id: 'design.zoom-fit',
      icon: IconFocusCentered,
      keys: ['mod+0', 'shift+1'],
      run: () => viewport.fit(),
    },
    zoomIn: {
      id: 'design.zoom-in',
      icon: IconZoomIn,
      keys: ['mod++', 'mod+='],
      run: () => viewport.zoomBy(1.25),
    },
    zoomOut: { id: 'design.zoom-out', icon: IconZoomOut, keys: ['mod+-'], run: () => viewport.zoomBy(0.8) },
    zoomFull: { id: 'design.zoom-100', keys: ['mod+1', 'shift+0'], run: () => viewport.zoomTo(1) },
    zoomSelection: {
      id: 'design-arrange.zoom-selection',
      icon: IconZoomInArea,
      keys: ['mod+2', 'shift+2'],
      enabled: () => store.snapshot().selection.length > 0,
      run: () => {
        const { body, selection } = store.snapshot();
        const box = selectionBox(body, selection);
        if (box) viewport.show(boundsOf(box));
      },
    },
    toolSelect: {
      id: 'design-arrange.tool-select',
      icon: IconPointer,
      keys: ['V'],
      run: () => void tool.putDown(),
    },
    toolHand: {
      id: 'design-arrange.tool-hand',
      icon: IconHandStop,
      keys: ['H'],
      run: () => tool.take('hand'),
    },
    toolZoom: {
      id: 'design-arrange.tool-zoom',
      icon: IconZoomIn,
      keys: ['Z'],
      run: () => tool.take('zoom'),
    },
    toolPen: {
      id: 'design-arrange.tool-pen',
      icon: IconVectorBezier2,
      keys: ['P'],
      enabled: writable,
      run: () => tool.take('pen'),
    },
    toolPencil: {
      id: 'design-arrange.tool-pencil',
      icon: IconPencil,
      keys: ['shift+P'],
      enabled: writable,
      run: () => tool.take('pencil'),
    },
    rulers: {
      id: 'design-arrange.toggle-rulers',
      icon: IconRuler2,
      keys: ['shift+R'],
      run: () => setViewOptions({ rulers: !viewOptions().rulers }),
    },
    guides: {
      id: 'design-arrange.toggle-guides',
      keys: ['mod+;'],
      run: () => setViewOptions({ guides: !viewOptions().guides }),
    },
    grid: {
      id: 'design-arrange.toggle-grid',
      keys: ["mod+'"],
      run: () => {
        const { body } = store.snapshot();
        if ((body.grid ?? null) !== null) setViewOptions({ grid: !viewOptions().grid });
        else {
          setViewOptions({ grid: true });
          store.apply(changeSetup(body, { grid: firstGrid }));
        }
      },
    },
    safeArea: {
      id: 'design-arrange.toggle-safe-area',
      run: () => setViewOptions({ safeArea: !viewOptions().safeArea }),
    },
    snapping: {
      id: 'design-arrange.toggle-snapping',
      keys: ['shift+S'],
      run: () => setViewOptions({ snapping: !viewOptions().snapping }),
    },
  } satisfies Record<string, Action>;
}
