import { useState } from 'react';
import type { Guide } from '#shared/design/snapping.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { useDesignPages } from './use-design-pages.ts';
import { useSafeZone } from './frame-marks.tsx';
import { OverlayBox } from './overlay-box.tsx';
import { isShown } from './overlay-move.ts';
import type { Size } from './picture-geometry.ts';
import styles from './stage.module.css';
import { usePlayheadTime } from './use-playhead.ts';

/** Pictures over the video, to be moved and resized by hand; and the lines they stick to meanwhile. */
export function OverlayLayer({ frame, shown }: { frame: Size; shown: Size }) {
  const editor = useClipEditor();
  const time = usePlayheadTime();
  const overlays = useClip((now) => now.edit.overlays);
  const zone = useSafeZone(frame);
  const pages = useDesignPages();
  const [guides, setGuides] = useState<readonly Guide[]>([]);
  const visible = (overlays ?? []).filter((overlay) => isShown(overlay, time));
  const scale = shown.width / frame.width;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside everything lets go of what is chosen
    <div
      className={styles.overlays}
      onPointerDown={(event) => {
        // The frame's own ground: lets go of what is chosen, or plays and pauses.
        if (event.target !== event.currentTarget || event.button !== 0) return;
        if (editor.selection.get()?.kind === 'overlay') editor.selection.set(null);
        else if (editor.player.now().playing) editor.player.pause();
        else editor.player.play();
      }}
    >
      {visible.map((overlay) => (
        <OverlayBox
          key={overlay.id}
          overlay={overlay}
          time={time}
          frame={frame}
          scale={scale}
          zone={zone}
          url={
            overlay.kind === 'image'
              ? `picture/${overlay.source}`
              : pages.address(overlay.source, overlay.page ?? null, { clear: overlay.cutOut })
          }
          onGuides={setGuides}
        />
      ))}
      {guides.map((guide) => (
        <span
          key={`${guide.axis}${guide.position}`}
          className={styles.guide}
          data-axis={guide.axis}
          style={guide.axis === 'x' ? { left: guide.position * scale } : { top: guide.position * scale }}
          aria-hidden
        />
      ))}
    </div>
  );
}
