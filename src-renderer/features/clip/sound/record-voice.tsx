import { Button, CloseButton, Select } from '@mantine/core';
import { IconMicrophone, IconPlayerStop } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Panel } from '#renderer/ui/panel.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { formatTime } from '#shared/clip/time.ts';
import styles from './sound.module.css';
import { useVoice } from './use-voice.ts';
import { levelOf, type VoiceProblem } from './voice-recorder.ts';

/** From here on a recording is about to clip. */
const loud = 0.97;
/** The quietest level that the meter shows, decibels. */
const floor = -60;

/** How loud the microphone is, drawn at every frame without drawing anything else again. */
function Meter({ stream }: { stream: MediaStream }) {
  const { t } = useWords();
  const fill = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const level = levelOf(stream);
    let frame = 0;
    let shown = 0;
    const draw = (): void => {
      const peak = level.now();
      const part = Math.max(0, 1 - (20 * Math.log10(peak + 1e-6)) / floor);
      // Up at once, down slowly, as meters do.
      shown = Math.max(Math.min(1, part), shown - 0.02);
      if (fill.current) {
        fill.current.style.transform = `scaleX(${shown})`;
        fill.current.dataset['loud'] = String(peak >= loud);
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => {
      cancelAnimationFrame(frame);
      level.close();
    };
  }, [stream]);
  return (
    <div className={styles.meter} role="img" aria-label={t('clip-sound.meter')}>
      <span className={styles.meterFill} ref={fill} />
    </div>
  );
}

/** Records a voice over the clip, from the playhead on, while the clip plays. */
export function RecordVoice({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const voice = useVoice();
  const { state } = voice;
  const problems: Record<VoiceProblem, string> = {
    unsupported: t('clip-sound.voice-unsupported'),
    refused: t('clip-sound.voice-refused'),
    'no-microphone': t('clip-sound.voice-none'),
    busy: t('clip-sound.voice-busy'),
  };
  const place = useRef<HTMLDivElement>(null);
  // Asked for from the timeline or from further down the panel.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
    place.current?.focus({ preventScroll: true });
  }, []);
  const running = state.stage === 'recording' || state.stage === 'counting' || state.stage === 'saving';
  return (
    <div ref={place} className={styles.voice} tabIndex={-1}>
      <Panel
        title={t('clip-sound.voice')}
        actions={
          <CloseButton size="sm" aria-label={t('clip-sound.close')} disabled={running} onClick={onClose} />
        }
      >
        {voice.stream && <Meter stream={voice.stream} />}
        {voice.devices.length > 1 && (
          <Select
            aria-label={t('clip-sound.microphone')}
            allowDeselect={false}
            disabled={running}
            value={voice.device}
            data={voice.devices}
            onChange={(value) => voice.choose(value ?? '')}
          />
        )}
        <div className={styles.said} aria-live="assertive">
          {state.stage === 'failed' && (
            <p className={styles.hint} data-warns="true">
              {problems[state.problem]}
            </p>
          )}
          {state.stage === 'counting' && <span className={styles.count}>{state.left}</span>}
          {state.stage === 'recording' && (
            <span className={styles.count} role="timer" aria-live="off">
              <span className={styles.light} aria-hidden />
              {formatTime(state.seconds).slice(3, -2)}
            </span>
          )}
          {(state.stage === 'ready' || state.stage === 'asking') && (
            <p className={styles.hint} aria-live="off">
              {t('clip-sound.voice-hint', { time: formatTime(voice.startsAt).slice(3, -1) })}
            </p>
          )}
        </div>
        <div className={styles.buttons}>
          {state.stage === 'failed' ? (
            <Button variant="default" size="compact-sm" onClick={voice.retry}>
              {t('clip-sound.try-again')}
            </Button>
          ) : running ? (
            <Button
              size="compact-sm"
              loading={state.stage === 'saving'}
              leftSection={<IconPlayerStop size={14} stroke={1.5} />}
              onClick={voice.stop}
            >
              {state.stage === 'counting' ? t('clip-sound.cancel') : t('clip-sound.stop')}
            </Button>
          ) : (
            <Button
              size="compact-sm"
              disabled={state.stage !== 'ready'}
              leftSection={<IconMicrophone size={14} stroke={1.5} />}
              onClick={voice.start}
            >
              {t('clip-sound.record')}
            </Button>
          )}
        </div>
      </Panel>
    </div>
  );
}
