import { useRef, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import { changeBeside } from '#shared/clip/edit/operations/beside.ts';
import type { Overlay } from '#shared/clip/edit/schema.ts';
import type { Guide } from '#shared/design/snapping.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { arrowStep, startDrag } from './drag.ts';
import { corners, dragBox, overlayTargets, resizeBox } from './overlay-drag.ts';
import { overlayLook } from './overlay-move.ts';
import type { Box, Size } from './picture-geometry.ts';
import styles from './stage.module.css';
import type { useSafeZone } from './frame-marks.tsx';
import { useChosen } from './use-playhead.ts';

/** px of the screen within which a moved overlay sticks. */
const reach = 6;
/** px of the frame: an overlay stays at least this wide. */
const least = 16;

/** One overlay on the stage: chosen by a press, moved by dragging and arrows, resized by its corners. */
export function OverlayBox({
  overlay,
  time,
  frame,
  scale,
  zone,
  url,
  onGuides,
}: {
  overlay: Overlay;
  time: number;
  frame: Size;
  /** CSS px per px of the frame. */
  scale: number;
  zone: ReturnType<typeof useSafeZone>;
  url: string | null;
  onGuides(guides: readonly Guide[]): void;
}) {
  const { t } = useWords();
  const editor = useClipEditor();
  const readOnly = useClip((now) => now.record.readOnly);
  const chosen = useChosen('overlay').includes(overlay.id);
  const [shape, setShape] = useState(0.5625);
  const gesture = useRef(0);
  const width = overlay.width * frame.width;
  const box: Box = { x: overlay.x * frame.width, y: overlay.y * frame.height, width, height: width * shape };
  const look = overlayLook(overlay, time, box, frame);

  const set = (next: Box, name: string): void =>
    editor.change(
      (edit) =>
        changeBeside(edit, 'overlays', [overlay.id], (one) => ({
          ...one,
          x: Math.min(2, Math.max(-2, next.x / frame.width)),
          y: Math.min(2, Math.max(-2, next.y / frame.height)),
          width: Math.min(4, next.width / frame.width),
        })),
      name,
    );
  const choose = (): void => editor.selection.set({ kind: 'overlay', ids: [overlay.id] });
  const press = (event: React.PointerEvent<Element>): void => {
    choose();
    if (readOnly) return;
    gesture.current += 1;
    const name = `overlay ${overlay.id} ${gesture.current}`;
    const targets = overlayTargets(frame, [], zone);
    startDrag(
      event,
      (dx, dy, keys) => {
        const moved = dragBox(box, { x: dx / scale, y: dy / scale }, targets, keys.alt ? 0 : reach / scale);
        onGuides(moved.guides);
        set(moved.box, name);
      },
      () => onGuides([]),
    );
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: holds the buttons of its corners
    <div
      className={styles.overlay}
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: chosen and moved by keys
      tabIndex={0}
      aria-label={t('clip-stage.overlay', { name: overlay.name ?? t('clip-stage.unnamed') })}
      data-chosen={chosen}
      style={{
        left: box.x * scale,
        top: box.y * scale,
        width: box.width * scale,
        height: box.height * scale,
      }}
      onFocus={(event) => {
        if (event.target === event.currentTarget && !chosen) choose();
      }}
      onPointerDown={press}
      onKeyDown={(event) => {
        const step = arrowStep(event);
        if (!step || readOnly) return;
        event.preventDefault();
        event.stopPropagation();
        set({ ...box, x: box.x + step.x, y: box.y + step.y }, `overlay keys ${overlay.id}`);
      }}
    >
      {url !== null && (
        <img
          className={styles.overlayPicture}
          src={mediaUrl(url)}
          alt=""
          draggable={false}
          style={{
            opacity: look.opacity,
            transform: `translate(${look.x * scale}px, ${look.y * scale}px) scale(${look.scale})`,
          }}
          onLoad={({ currentTarget: image }) => {
            if (image.naturalWidth > 0) setShape(image.naturalHeight / image.naturalWidth);
          }}
        />
      )}
      {chosen &&
        !readOnly &&
        corners.map((corner) => (
          <button
            key={corner}
            type="button"
            className={styles.grip}
            data-grip={corner}
            aria-label={t('clip-stage.resize')}
            onPointerDown={(event) => {
              gesture.current += 1;
              const name = `overlay size ${overlay.id} ${gesture.current}`;
              startDrag(event, (dx, dy) => set(resizeBox(box, corner, dx / scale, dy / scale, least), name));
            }}
            onKeyDown={(event) => {
              const step = arrowStep(event);
              if (!step) return;
              event.preventDefault();
              event.stopPropagation();
              set(resizeBox(box, corner, step.x, step.y, least), `overlay size keys ${overlay.id}`);
            }}
          />
        ))}
    </div>
  );
}
