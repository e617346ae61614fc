import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import { sourceTime } from '#shared/clip/edit/layout.ts';
import { useClipEditor } from '../session/editor.tsx';
import { arrowStep, startDrag } from './drag.ts';
import { keyNear, moveFocus, toggleFocusKey, withoutPicture, withPicture } from './edit-picture.ts';
import { focusAt, type Size } from './picture-geometry.ts';
import { Shade } from './shade.tsx';
import styles from './stage.module.css';
import { changeStage } from './stage-state.ts';
import { useEscape } from './use-escape.ts';
import { usePlayheadTime, useShownSegment } from './use-playhead.ts';
import { type Croppable, isCroppable, useWholePicture } from './use-whole-picture.ts';

const closest = 8;
const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

/** What the frame looks at, set on the segment's cropped picture: a point, how near, and keyframes. */
export function FocusTool({ frame, shown }: { frame: Size; shown: Size }) {
  const { t } = useWords();
  const segment = useShownSegment();
  useEscape();
  if (!isCroppable(segment)) return <p className={styles.toolNote}>{t('clip-stage.nothing-to-crop')}</p>;
  return <Focus key={segment.id} segment={segment} frame={frame} shown={shown} />;
}

function Focus({ segment, frame, shown }: { segment: Croppable; frame: Size; shown: Size }) {
  const { t, locale } = useWords();
  const editor = useClipEditor();
  const time = usePlayheadTime();
  const box = useWholePicture(segment, shown, true);
  const gesture = useRef(0);
  const placed = editor.placed().find((one) => one.segment.id === segment.id);
  if (!box || !placed) return null;
  const source = sourceTime(placed, time);
  const at = segment.kind === 'clip' ? Math.max(0, source - segment.from) : Math.max(0, time - placed.start);
  const keys = segment.picture?.focus;
  const point = focusAt(keys, at);
  const reach = 0.6 / editor.rate();
  const onKey = keyNear(keys ?? [], at, reach) >= 0 && (keys?.length ?? 0) > 1;
  const set = (next: typeof point, name: string): void =>
    editor.change(
      (edit) =>
        withPicture(edit, segment.id, (picture) => ({
          ...picture,
          focus: moveFocus(
            keys,
            at,
            { x: clamp(next.x, 0, 1), y: clamp(next.y, 0, 1), zoom: clamp(next.zoom, 1, closest) },
            reach,
          ),
        })),
      name,
    );
  // What the frame sees of the picture, in parts of it.
  const scale = Math.max(frame.width / box.width, frame.height / box.height) * point.zoom;
  const wide = Math.min(1, frame.width / scale / box.width);
  const high = Math.min(1, frame.height / scale / box.height);
  const left = clamp(point.x - wide / 2, 0, 1 - wide);
  const top = clamp(point.y - high / 2, 0, 1 - high);
  const seen = {
    x: box.x + left * box.width,
    y: box.y + top * box.height,
    width: wide * box.width,
    height: high * box.height,
  };
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <Shade whole={box} part={seen} />
      <div
        className={styles.focusSeen}
        style={{ left: seen.x, top: seen.y, width: seen.width, height: seen.height }}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a point in two directions; a range has one */}
      <div
        className={styles.focusPoint}
        role="slider"
        tabIndex={0}
        aria-label={t('clip-stage.focus-point')}
        aria-valuenow={Math.round(point.x * 100)}
        aria-valuetext={`${percent.format(point.x)} × ${percent.format(point.y)}`}
        data-key={onKey}
        style={{ left: box.x + point.x * box.width, top: box.y + point.y * box.height }}
        onPointerDown={(event) => {
          gesture.current += 1;
          const name = `focus ${segment.id} ${gesture.current}`;
          startDrag(event, (dx, dy) =>
            set({ ...point, x: point.x + dx / box.width, y: point.y + dy / box.height }, name),
          );
        }}
        onWheel={(event) =>
          set(
            { ...point, zoom: point.zoom * (event.deltaY < 0 ? 1.05 : 1 / 1.05) },
            `focus zoom ${segment.id}`,
          )
        }
        onKeyDown={(event) => {
          const step = arrowStep(event);
          const nearer = event.key === '+' || event.key === '=' ? 1.1 : event.key === '-' ? 1 / 1.1 : 1;
          if (!step && nearer === 1) return;
          event.preventDefault();
          event.stopPropagation();
          const way = step ?? { x: 0, y: 0 };
          set(
            { x: point.x + way.x / 100, y: point.y + way.y / 100, zoom: point.zoom * nearer },
            `focus keys ${segment.id}`,
          );
        }}
      />
      <div className={styles.toolBar} role="toolbar" aria-label={t('clip-stage.focus')}>
        <span className={styles.toolWord}>{t('clip-stage.zoom-in-by', { zoom: point.zoom.toFixed(2) })}</span>
        <Button
          size="compact-xs"
          variant="default"
          onClick={() =>
            editor.change((edit) =>
              withPicture(edit, segment.id, (picture) => ({
                ...picture,
                focus: toggleFocusKey(keys, at, point, reach),
              })),
            )
          }
        >
          {onKey ? t('clip-stage.remove-key') : t('clip-stage.add-key')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          disabled={!keys || keys.length === 0}
          onClick={() => editor.change((edit) => withoutPicture(edit, segment.id, 'focus'))}
        >
          {t('clip-stage.focus-reset')}
        </Button>
        <Button size="compact-xs" onClick={() => changeStage({ mode: 'view' })}>
          {t('clip-stage.done')}
        </Button>
      </div>
    </>
  );
}
