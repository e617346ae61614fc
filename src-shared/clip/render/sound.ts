import type { FfmpegAbilities } from '../abilities.ts';
import type { PlacedSegment } from '../edit/layout.ts';
import type { ClipEdit, SoundItem } from '../edit/schema.ts';
import {
  decimal,
  exactly,
  highestGain,
  isSilent,
  levelFilters,
  samplesOf,
  soundRate,
} from './sound-level.ts';
import { mainSound } from './sound-main.ts';
import {
  joinSounds,
  readSound,
  soundFormat,
  type SoundStream,
  type SoundWriter,
  soundWriter,
  streamOf,
} from './sound-source.ts';
import type { GraphPart, RenderContext } from './types.ts';

type SoundContext = Pick<RenderContext, 'inputs' | 'duration' | 'abilities' | 'fileOf' | 'probeOf'>;

/** Pads of one length, added up as they are. Builds before 4.4 divide by their number, which is taken back. */
function mixSounds(writer: SoundWriter, pads: readonly string[], abilities: FfmpegAbilities): string {
  const [first] = pads;
  if (first !== undefined && pads.length === 1) return first;
  const mix = `amix=inputs=${pads.length}:duration=first:dropout_transition=0`;
  return writer.chain(pads, abilities.statsPeriod ? [`${mix}:normalize=0`] : [mix, `volume=${pads.length}`]);
}

/** Loops up to this many seconds are held in memory; longer ones are read again. */
const heldLoop = 30;

function itemPad(writer: SoundWriter, item: SoundItem, stream: SoundStream, duration: number): string {
  const piece = item.to - item.from;
  const lasts = item.loop ? duration - item.at : Math.min(piece, duration - item.at);
  const rounds = Math.ceil(lasts / piece - 1e-6);
  const { envelope, ...whole } = item;
  // A volume line belongs to the part of the file: it is heard again in every round, as the preview plays it.
  const read = (seconds: number): string => {
    const line = envelope?.length ? levelFilters({ envelope }, seconds) : [];
    const raw = readSound(writer, stream, item.from, seconds);
    return line.length > 0 ? writer.chain([raw], line) : raw;
  };
  let pad: string;
  if (rounds <= 1) pad = read(Math.min(piece, lasts));
  else if (piece <= heldLoop)
    pad = writer.chain([read(piece)], [`aloop=loop=-1:size=${samplesOf(piece)}`, 'asetpts=N/SR/TB']);
  else
    pad = joinSounds(
      writer,
      Array.from({ length: rounds }, () => read(piece)),
    );
  const delay = samplesOf(item.at);
  return writer.chain(
    [pad],
    [
      ...exactly(samplesOf(lasts)),
      ...levelFilters(whole, lasts),
      ...(delay > 0 ? [`adelay=${delay}S|${delay}S`] : []),
      ...exactly(samplesOf(duration)),
    ],
  );
}

/** Under this many decibels (RMS) nothing yields: rooms and noise are no voice. */
const heardFrom = -38;

/**
 * What makes others yield, as full scale where something is heard and nothing elsewhere: a gate, then hard clipping.
 * The compressor after it therefore always takes off the same, however loud the voice is.
 */
function duckingKey(writer: SoundWriter, pad: string): string {
  const threshold = decimal(10 ** (heardFrom / 20));
  return writer.chain(
    [pad],
    [
      `agate=threshold=${threshold}:ratio=9000:range=0:attack=5:release=250:knee=1`,
      'volume=80dB',
      'aformat=sample_fmts=s16',
      soundFormat,
    ],
  );
}

/** The steepest compression there is: of what lies over its threshold, 19 parts of 20 go. */
const duckRatio = 20;

function duckFilter(decibels: number): string {
  const threshold = 10 ** (decibels / (1 - 1 / duckRatio) / 20);
  return `sidechaincompress=threshold=${decimal(Math.max(threshold, 0.001))}:ratio=${duckRatio}:attack=40:release=350:knee=1`;
}

