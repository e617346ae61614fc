import { IconCopyPlus, IconTrash } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { addPage, duplicatePage, removePage } from '../session/page-edits.ts';
import type { ActionContext } from './context.ts';
import { conditionsOf } from './context.ts';

/** Adding, copying and removing pages. */
export function pageActions({ editor }: ActionContext) {
  const { store } = editor;
  const { writable } = conditionsOf(editor);
  return {
    addPage: {
      id: 'design.add-page',
      enabled: writable,
      run: () => {
        const { body, pageId } = store.snapshot();
        const added = addPage(body, pageId);
        store.apply(added.edit);
        store.showPage(added.pageId);
      },
    },
    duplicatePage: {
      id: 'design.duplicate-page',
      icon: IconCopyPlus,
      enabled: writable,
      run: () => {
        const { body, pageId } = store.snapshot();
        const added = duplicatePage(body, pageId);
        store.apply(added.edit);
        store.showPage(added.pageId);
      },
    },
    removePage: {
      id: 'design.remove-page',
      icon: IconTrash,
      enabled: () => writable() && Object.keys(store.snapshot().body.pages).length > 1,
      run: () => {
        const { body, pageId } = store.snapshot();
        store.apply(removePage(body, pageId));
      },
    },
  } satisfies Record<string, Action>;
}
