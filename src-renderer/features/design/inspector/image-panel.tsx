import { Button, Checkbox, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { ActionButton } from '#renderer/ui/action-button.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { ImageFrame, ImageNode } from '#shared/design/layers/image.ts';
import { changeImages } from '../pictures/looks.ts';
import { usePictureActions } from '../pictures/use-picture-actions.ts';
import { useEditor } from '../session/editor.ts';
import { FocusPicker } from './focus-picker.tsx';
import styles from './inspector.module.css';
import { PicturePicker } from './picture-picker.tsx';
import { useLayerFields } from './use-layer-fields.ts';

/** Outlines on offer; 'other' is one that came with a template. */
const frames: Readonly<Record<string, ImageFrame | undefined>> = {
  box: undefined,
  circle: { kind: 'ellipse' },
  triangle: { kind: 'polygon', sides: 3 },
  hexagon: { kind: 'polygon', sides: 6 },
  star: { kind: 'star', points: 5, inset: 0.5 },
  arch: { kind: 'path', d: 'M0 100V50A50 50 0 0 1 100 50V100Z', width: 100, height: 100 },
  heart: {
    kind: 'path',
    d: 'M50 94C18 70 0 52 0 29 0 12 12 2 26 2 36 2 45 8 50 17 55 8 64 2 74 2 88 2 100 12 100 29 100 52 82 70 50 94Z',
    width: 100,
    height: 96,
  },
};

function frameName(frame: ImageFrame | undefined): string {
  const same = Object.entries(frames).find(([, each]) => JSON.stringify(each) === JSON.stringify(frame));
  return same?.[0] ?? 'other';
}

const isImage = ({ type }: { type: string }): boolean => type === 'image';

/** Words for those who do not see the picture. */
function AltText({ node, disabled }: { node: ImageNode; disabled: boolean }) {
  const { t } = useWords();
  const { set } = useLayerFields();
  const decoration = node.altText === '';
  return (
    <>
      <Textarea
        autosize
        minRows={2}
        maxRows={5}
        label={t('design-pictures.alt-text')}
        placeholder={t('design-pictures.alt-placeholder')}
        disabled={disabled || decoration}
        value={node.altText ?? ''}
        onChange={(event) => set({ altText: event.currentTarget.value || undefined }, isImage)}
      />
      <Checkbox
        size="xs"
        label={t('design-pictures.decoration')}
        disabled={disabled}
        checked={decoration}
        onChange={(event) => set({ altText: event.currentTarget.checked ? '' : undefined }, isImage)}
      />
    </>
  );
}

/** How pictures fill their frames, which part is shown, and which picture it is. */
export function ImagePanel() {
  const { t } = useWords();
  const { store } = useEditor();
  const { leaves, shared, set, disabled, contentDisabled } = useLayerFields();
  const actions = usePictureActions();
  const [replacing, setReplacing] = useState(false);
  const images = leaves.filter((leaf) => leaf.type === 'image');
  const [first] = images;
  if (!first) return null;
  const single = images.length === 1 && first.assetId !== '';
  const frame = frameName(shared<ImageFrame>('frame', undefined, isImage) ?? undefined);
  const { crop } = first;
  return (
    <Panel title={t('design.image')} remember="design.image">
      <SegmentedControl
        fullWidth
        disabled={disabled}
        aria-label={t('design.fit')}
        value={shared<string>('fit') ?? ''}
        data={[
          { value: 'cover', label: t('design.fit-cover') },
          { value: 'contain', label: t('design.fit-contain') },
          { value: 'fill', label: t('design.fit-fill') },
        ]}
        onChange={(fit) => set({ fit })}
      />
      <Button fullWidth variant="default" disabled={contentDisabled} onClick={() => setReplacing(true)}>
        {first.assetId === '' ? t('design.choose-picture') : t('design.replace-picture')}
      </Button>
      <div className={styles.row}>
        <IconAction action={actions.crop} />
        <IconAction action={actions.flipX} active={shared<boolean>('flipX', false, isImage) === true} />
        <IconAction action={actions.flipY} active={shared<boolean>('flipY', false, isImage) === true} />
        <Select
          className={styles.grow ?? ''}
          aria-label={t('design-pictures.frame')}
          disabled={disabled}
          allowDeselect={false}
          value={frame}
          data={[
            { value: 'box', label: t('design-pictures.frame-box') },
            { value: 'circle', label: t('design-pictures.frame-circle') },
            { value: 'arch', label: t('design-pictures.frame-arch') },
            { value: 'heart', label: t('design-pictures.frame-heart') },
            { value: 'star', label: t('design-pictures.frame-star') },
            { value: 'hexagon', label: t('design-pictures.frame-hexagon') },
            { value: 'triangle', label: t('design-pictures.frame-triangle') },
            ...(frame === 'other' ? [{ value: 'other', label: t('design-pictures.frame-other') }] : []),
          ]}
          onChange={(name) => {
            if (name !== 'other') changeImages(store, () => ({ frame: frames[name ?? 'box'] }));
          }}
        />
      </div>
      {single && <ActionButton action={actions.removeBackground} />}
      {single && first.originalAssetId !== undefined && <ActionButton action={actions.restoreOriginal} />}
      {single && first.fit === 'cover' && (
        <FocusPicker
          assetId={first.assetId}
          focus={first.focus ?? { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 }}
          disabled={contentDisabled}
          onChange={(focus) => set({ focus }, isImage)}
        />
      )}
      {images.length === 1 && <AltText node={first} disabled={contentDisabled} />}
      {replacing && (
        <PicturePicker
          onClose={() => setReplacing(false)}
          onPick={(asset) => {
            setReplacing(false);
            // Frame and looks stay; what belonged to the old picture does not.
            changeImages(
              store,
              () => ({
                assetId: asset.id,
                crop: { x: 0, y: 0, width: 1, height: 1 },
                focus: undefined,
                straighten: undefined,
                originalAssetId: undefined,
                altText: undefined,
              }),
              { aspect: 'content' },
            );
          }}
        />
      )}
    </Panel>
  );
}