interface Placed {
  item: SoundItem;
  pad: string;
}

/** Music that yields to the main track and to voices; a voice that yields does so to the others. */
function withDucking(
  writer: SoundWriter,
  main: string | null,
  items: Placed[],
  context: SoundContext,
): string[] {
  const ducked = (one: Placed): boolean => (one.item.duck ?? 0) < 0;
  const keys = items.filter(({ item }) => item.role === 'voice');
  const speaks = (one: Placed): boolean => main !== null || keys.some((key) => key !== one);
  const yielding = items.filter((one) => ducked(one) && speaks(one));
  if (yielding.length === 0) return [...(main === null ? [] : [main]), ...items.map((one) => one.pad)];

  // Each source of a key is heard itself and listened to by everyone who yields to it.
  const listeners = new Map<string, string[]>();
  const share = (pad: string, count: number): string => {
    const [own = pad, ...rest] = writer.split(pad, count + 1);
    listeners.set(pad, rest);
    return own;
  };
  const layers: string[] = [];
  if (main !== null) layers.push(share(main, yielding.length));
  const heard = new Map<Placed, string>();
  for (const one of items) {
    const count = one.item.role === 'voice' ? yielding.filter((other) => other !== one).length : 0;
    heard.set(one, count > 0 ? share(one.pad, count) : one.pad);
  }
  for (const one of items) {
    const pad = heard.get(one) ?? one.pad;
    if (!yielding.includes(one)) {
      layers.push(pad);
      continue;
    }
    const sources = [...listeners]
      .filter(([source]) => source !== one.pad)
      .flatMap(([, free]) => free.splice(0, 1));
    const key = duckingKey(writer, mixSounds(writer, sources, context.abilities));
    layers.push(
      writer.chain([pad, key], [duckFilter(one.item.duck ?? 0), ...exactly(samplesOf(context.duration))]),
    );
  }
  return layers;
}

/** A ceiling of −1 dBFS for what is made louder or mixed; its look-ahead is taken off again. */
function limiter(duration: number): string[] {
  const ahead = Math.round(soundRate * 0.005);
  return [
    `apad=pad_len=${ahead}`,
    'alimiter=limit=0.891251:attack=5:release=50:level=disabled',
    `atrim=start_sample=${ahead}`,
    'asetpts=N/SR/TB',
    ...exactly(samplesOf(duration)),
  ];
}

/**
 * Everything that is heard, mixed: stereo, 48 kHz, exactly `context.duration` seconds from 0 on; null when nothing
 * is. What is neither louder nor mixed passes unchanged. The edit's loudness target is not applied here.
 */
export function soundGraph(
  edit: ClipEdit,
  placed: readonly PlacedSegment[],
  context: SoundContext,
): GraphPart | null {
  const { duration, abilities } = context;
  const writer = soundWriter(context.inputs);
  const whole = samplesOf(duration);
  if (whole <= 0) return null;
  const lanes = edit.muted ? [] : mainSound(writer, placed, duration, context);
  const items = (edit.sounds ?? []).flatMap((item) => {
    if (item.at >= duration || isSilent(item)) return [];
    const stream = streamOf(context.fileOf(item.source), context.probeOf(item.source));
    return stream ? [{ item, pad: itemPad(writer, item, stream, duration) }] : [];
  });
  if (lanes.length === 0 && items.length === 0) return null;

  const main =
    lanes.length === 0
      ? null
      : mixSounds(
          writer,
          lanes.map((lane) => writer.chain([lane], exactly(whole))),
          abilities,
        );
  const layers = withDucking(writer, main, items, context);
  const louder = placed.some(
    ({ segment }) => segment.kind === 'clip' && highestGain(segment.sound ?? {}) > 0,
  );
  const crowded =
    layers.length > 1 || lanes.length > 1 || louder || items.some(({ item }) => highestGain(item) > 0);
  const mixed = mixSounds(writer, layers, abilities);
  const output = crowded ? writer.chain([mixed], limiter(duration)) : mixed;
  return { filters: writer.filters, output };
}
