import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { useWords } from '#renderer/ui/words.tsx';
import type { Crop } from '#shared/domain/post.ts';
import classes from './adjust.module.css';
import { type Corner, movedCrop, resizedCrop } from './crop-frame.ts';

const corners: readonly Corner[] = [
  { right: false, bottom: false },
  { right: true, bottom: false },
  { right: false, bottom: true },
  { right: true, bottom: true },
];
/** One press of an arrow key, as a fraction of the picture. */
const keyStep = 0.01;

/** A picture with the frame that cuts it: dragged by its middle or corners, or moved and sized by arrow keys. */
export function CropPicture({
  ratio,
  crop,
  lock,
  onChange,
  children,
}: {
  /** Width divided by height of the picture. */
  ratio: number;
  crop: Crop;
  lock: number | null;
  onChange(crop: Crop): void;
  children: ReactNode;
}) {
  const { t } = useWords();
  const drag = useRef<{ x: number; y: number; crop: Crop; corner: Corner | null } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const start = (event: PointerEvent<HTMLElement>, corner: Corner | null): void => {
    event.preventDefault();
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, crop, corner };
  };
  const move = (event: PointerEvent): void => {
    const from = drag.current;
    const size = box.current?.getBoundingClientRect();
    if (!from || !size) return;
    const dx = (event.clientX - from.x) / size.width;
    const dy = (event.clientY - from.y) / size.height;
    onChange(from.corner ? resizedCrop(from.crop, from.corner, dx, dy, lock) : movedCrop(from.crop, dx, dy));
  };
  const end = (): void => {
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && drag.current) {
      event.stopPropagation();
      onChange(drag.current.crop);
      drag.current = null;
      return;
    }
    const dx = event.key === 'ArrowRight' ? keyStep : event.key === 'ArrowLeft' ? -keyStep : 0;
    const dy = event.key === 'ArrowDown' ? keyStep : event.key === 'ArrowUp' ? -keyStep : 0;
    if (dx === 0 && dy === 0) return;
    event.preventDefault();
    onChange(
      event.shiftKey
        ? resizedCrop(crop, { right: true, bottom: true }, dx, dy, lock)
        : movedCrop(crop, dx, dy),
    );
  };
  const percent = (value: number): string => `${value * 100}%`;
  return (
    <div className={classes['picture']} ref={box} style={{ aspectRatio: ratio }}>
      {children}
      <div
        className={classes['frame']}
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the frame is moved by arrow keys
        tabIndex={0}
        aria-label={t('composer.cropFrame')}
        aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowRight Shift+ArrowDown"
        style={{
          left: percent(crop.x),
          top: percent(crop.y),
          width: percent(crop.width),
          height: percent(crop.height),
        }}
        onPointerDown={(event) => start(event, null)}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onKeyDown={onKeyDown}
      >
        {corners.map((corner) => (
          <span
            key={`${corner.right} ${corner.bottom}`}
            className={classes['corner']}
            data-right={corner.right}
            data-bottom={corner.bottom}
            onPointerDown={(event) => start(event, corner)}
            onPointerMove={move}
            onPointerUp={end}
          />
        ))}
      </div>
    </div>
  );
}
