import { Button, Modal, Slider } from '@mantine/core';
import { useRef, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { useWords } from '#renderer/ui/words.tsx';
import type { ImageNode } from '#shared/design/layers/image.ts';
import styles from './crop-dialog.module.css';

/** Chooses the part of a picture that its frame shows: drag to place it, slide to enlarge it. */
export function CropDialog({
  node,
  onClose,
  onCrop,
}: {
  node: ImageNode;
  onClose(): void;
  onCrop(crop: ImageNode['crop']): void;
}) {
  const { t } = useWords();
  const [aspect, setAspect] = useState(1);
  const [centre, setCentre] = useState({
    x: node.crop.x + node.crop.width / 2,
    y: node.crop.y + node.crop.height / 2,
  });
  const [zoom, setZoom] = useState(1 / Math.max(node.crop.width, node.crop.height));
  const drag = useRef<{ x: number; y: number } | null>(null);
  // The frame's shape as a share of the picture, the largest that fits.
  const frameAspect = node.width / Math.max(1, node.height);
  const full =
    frameAspect > aspect
      ? { width: 1, height: aspect / frameAspect }
      : { width: frameAspect / aspect, height: 1 };
  const size = { width: full.width / zoom, height: full.height / zoom };
  const crop = {
    x: Math.min(1 - size.width, Math.max(0, centre.x - size.width / 2)),
    y: Math.min(1 - size.height, Math.max(0, centre.y - size.height / 2)),
    ...size,
  };
  const move = (dx: number, dy: number): void =>
    setCentre({ x: crop.x + crop.width / 2 + dx, y: crop.y + crop.height / 2 + dy });
  const percent = (value: number): string => `${value * 100}%`;
  return (
    <Modal opened onClose={onClose} title={t('design.crop')} size={640}>
      <div
        className={styles.picture}
        role="application"
        aria-label={t('design.crop-area')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the area is moved with the arrow keys
        tabIndex={0}
        onKeyDown={(event) => {
          const step = event.shiftKey ? 0.05 : 0.01;
          const by = {
            ArrowLeft: [-step, 0],
            ArrowRight: [step, 0],
            ArrowUp: [0, -step],
            ArrowDown: [0, step],
          }[event.key];
          if (!by) return;
          event.preventDefault();
          move(by[0] ?? 0, by[1] ?? 0);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerMove={(event) => {
          if (!drag.current) return;
          const box = event.currentTarget.getBoundingClientRect();
          move((event.clientX - drag.current.x) / box.width, (event.clientY - drag.current.y) / box.height);
          drag.current = { x: event.clientX, y: event.clientY };
        }}
        onPointerUp={() => {
          drag.current = null;
        }}
      >
        <img
          src={mediaUrl(`picture/${node.assetId}`)}
          alt=""
          draggable={false}
          onLoad={(event) => setAspect(event.currentTarget.naturalWidth / event.currentTarget.naturalHeight)}
        />
        <span
          className={styles.area}
          style={{
            left: percent(crop.x),
            top: percent(crop.y),
            width: percent(crop.width),
            height: percent(crop.height),
          }}
        />
      </div>
      <div className={styles.footer}>
        <Slider
          className={styles.zoom ?? ''}
          aria-label={t('design.crop-zoom')}
          label={null}
          min={1}
          max={6}
          step={0.01}
          value={zoom}
          onChange={setZoom}
        />
        <Button variant="default" onClick={onClose}>
          {t('design.cancel')}
        </Button>
        <Button onClick={() => onCrop(crop)}>{t('design.apply')}</Button>
      </div>
    </Modal>
  );
}
