import { Select } from '@mantine/core';
import type { Action } from '#renderer/commands/action.ts';
import { IconAction } from '#renderer/ui/icon-action.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { TimeField } from '../fields/time-field.tsx';
import { type FrameClock, frameAt, timecode, timeOf } from '../fields/time-text.ts';
import type { ClipActions } from '../use-clip-actions.ts';
import type { Player } from './player.ts';
import styles from './transport.module.css';
import { usePlayer, usePlayerMode } from './use-player.ts';

const speeds = [0.25, 0.5, 1, 1.5, 2, 4];

function Position({ player, clock }: { player: Player; clock: FrameClock }) {
  const { t } = useWords();
  const { frame } = usePlayer(player);
  return (
    <>
      <TimeField
        large
        label={t('clip.position')}
        invalidWord={t('clip.not-a-time')}
        clock={clock}
        seconds={timeOf(clock, frame)}
        onChange={(seconds) => player.goTo(frameAt(clock, seconds))}
      />
      <span className={styles.whole} title={t('clip.source-length')}>
        {timecode(clock, clock.duration)}
      </span>
    </>
  );
}

/** The row under the picture: position, playing, points, sound, speed, zoom. */
export function Transport({
  player,
  clock,
  actions,
}: {
  player: Player;
  clock: FrameClock;
  actions: ClipActions;
}) {
  const { t, locale } = useWords();
  const mode = usePlayerMode(player);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const group = (each: readonly Action[]) =>
    each.map((action) => <IconAction key={action.id} action={action} />);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus where it is
    <div
      className={styles.bar}
      onMouseDown={(event) => {
        // A click on a button must not take the space bar away from playing.
        if (event.target instanceof Element && !event.target.closest('input')) event.preventDefault();
      }}
    >
      <div className={styles.side}>
        <Position player={player} clock={clock} />
      </div>
      <div className={styles.middle} role="toolbar" aria-label={t('clip.playing')}>
        {group([actions.setIn, actions.goIn, actions.previousFrame])}
        <span className={styles.play} data-running={mode.running !== 0}>
          <IconAction action={actions.play} size={34} />
        </span>
        {group([actions.nextFrame, actions.goOut, actions.setOut])}
      </div>
      <div className={styles.side} data-end>
        {mode.running !== 0 && mode.running !== mode.speed && (
          <span className={styles.running}>{`${number.format(mode.running)}×`}</span>
        )}
        <IconAction action={actions.setCover} />
        <IconAction action={actions.mute} active={mode.muted} />
        <Select
          className={styles.speed}
          aria-label={t('clip.speed')}
          value={String(mode.speed)}
          data={speeds.map((speed) => ({ value: String(speed), label: `${number.format(speed)}×` }))}
          onChange={(value) => value !== null && player.setSpeed(Number(value))}
        />
        <span className={styles.rule} aria-hidden />
        {group([actions.zoomOut, actions.zoomFit, actions.zoomIn])}
      </div>
    </div>
  );
}
