import { Button } from '@mantine/core';
import { IconFrame, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { MediaPicker } from '#renderer/ui/media-picker/media-picker.tsx';
import { Panel } from '#renderer/ui/panel.tsx';
import { Thumb } from '#renderer/ui/thumb.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { Cover } from '#shared/clip/edit/schema.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { frameClock, timecode } from '../fields/time-text.ts';
import styles from './overlays.module.css';

/** The still that stands for the clip: a frame of it, a page of a design, or a picture. */
export function CoverSection({ disabled }: { disabled: boolean }) {
  const { t } = useWords();
  const { change, player, duration, rate } = useClipEditor();
  const cover = useClip((snapshot) => snapshot.edit.cover ?? null);
  const [picking, setPicking] = useState(false);
  const set = (next: Cover | null): void =>
    change(({ cover: _was, ...rest }) => (next ? { ...rest, cover: next } : rest));
  return (
    <Panel title={t('clip-overlays.cover')} remember="clip.cover">
      {cover === null && <p className={styles.hint}>{t('clip-overlays.cover-none')}</p>}
      {cover && (
        <div className={styles.cover}>
          {cover.kind === 'frame' ? (
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              leftSection={<IconFrame size={14} stroke={1.5} />}
              onClick={() => player.seek(cover.at)}
            >
              {timecode(frameClock(duration(), rate()), cover.at)}
            </Button>
          ) : (
            <span className={styles.coverPicture}>
              <Thumb
                path={cover.kind === 'design' ? `design/${cover.design}` : `thumb/${cover.source}`}
                alt={t('clip-overlays.cover')}
              />
            </span>
          )}
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            disabled={disabled}
            onClick={() => set(null)}
          >
            {t('clip-overlays.cover-clear')}
          </Button>
        </div>
      )}
      <div className={styles.pair}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={disabled}
          leftSection={<IconFrame size={14} stroke={1.5} />}
          onClick={() => set({ kind: 'frame', at: player.now().time })}
        >
          {t('clip-overlays.cover-frame')}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={disabled}
          leftSection={<IconPhoto size={14} stroke={1.5} />}
          onClick={() => setPicking(true)}
        >
          {t('clip-overlays.cover-choose')}
        </Button>
      </div>
      <MediaPicker
        opened={picking}
        single
        title={t('clip-overlays.cover-choose')}
        shelves={['design', 'asset']}
        kinds={['image']}
        confirm={() => t('clip-overlays.cover-take')}
        onClose={() => setPicking(false)}
        onPick={([item]) =>
          item &&
          set(
            item.asset ? { kind: 'image', source: item.id } : { kind: 'design', design: item.id, page: null },
          )
        }
      />
    </Panel>
  );
}
