import { IconCrop } from '@tabler/icons-react';
import type { Action } from '#renderer/commands/action.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';
import { chosenImages } from '../pictures/looks.ts';
import type { EditorStore } from '../session/editor-store.ts';

/** The only chosen picture, when what it shows may be changed. */
export function pictureToChange(store: EditorStore): ImageNode | null {
  const { body, selection, readOnly } = store.snapshot();
  const [first, ...others] = readOnly ? [] : chosenImages(body, selection, 'content');
  return !first || others.length > 0 || first.assetId === '' ? null : first;
}

/** Cropping the chosen picture on the canvas; Enter, as for the words of a text. */
export function cropAction(store: EditorStore) {
  return {
    id: 'design-pictures.crop',
    icon: IconCrop,
    keys: ['C', 'Enter'],
    enabled: () => store.snapshot().cropping === null && pictureToChange(store) !== null,
    run: () => store.crop(pictureToChange(store)?.id ?? null),
  } satisfies Action;
}
