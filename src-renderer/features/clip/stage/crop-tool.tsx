import { Button, SegmentedControl } from '@mantine/core';
import { useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { ClipCrop } from '#shared/clip/edit/segment.ts';
import { useClipEditor } from '../session/editor.tsx';
import { cropOfRatio, dragCrop, type Grip, grips } from './crop-box.ts';
import { arrowStep, startDrag } from './drag.ts';
import { withoutPicture, withPicture } from './edit-picture.ts';
import type { Box, Size } from './picture-geometry.ts';
import { Shade } from './shade.tsx';
import styles from './stage.module.css';
import { changeStage, type StageState, useStageState } from './stage-state.ts';
import { useEscape } from './use-escape.ts';
import { useShownSegment } from './use-playhead.ts';
import { type Croppable, isCroppable, useWholePicture } from './use-whole-picture.ts';

const whole: ClipCrop = { x: 0, y: 0, width: 1, height: 1 };
const ratios: Record<Exclude<StageState['ratio'], 'free' | 'frame'>, number> = {
  '1:1': 1,
  '16:9': 16 / 9,
  '9:16': 9 / 16,
};

/** The crop of the segment under the playhead, set on its whole picture. */
export function CropTool({ frame, shown }: { frame: Size; shown: Size }) {
  const { t } = useWords();
  const segment = useShownSegment();
  useEscape();
  if (!isCroppable(segment)) return <p className={styles.toolNote}>{t('clip-stage.nothing-to-crop')}</p>;
  return <Crop key={segment.id} segment={segment} frame={frame} shown={shown} />;
}

function Crop({ segment, frame, shown }: { segment: Croppable; frame: Size; shown: Size }) {
  const { t } = useWords();
  const editor = useClipEditor();
  const { ratio } = useStageState();
  const box = useWholePicture(segment, shown, false);
  const gesture = useRef(0);
  if (!box) return null;
  const crop = segment.picture?.crop ?? whole;
  const shape = box.width / box.height;
  const wanted = (of: StageState['ratio']): number | null =>
    of === 'free' ? null : (of === 'frame' ? frame.width / frame.height : ratios[of]) / shape;
  const set = (next: ClipCrop, name?: string): void =>
    editor.change((edit) => withPicture(edit, segment.id, (picture) => ({ ...picture, crop: next })), name);
  const drag = (grip: Grip) => (event: React.PointerEvent<Element>) => {
    gesture.current += 1;
    const name = `crop ${segment.id} ${gesture.current}`;
    startDrag(event, (dx, dy, keys) => {
      const lock = keys.shift ? crop.width / crop.height : wanted(ratio);
      set(dragCrop(crop, grip, dx / box.width, dy / box.height, lock), name);
    });
  };
  const nudge = (grip: Grip) => (event: React.KeyboardEvent) => {
    const step = arrowStep(event);
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    set(
      dragCrop(crop, grip, step.x / box.width, step.y / box.height, wanted(ratio)),
      `crop keys ${segment.id}`,
    );
  };
  const part: Box = {
    x: box.x + crop.x * box.width,
    y: box.y + crop.y * box.height,
    width: crop.width * box.width,
    height: crop.height * box.height,
  };
  return (
    <>
      <Shade whole={box} part={part} />
      <div
        className={styles.cropShade}
        style={{ left: part.x, top: part.y, width: part.width, height: part.height }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a drawn frame that is moved, no text */}
        <div
          className={styles.cropMove}
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: moved by the arrow keys
          tabIndex={0}
          aria-label={t('clip-stage.crop-frame')}
          onPointerDown={drag('move')}
          onKeyDown={nudge('move')}
        />
        {grips.map((grip) => (
          <button
            key={grip}
            type="button"
            className={styles.grip}
            data-grip={grip}
            aria-label={t('clip-stage.crop-grip')}
            onPointerDown={drag(grip)}
            onKeyDown={nudge(grip)}
          />
        ))}
      </div>
      <div className={styles.toolBar} role="toolbar" aria-label={t('clip-stage.crop')}>
        <SegmentedControl
          size="xs"
          value={ratio}
          aria-label={t('clip-stage.crop-ratio')}
          data={[
            { value: 'free', label: t('clip-stage.ratio-free') },
            { value: 'frame', label: t('clip-stage.ratio-frame') },
            { value: '1:1', label: '1:1' },
            { value: '16:9', label: '16:9' },
            { value: '9:16', label: '9:16' },
          ]}
          onChange={(value) => {
            changeStage({ ratio: value });
            const lock = wanted(value);
            if (lock !== null) set(cropOfRatio(whole, lock));
          }}
        />
        <Button
          size="compact-xs"
          variant="default"
          disabled={!segment.picture?.crop}
          onClick={() => editor.change((edit) => withoutPicture(edit, segment.id, 'crop'))}
        >
          {t('clip-stage.crop-reset')}
        </Button>
        <Button size="compact-xs" onClick={() => changeStage({ mode: 'view' })}>
          {t('clip-stage.done')}
        </Button>
      </div>
    </>
  );
}
