import { Button, Progress } from '@mantine/core';
import { IconMovieOff, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import type { Action } from '#renderer/commands/action.ts';
import { ContextMenu } from '#renderer/ui/context-menu.tsx';
import { FailureNote } from '#renderer/ui/failure-note.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import type { FrameClock } from '../fields/time-text.ts';
import { formatSpan } from '../fields/spans.ts';
import type { Lane, Waveform } from '../session/use-recording.ts';
import styles from './picture.module.css';
import type { Player } from './player.ts';
import { SoundPicture } from './sound-picture.tsx';
import type { Playback } from './use-playback.ts';

/** Where the clip is seen: the picture, the sound's shape when there is none, or why there is nothing yet. */
export function Picture({
  name,
  assetId,
  clock,
  player,
  playback,
  wave,
  menu,
  onToggle,
  onTooHard,
  onRetry,
}: {
  name: string;
  assetId: string;
  clock: FrameClock;
  player: Player;
  playback: Playback;
  wave: Lane<Waveform>;
  menu: readonly (Action | null)[];
  onToggle(): void;
  onTooHard(): void;
  onRetry(): void;
}) {
  const { t, locale } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const url = playback.stage === 'ready' ? playback.url : null;
  const tooHard = useEffectEvent(onTooHard);

  useEffect(() => {
    const element = video.current;
    if (!element || url === null) return;
    const detach = player.attach(element, () => tooHard());
    element.src = mediaUrl(url);
    return () => {
      detach();
      element.removeAttribute('src');
      // Lets go of the connection and the decoder.
      element.load();
    };
  }, [url, player]);

  return (
    <ContextMenu actions={menu}>
      <div className={styles.stage}>
        {clock.soundOnly && <SoundPicture wave={wave} clock={clock} player={player} />}
        {/* biome-ignore lint/a11y/useMediaCaption: the user's own recording has none */}
        <video
          ref={video}
          className={styles.video}
          data-sound={clock.soundOnly}
          data-ready={url !== null}
          aria-label={t('clip.picture', { name })}
          preload="auto"
          playsInline
          disableRemotePlayback
          onClick={onToggle}
        />
        {playback.stage === 'preparing' && (
          <div className={styles.waiting} role="status">
            {!clock.soundOnly && (
              <img className={styles.poster} src={mediaUrl(`thumb/${assetId}`)} alt="" aria-hidden />
            )}
            <div className={styles.sheet}>
              <p>{t('clip.preparing')}</p>
              <Progress
                aria-label={t('clip.preparing')}
                value={
                  playback.job && playback.job.total > 0
                    ? (playback.job.done / playback.job.total) * 100
                    : 100
                }
                animated={!playback.job || playback.job.total === 0}
                size="sm"
              />
              <div className={styles.row}>
                <span className={styles.left}>
                  {typeof playback.job?.secondsLeft === 'number' &&
                    t('clip.time-left', { time: formatSpan(playback.job.secondsLeft, locale) })}
                </span>
                <Button
                  variant="default"
                  size="compact-xs"
                  leftSection={<IconPlayerStop size={14} stroke={1.5} />}
                  onClick={playback.cancel}
                >
                  {t('clip.cancel')}
                </Button>
              </div>
            </div>
          </div>
        )}
        {playback.stage === 'cancelled' && (
          <div className={styles.waiting}>
            <div className={styles.sheet}>
              <p>{t('clip.preview-cancelled')}</p>
              <Button variant="default" size="compact-sm" onClick={onRetry}>
                {t('clip.prepare-again')}
              </Button>
            </div>
          </div>
        )}
        {playback.stage === 'failed' && (
          <div className={styles.waiting}>
            <div className={styles.failed}>
              <IconMovieOff size={26} stroke={1.25} aria-hidden />
              <FailureNote error={playback.error} onRetry={onRetry} />
            </div>
          </div>
        )}
        {playback.stage === 'ready' && playback.through === 'proxy' && !clock.soundOnly && (
          <span className={styles.through}>{t('clip.through-proxy')}</span>
        )}
      </div>
    </ContextMenu>
  );
}
