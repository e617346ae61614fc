import { IconFocusCentered, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import type { ActionContext } from './context.ts';

/** Zoom and what is shown over the page. */
export function viewActions({ editor }: ActionContext) {
  const { viewport } = editor;
  return {
    fit: { id: 'design.zoom-fit', icon: IconFocusCentered, keys: ['mod+0'], run: () => viewport.fit() },
    zoomIn: {
      id: 'design.zoom-in',
      icon: IconZoomIn,
      keys: ['mod++', 'mod+='],
      run: () => viewport.zoomBy(1.25),
    },
    zoomOut: { id: 'design.zoom-out', icon: IconZoomOut, keys: ['mod+-'], run: () => viewport.zoomBy(0.8) },
    zoomFull: { id: 'design.zoom-100', keys: ['mod+1'], run: () => viewport.zoomTo(1) },
  } satisfies Record<string, Action>;
}
