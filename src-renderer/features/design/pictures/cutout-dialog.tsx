import { Button, Checkbox, Modal, SegmentedControl, Slider } from '@mantine/core';
import { type MouseEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import { runJob } from '#renderer/bridge/client.ts';
import { notify, notifyFailure, notifyUndo } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { resolveColour } from '#shared/design/colours.ts';
import { cutOut } from '#shared/design/images/cutout.ts';
import type { ImageNode } from '#shared/design/layers/image.ts';
import { updateNodes } from '#shared/design/operations.ts';
import { presentTokens } from '#renderer/ui/fonts/brand.ts';
import { useEditor } from '../session/editor.ts';
import { keeps } from '../session/locks.ts';
import { FillField } from '../inspector/fill-field.tsx';
import { PixelCanvas } from '#renderer/ui/looks/pixel-canvas.tsx';
import styles from './pictures.module.css';
import { copyOf, useSmallPixels } from '#renderer/ui/looks/small-pixels.ts';

/** Longest side of the preview, px: small enough to follow the sliders. */
const previewSide = 520;

interface Choice {
  colour: string | null;
  tolerance: number;
  feather: number;
  everywhere: boolean;
}

/** Removes a picture's background by colour, with a preview that follows the sliders. */
export function CutoutDialog({ node, onClose }: { node: ImageNode; onClose(): void }) {
  const { t } = useWords();
  const { store } = useEditor();
  const id = useId();
  const source = node.originalAssetId ?? node.assetId;
  const small = useSmallPixels(`picture/${source}`, previewSide);
  const [choice, setChoice] = useState<Choice>({
    colour: null,
    tolerance: 18,
    feather: 1,
    everywhere: false,
  });
  const [picking, setPicking] = useState(false);
  const shown = useDeferredValue(choice);
  const preview = useMemo(() => {
    if (!small) return null;
    const pixels = copyOf(small);
    const { colour, ...rest } = shown;
    cutOut(pixels, { ...rest, ...(colour === null ? {} : { colour }) });
    return pixels;
  }, [small, shown]);
  const set = (change: Partial<Choice>): void => setChoice((before) => ({ ...before, ...change }));

  const pick = (event: MouseEvent<HTMLCanvasElement>): void => {
    if (!small || !picking) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = Math.floor(((event.clientX - box.left) / box.width) * small.width);
    const y = Math.floor(((event.clientY - box.top) / box.height) * small.height);
    const at = (y * small.width + x) * 4;
    const hex = [...small.data.subarray(at, at + 3)].map((level) => level.toString(16).padStart(2, '0'));
    set({ colour: `#${hex.join('')}` });
  };
  const run = async (): Promise<void> => {
    onClose();
    const { colour, ...rest } = choice;
    const asset = await runJob('images.cutout', {
      assetId: source,
      ...rest,
      ...(colour === null ? {} : { colour: colour.slice(0, 7) }),
    });
    const { body } = store.snapshot();
    const now = body.nodes[node.id];
    // Meanwhile the layer may have gone or been given another picture: the result waits in the library.
    if (now?.type !== 'image' || now.assetId !== node.assetId) return;
    if (keeps(body, node.id, 'content')) {
      notify(t('design-arrange.content-locked'));
      return;
    }
    store.apply(updateNodes(body, { [node.id]: { assetId: asset.id, originalAssetId: source } }));
    notifyUndo(t('design-pictures.background-removed'), () => store.undo());
  };

  return (
    <Modal opened onClose={onClose} title={t('design-pictures.remove-background-title')} size={760}>
      <div className={styles.cutout}>
        <div className={styles.checkered} data-picking={picking}>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the colour can also be written in its field */}
          <PixelCanvas
            pixels={preview}
            className={styles.preview}
            aria-label={t('design-pictures.cutout-preview')}
            role="img"
            onClick={pick}
          />
        </div>
        <div className={styles.controls}>
          <div>
            <p className={styles.caption}>{t('design-pictures.background-is')}</p>
            <SegmentedControl
              fullWidth
              aria-label={t('design-pictures.background-is')}
              value={picking ? 'picked' : 'edges'}
              data={[
                { value: 'edges', label: t('design-pictures.background-edges') },
                { value: 'picked', label: t('design-pictures.background-picked') },
              ]}
              onChange={(value) => {
                setPicking(value === 'picked');
                if (value === 'edges') set({ colour: null });
              }}
            />
          </div>
          {picking && (
            <>
              <p className={styles.note}>{t('design-pictures.pick-hint')}</p>
              <FillField
                bare
                allow="colour"
                label={t('design-pictures.colour')}
                value={choice.colour}
                onChange={(colour) => set({ colour: resolveColour(colour, presentTokens()) })}
              />
            </>
          )}
          <div>
            <p className={styles.caption} id={`${id}-tolerance`}>
              {t('design-pictures.tolerance')}
              <span className={styles.value}>{choice.tolerance}</span>
            </p>
            <Slider
              size="sm"
              label={null}
              aria-labelledby={`${id}-tolerance`}
              thumbLabel={t('design-pictures.tolerance')}
              value={choice.tolerance}
              onChange={(tolerance) => set({ tolerance })}
            />
          </div>
          <div>
            <p className={styles.caption}>
              {t('design-pictures.feather')}
              <span className={styles.value}>{choice.feather} px</span>
            </p>
            <Slider
              size="sm"
              label={null}
              max={20}
              thumbLabel={t('design-pictures.feather')}
              value={choice.feather}
              onChange={(feather) => set({ feather })}
            />
          </div>
          <Checkbox
            label={t('design-pictures.everywhere')}
            description={t('design-pictures.everywhere-hint')}
            checked={choice.everywhere}
            onChange={(event) => set({ everywhere: event.currentTarget.checked })}
          />
          <p className={styles.note}>{t('design-pictures.cutout-hint')}</p>
        </div>
      </div>
      <div className={styles.footer}>
        <Button variant="default" onClick={onClose}>
          {t('design-pictures.cancel')}
        </Button>
        <Button disabled={!preview} onClick={() => run().catch(notifyFailure)}>
          {t('design-pictures.remove')}
        </Button>
      </div>
    </Modal>
  );
}
