import { Popover, Slider, UnstyledButton } from '@mantine/core';
import {
  IconMaximize,
  IconMinimize,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
  IconRepeat,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { memo, useMemo, useState, useSyncExternalStore } from 'react';
import type { Action } from '#renderer/commands/action.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { numberFormat } from '../fields/spans.ts';
import { TimeField } from '../fields/time-field.tsx';
import { type FrameClock, frameClock, timecode } from '../fields/time-text.ts';
import { useClip, useClipEditor } from '../session/editor.tsx';
import { clipPlayerOf } from './timeline-player.ts';
import styles from './transport-bar.module.css';
import { useFullScreen } from './use-full-screen.ts';

/** Where the playhead is: the one part of the bar that changes with every frame. */
function Position({ clock }: { clock: FrameClock }) {
  const { t } = useWords();
  const { player } = useClipEditor();
  const seconds = useSyncExternalStore(player.subscribe, () => player.now().time);
  return (
    <TimeField
      label={t('clip-stage.position')}
      invalidWord={t('clip-stage.not-a-time')}
      seconds={seconds}
      clock={clock}
      large
      onChange={(next) => player.seek(next)}
    />
  );
}

/** Under the picture: where the playhead is, playing, speed, sound. Every key of it is the clip screen's. */
export const TransportBar = memo(function TransportBar() {
  const { t, locale } = useWords();
  const editor = useClipEditor();
  const player = clipPlayerOf(editor.player);
  useClip((now) => now.edit);
  const playing = useSyncExternalStore(player.subscribe, () => player.now().playing);
  const speed = useSyncExternalStore(player.subscribe, () => player.now().rate);
  const waiting = useSyncExternalStore(player.subscribe, () => player.now().waiting);
  const sound = useSyncExternalStore(player.subscribe, player.sound);
  const through = useSyncExternalStore(player.subscribe, () =>
    player.layers().some(({ slot }) => {
      const state = slot ? player.playback.get(slot.assetId) : null;
      return state?.stage === 'ready' && state.through === 'proxy';
    }),
  );
  const full = useFullScreen();
  const rate = editor.rate();
  const duration = editor.duration();
  const clock = useMemo(() => frameClock(duration, rate), [duration, rate]);
  const number = numberFormat(locale);
  const action = (id: string, icon: Action['icon'], keys: string[], run: () => void): Action => ({
    id,
    keys,
    run,
    ...(icon ? { icon } : {}),
  });
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('clip-stage.transport')}>
      <div className={styles.side}>
        <Position clock={clock} />
        <span className={styles.whole} title={t('clip-stage.length')}>
          {`/ ${timecode(clock, duration)}`}
        </span>
      </div>
      <div className={styles.middle}>
        <IconAction
          action={action('clip-stage.to-start', IconPlayerSkipBack, ['Home'], () => player.seek(0))}
        />
        <IconAction
          action={action('clip-stage.frame-back', IconPlayerTrackPrev, ['ArrowLeft'], () => player.step(-1))}
        />
        <span className={styles.play} data-running={playing}>
          <IconAction
            size={34}
            action={action(
              playing ? 'clip-stage.pause' : 'clip-stage.play',
              playing ? IconPlayerPause : IconPlayerPlay,
              ['Space'],
              () => (playing ? player.pause() : player.play()),
            )}
          />
        </span>
        <IconAction
          action={action('clip-stage.frame-on', IconPlayerTrackNext, ['ArrowRight'], () => player.step(1))}
        />
        <IconAction
          action={action('clip-stage.to-end', IconPlayerSkipForward, ['End'], () => player.seek(duration))}
        />
      </div>
      <div className={styles.side} data-end>
        {through && (
          <span className={styles.through} title={t('clip-stage.through-proxy')}>
            {t('clip-stage.through-proxy')}
          </span>
        )}
        <output className={styles.running} aria-label={t('clip-stage.speed')}>
          {waiting ? t('clip-stage.waiting') : playing && speed !== 1 ? `${number.format(speed)}×` : ''}
        </output>
        <IconAction
          active={sound.loop}
          action={action('clip-stage.loop', IconRepeat, [], () => player.setSound({ loop: !sound.loop }))}
        />
        <Volume volume={sound.volume} muted={sound.muted} onChange={(change) => player.setSound(change)} />
        <IconAction
          action={action(
            full.on ? 'clip-stage.leave-full-screen' : 'clip-stage.full-screen',
            full.on ? IconMinimize : IconMaximize,
            [],
            full.toggle,
          )}
        />
      </div>
    </div>
  );
});

/** How loud the preview is; the export knows nothing of it. */
function Volume({
  volume,
  muted,
  onChange,
}: {
  volume: number;
  muted: boolean;
  onChange(change: { volume?: number; muted?: boolean }): void;
}) {
  const { t, locale } = useWords();
  const [opened, setOpened] = useState(false);
  const percent = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const silent = muted || volume === 0;
  return (
    <Popover opened={opened} onChange={setOpened} position="top" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={styles.volume}
          aria-label={t('clip-stage.volume')}
          title={t('clip-stage.volume')}
          onClick={() => setOpened((now) => !now)}
        >
          {silent ? <IconVolumeOff size={18} stroke={1.5} /> : <IconVolume size={18} stroke={1.5} />}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles.sheet ?? ''}>
        <IconAction
          active={muted}
          action={{
            id: muted ? 'clip-stage.unmute' : 'clip-stage.mute',
            icon: muted ? IconVolumeOff : IconVolume,
            run: () => onChange({ muted: !muted }),
          }}
        />
        <Slider
          className={styles.slider}
          size="sm"
          thumbLabel={t('clip-stage.volume')}
          min={0}
          max={1}
          step={0.01}
          value={muted ? 0 : volume}
          label={(value) => percent.format(value)}
          onChange={(value) => onChange({ volume: value, muted: false })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
