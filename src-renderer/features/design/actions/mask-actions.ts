import { IconMask, IconMaskOff } from '@tabler/icons-react';
import { maskChoice, maskedGroups, maskWith, releaseMasks } from '#shared/design/masks.ts';
import { newId } from '#shared/domain/id.ts';
import type { Action } from '#renderer/commands/action.ts';
import type { ActionContext } from './context.ts';

/** Layers that show through another one. */
export function maskActions({ editor: { store } }: Pick<ActionContext, 'editor'>) {
  return {
    useAsMask: {
      id: 'design-elements.use-as-mask',
      icon: IconMask,
      keys: ['mod+alt+M'],
      enabled: () => {
        const { body, selection, readOnly } = store.snapshot();
        return !readOnly && maskChoice(body, selection) !== null;
      },
      run: () => {
        const { body, selection } = store.snapshot();
        const only = selection.length === 1 ? selection[0] : undefined;
        const groupId = only ?? newId();
        store.apply(maskWith(body, selection, groupId), { select: [groupId] });
      },
    },
    releaseMask: {
      id: 'design-elements.release-mask',
      icon: IconMaskOff,
      enabled: () => {
        const { body, selection, readOnly } = store.snapshot();
        return !readOnly && maskedGroups(body, selection).length > 0;
      },
      run: () => {
        const { body, selection } = store.snapshot();
        store.apply(releaseMasks(body, selection));
      },
    },
  } satisfies Record<string, Action>;
}
