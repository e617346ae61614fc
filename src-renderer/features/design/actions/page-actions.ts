import { IconCopyPlus, IconTrash } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import { notifyUndo } from '#renderer/ui/notify.tsx';
import { edit } from '#shared/design/operations.ts';
import { pagesInOrder } from '#shared/design/tree.ts';
import { addPage, duplicatePage, removePage } from '../session/page-edits.ts';
import type { ActionContext } from './context.ts';
import { conditionsOf } from './context.ts';

/** Adding, copying and removing pages. */
export function pageActions({ editor, t }: ActionContext) {
  const { store } = editor;
  const { writable } = conditionsOf(editor);
  const several = (): boolean => Object.keys(store.snapshot().body.pages).length > 1;
  const step = (by: number): void => {
    const { body, pageId } = store.snapshot();
    const pages = pagesInOrder(body);
    const next = pages[pages.findIndex((page) => page.id === pageId) + by];
    if (next) store.showPage(next.id);
  };
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
    nextPage: { id: 'design-arrange.next-page', keys: ['PageDown'], enabled: several, run: () => step(1) },
    previousPage: {
      id: 'design-arrange.previous-page',
      keys: ['PageUp'],
      enabled: several,
      run: () => step(-1),
    },
    removePage: {
      id: 'design.remove-page',
      icon: IconTrash,
      enabled: () => writable() && Object.keys(store.snapshot().body.pages).length > 1,
      run: () => {
        const { body, pageId } = store.snapshot();
        const removed = removePage(body, pageId);
        store.apply(removed);
        // Its own way back, whatever else is done before the note goes.
        notifyUndo(t('design-arrange.page-removed'), () => {
          store.apply(edit(store.snapshot().body, removed.inverse));
          store.showPage(pageId);
        });
      },
    },
  } satisfies Record<string, Action>;
}
