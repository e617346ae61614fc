import { smallPixels } from '#renderer/ui/looks/small-pixels.ts';
import { tidyLooks } from '#renderer/ui/looks/tidy-looks.ts';
import {
  IconArrowBackUp,
  IconBackground,
  IconClipboardText,
  IconColorFilter,
  IconFlipHorizontal,
  IconFlipVertical,
  IconRestore,
  IconWand,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { useActions } from '#renderer/commands/registry.ts';
import { autoAdjustments, histogramOf } from '#shared/design/images/auto-adjustments.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';
import { cropAction, pictureToChange } from '../crop/crop-action.ts';
import { useEditor } from '../session/editor.ts';
import { requestCutout } from './cutout-request.ts';
import { changeImages, chosenImages, copiedLooks, copyLooks } from './looks.ts';

const enough = 240;

/** What pictures of the page can be told to do. */
export function usePictureActions(): Record<
  | 'crop'
  | 'flipX'
  | 'flipY'
  | 'removeBackground'
  | 'restoreOriginal'
  | 'enhance'
  | 'copyLooks'
  | 'pasteLooks'
  | 'resetLooks',
  Action
> {
  const { store } = useEditor();
  const actions = useMemo(() => {
    const images = (): ImageNode[] => {
      const { body, selection, readOnly } = store.snapshot();
      return readOnly ? [] : chosenImages(body, selection);
    };
    const some = (): boolean => images().length > 0;
    const one = (): ImageNode | null => pictureToChange(store);
    return {
      crop: cropAction(store),
      flipX: {
        id: 'design-pictures.flip-x',
        icon: IconFlipHorizontal,
        enabled: some,
        run: () => changeImages(store, (node) => ({ flipX: node.flipX ? undefined : true })),
      },
      flipY: {
        id: 'design-pictures.flip-y',
        icon: IconFlipVertical,
        enabled: some,
        run: () => changeImages(store, (node) => ({ flipY: node.flipY ? undefined : true })),
      },
      removeBackground: {
        id: 'design-pictures.remove-background',
        icon: IconBackground,
        enabled: () => one() !== null,
        run: () => requestCutout(one()?.id ?? null),
      },
      restoreOriginal: {
        id: 'design-pictures.restore-original',
        icon: IconRestore,
        enabled: () => one()?.originalAssetId !== undefined,
        run: () =>
          changeImages(
            store,
            ({ originalAssetId, assetId }) => ({
              assetId: originalAssetId ?? assetId,
              originalAssetId: undefined,
            }),
            { aspect: 'content' },
          ),
      },
      enhance: {
        id: 'design-pictures.enhance',
        icon: IconWand,
        enabled: () => images().some((node) => node.assetId !== ''),
        run: async () => {
          const found = new Map<string, ReturnType<typeof autoAdjustments>>();
          for (const { assetId } of images()) {
            if (assetId === '' || found.has(assetId)) continue;
            found.set(assetId, autoAdjustments(histogramOf(await smallPixels(`picture/${assetId}`, enough))));
          }
          changeImages(store, (node) => ({
            adjust: tidyLooks({ ...node.adjust, ...found.get(node.assetId) }),
          }));
        },
      },
      copyLooks: {
        id: 'design-pictures.copy-looks',
        icon: IconColorFilter,
        enabled: () => images()[0]?.adjust !== undefined,
        run: () => {
          const [first] = images();
          if (first) copyLooks(first);
        },
      },
      pasteLooks: {
        id: 'design-pictures.paste-looks',
        icon: IconClipboardText,
        enabled: () => some() && copiedLooks() !== null,
        run: () => {
          const looks = copiedLooks();
          if (looks) changeImages(store, () => ({ adjust: tidyLooks(looks) }));
        },
      },
      resetLooks: {
        id: 'design-pictures.reset-looks',
        icon: IconArrowBackUp,
        enabled: () => images().some((node) => node.adjust !== undefined),
        run: () => changeImages(store, () => ({ adjust: undefined })),
      },
    } satisfies Record<string, Action>;
  }, [store]);
  useActions(Object.values<Action>(actions));
  return actions;
}
