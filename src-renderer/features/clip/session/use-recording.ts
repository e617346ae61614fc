import type { CallOutput } from '#shared/contract/index.ts';

export type Filmstrip = CallOutput<'clips.filmstrip'>;
export type Waveform = CallOutput<'clips.waveform'>;
