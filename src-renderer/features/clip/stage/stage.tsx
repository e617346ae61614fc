import { useElementSize } from '@mantine/hooks';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { noInsets } from '#shared/clip/captions/layout-cue.ts';
import { CaptionLayer } from '../captions/caption-layer.tsx';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { CropTool } from './crop-tool.tsx';
import { ExactFrame } from './exact-frame.tsx';
import { FocusTool } from './focus-tool.tsx';
import { frameSize } from './frame-size.ts';
import { FrameMarks, useSafeZone } from './frame-marks.tsx';
import { OverlayLayer } from './overlay-layer.tsx';
import { fitInto } from './picture-geometry.ts';
import { Pictures } from './pictures.tsx';
import { StageBar } from './stage-bar.tsx';
import styles from './stage.module.css';
import { useStageState } from './stage-state.ts';
import { useStageActions } from './use-stage-actions.ts';
import { useSourceChange } from './use-source-change.ts';
import { Waiting } from './waiting.tsx';

/** Room around the frame, px. */
const margin = 24;
/** Room for the tools below a picture that is being cropped, px. */
const toolRoom = 44;

/** The frame of the clip on a neutral table: what plays, and everything that is placed by hand. */
export default function Stage() {
  const { t } = useWords();
  const editor = useClipEditor();
  const name = useClip((now) => now.name);
  const edit = useClip((now) => now.edit);
  useSourceChange();
  const frame = frameSize(edit, editor.sources.asset);
  const safe = useSafeZone(frame);
  const { ref, width, height } = useElementSize();
  const { zoom, mode, exact } = useStageState();
  const actions = useStageActions();
  const place = { width: Math.max(40, width - 2 * margin), height: Math.max(40, height - 2 * margin) };
  // While a crop or focus is set, the whole picture has all of the space.
  const free = mode !== 'view';
  const scale = zoom === 'fit' || free ? fitInto(frame, place) : zoom / window.devicePixelRatio;
  const shown = free
    ? { ...place, height: place.height - toolRoom }
    : { width: frame.width * scale, height: frame.height * scale };
  const parts = { frame, shown };
  const menu = [actions.crop, actions.focus, null, actions.safe, actions.thirds, actions.exact, actions.fit];
  return (
    <section className={styles.stage} aria-label={t('clip-stage.stage', { name })}>
      <StageBar frame={frame} actions={actions} scale={scale} />
      <ContextMenu actions={menu}>
        <div className={styles.table} ref={ref} data-fit={zoom === 'fit' || free} data-full-screen>
          {width > 0 && (
            <div className={styles.frame} style={shown} data-free={free} data-testid="clip-frame">
              <Pictures shown={shown} />
              {mode === 'view' && (
                <>
                  <OverlayLayer {...parts} />
                  <FrameMarks {...parts} />
                  <CaptionLayer {...shown} frame={frame} safe={safe ?? noInsets} />
                </>
              )}
              {mode === 'crop' && <CropTool {...parts} />}
              {mode === 'focus' && <FocusTool {...parts} />}
              {exact && <ExactFrame />}
            </div>
          )}
          <Waiting />
        </div>
      </ContextMenu>
    </section>
  );
}
