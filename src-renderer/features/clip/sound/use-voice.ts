import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { importFiles } from '#renderer/commands/import-files.ts';
import { notify, notifyFailure } from '#renderer/ui/notify.tsx';
import { useWords } from '#renderer/ui/words.tsx';
import { addBeside } from '#shared/clip/edit/operations/beside.ts';
import type { SoundItem } from '#shared/clip/edit/schema.ts';
import { newId } from '#shared/domain/id.ts';
import { useClipEditor } from '../session/editor.tsx';
import {
  closeMicrophone,
  microphones,
  openMicrophone,
  takeVoice,
  VoiceError,
  type VoiceProblem,
  type VoiceTake,
} from './voice-recorder.ts';

type State =
  | { stage: 'asking' | 'ready' | 'saving' }
  | { stage: 'failed'; problem: VoiceProblem }
  | { stage: 'counting'; left: number }
  | { stage: 'recording'; seconds: number };

const countdown = 3;

/** The microphone while the hook is in use, another one as soon as it is chosen. */
function useMicrophone(onProblem: (problem: VoiceProblem) => void, onOpen: () => void) {
  const [device, setDevice] = useState('');
  const [devices, setDevices] = useState<{ value: string; label: string }[]>([]);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [round, setRound] = useState(0);
  const tell = useRef({ onProblem, onOpen });
  useEffect(() => {
    tell.current = { onProblem, onOpen };
  });
  useEffect(() => {
    let current = true;
    let opened: MediaStream | null = null;
    const open = async (): Promise<void> => {
      const found = await openMicrophone(device);
      if (!current) return closeMicrophone(found);
      opened = found;
      setStream(found);
      setDevices(await microphones());
      tell.current.onOpen();
    };
    open().catch((error: unknown) => {
      if (current) tell.current.onProblem(error instanceof VoiceError ? error.problem : 'busy');
    });
    return () => {
      current = false;
      if (opened) closeMicrophone(opened);
      setStream(null);
    };
  }, [device, round]);
  const chosen = device || (stream?.getAudioTracks()[0]?.getSettings().deviceId ?? '');
  return { stream, device: chosen, devices, setDevice, retry: () => setRound((count) => count + 1) };
}

/**
 * Recording a voice over the clip: the count, then the clip plays while the microphone is taken. What was spoken
 * before the first frame moved is cut off, so that words stand where they were said.
 */
export function useVoice() {
  const { t, locale } = useWords();
  const { player, change, selection, duration } = useClipEditor();
  const [state, setState] = useState<State>({ stage: 'asking' });
  const microphone = useMicrophone(
    (problem) => setState({ stage: 'failed', problem }),
    () => setState({ stage: 'ready' }),
  );
  const playhead = useSyncExternalStore(player.subscribe, () => player.now().time);
  /** At the very end there is nothing to speak over: from the start then. */
  const startsAt = playhead >= duration() - 0.1 ? 0 : playhead;
  const take = useRef<{ voice: VoiceTake; at: number; moved: number | null } | null>(null);
  const counting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  async function save(): Promise<void> {
    const done = take.current;
    if (!done) return;
    take.current = null;
    player.pause();
    setState({ stage: 'saving' });
    try {
      const { wav, seconds } = await done.voice.stop();
      const lead = done.moved === null ? 0 : Math.max(0, (done.moved - done.voice.startedAt) / 1000);
      const stamp = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'medium' }).format(
        new Date(),
      );
      const name = t('clip-sound.voice-name', { time: stamp.replace(/[/:\\]/g, '.') });
      const result = await importFiles([new File([wav], `${name}.wav`, { type: 'audio/wav' })]);
      const asset = result?.imported[0] ?? result?.duplicates[0];
      if (asset && seconds > lead + 0.05) {
        const item: SoundItem = {
          id: newId(),
          name,
          source: asset.id,
          at: done.at,
          from: lead,
          to: seconds,
          role: 'voice',
        };
        change((edit) => addBeside(edit, 'sounds', [item]));
        selection.set({ kind: 'sound', ids: [item.id] });
        notify(t('clip-sound.did-record'));
      }
    } catch (error) {
      notifyFailure(error);
    } finally {
      setState({ stage: 'ready' });
    }
  }

  async function record(at: number): Promise<void> {
    if (!microphone.stream) return;
    try {
      const voice = await takeVoice(microphone.stream);
      take.current = { voice, at, moved: null };
      setState({ stage: 'recording', seconds: 0 });
      player.play();
    } catch {
      setState({ stage: 'failed', problem: 'busy' });
    }
  }

  function count(left: number, at: number): void {
    if (left === 0) void record(at);
    else {
      setState({ stage: 'counting', left });
      counting.current = setTimeout(() => count(left - 1, at), 1000);
    }
  }

  // The clip decides: where it stops (its end, a pause), the recording stops too.
  const follow = useRef(() => {});
  useEffect(() => {
    follow.current = () => {
      const under = take.current;
      if (!under) return;
      const { time, playing } = player.now();
      if (playing && under.moved === null && time > under.at)
        under.moved = performance.now() - (time - under.at) * 1000;
      if (playing) setState({ stage: 'recording', seconds: Math.max(0, time - under.at) });
      else if (under.moved !== null) void save();
    };
  });
  useEffect(() => player.subscribe(() => follow.current()), [player]);
  useEffect(
    () => () => {
      clearTimeout(counting.current);
      if (take.current) player.pause();
      take.current = null;
    },
    [player],
  );

  return {
    state,
    startsAt,
    stream: microphone.stream,
    device: microphone.device,
    devices: microphone.devices,
    choose: (device: string): void => {
      setState({ stage: 'asking' });
      microphone.setDevice(device);
    },
    retry: (): void => {
      setState({ stage: 'asking' });
      microphone.retry();
    },
    start: (): void => {
      player.pause();
      player.seek(startsAt);
      count(countdown, startsAt);
    },
    stop: (): void => {
      clearTimeout(counting.current);
      if (take.current) void save();
      else setState({ stage: 'ready' });
    },
  };
}
