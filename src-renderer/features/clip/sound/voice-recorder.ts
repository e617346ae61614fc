import { wavOf } from './voice-wav.ts';

/** Why nothing can be recorded. */
export type VoiceProblem = 'unsupported' | 'refused' | 'no-microphone' | 'busy';

/** Carries the reason. */
export class VoiceError extends Error {
  readonly problem: VoiceProblem;

  constructor(problem: VoiceProblem) {
    super(problem);
    this.problem = problem;
  }
}

function problemOf(error: unknown): VoiceProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'no-microphone';
  return 'busy';
}

/**
 * The microphone, asked for by the browser or the system the first time. `device` '' is the usual one.
 * @throws VoiceError
 */
export async function openMicrophone(device: string): Promise<MediaStream> {
  // Absent where the page is not reached over https or from this computer.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (!devices || typeof MediaRecorder === 'undefined') throw new VoiceError('unsupported');
  try {
    return await devices.getUserMedia({
      // What plays on the speakers meanwhile is kept out; loudness stays as it is spoken.
      audio: {
        echoCancellation: true,
        noiseSuppression: true,
        autoGainControl: false,
        ...(device === '' ? {} : { deviceId: { exact: device } }),
      },
    });
  } catch (error) {
    throw new VoiceError(problemOf(error));
  }
}

/** Microphones by name; they have names only once one was allowed. */
export async function microphones(): Promise<{ value: string; label: string }[]> {
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter((device) => device.kind === 'audioinput' && device.deviceId !== '' && device.label !== '')
    .map((device) => ({ value: device.deviceId, label: device.label }));
}

export function closeMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** How loud it is now, 0 to 1 (peak of the last moments); closed together with its context. */
export function levelOf(stream: MediaStream): { now(): number; close(): void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 2048;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    now() {
      analyser.getFloatTimeDomainData(samples);
      return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
    },
    close: () => void context.close(),
  };
}

/** A recording under way. */
export interface VoiceTake {
  /** Milliseconds of `performance.now()` at which its first sample was taken. */
  startedAt: number;
  /** Ends it; one channel, 48 kHz. @throws when nothing was heard of the microphone */
  stop(): Promise<{ wav: ArrayBuffer; seconds: number }>;
}

const rate = 48_000;

async function decoded(parts: Blob[]): Promise<{ wav: ArrayBuffer; seconds: number }> {
  const context = new OfflineAudioContext(1, 1, rate);
  const sound = await context.decodeAudioData(await new Blob(parts).arrayBuffer());
  const mixed = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel += 1)
    sound.getChannelData(channel).forEach((sample, at) => {
      mixed[at] = (mixed[at] ?? 0) + sample / sound.numberOfChannels;
    });
  return { wav: wavOf(mixed, rate), seconds: sound.length / rate };
}

/** Starts to record; resolves when the recorder really runs. */
export function takeVoice(stream: MediaStream): Promise<VoiceTake> {
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 192_000 });
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
  const { promise, resolve, reject } = Promise.withResolvers<VoiceTake>();
  recorder.addEventListener('error', () => reject(new VoiceError('busy')), { once: true });
  recorder.addEventListener(
    'start',
    () =>
      resolve({
        startedAt: performance.now(),
        stop: async () => {
          const ended = Promise.withResolvers<void>();
          // A microphone that was pulled out has ended the recording itself.
          if (recorder.state === 'inactive') ended.resolve();
          else {
            recorder.addEventListener('stop', () => ended.resolve(), { once: true });
            recorder.stop();
          }
          await ended.promise;
          return decoded(parts);
        },
      }),
    { once: true },
  );
  recorder.start(1000);
  return promise;
}
