import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallInput } from '#shared/clip/args/call.ts';
import {
  correction,
  type LoudnessChange,
  loudnessFile,
  loudnessFilters,
  type LoudnessTarget,
  measureCall,
  readLoudness,
} from '#shared/clip/args/loudness.ts';
import { assetsOfEdit, placeSegments } from '#shared/clip/edit/layout.ts';
import type { ClipEdit } from '#shared/clip/edit/schema.ts';
import type { ClipProbe } from '#shared/clip/probe.ts';
import { soundGraph } from '#shared/clip/render/sound.ts';
import { readSound, soundWriter, streamOf } from '#shared/clip/render/sound-source.ts';
import type { GraphInputs, GraphPart } from '#shared/clip/render/types.ts';
import type { Loudness } from '#shared/contract/clip-work.ts';
import type { ClipRun } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { withWorkFolder } from './output.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

/** A sound as ffmpeg makes it: what is read, and the graph that ends in one pad. */
export interface GraphSound {
  inputs: readonly CallInput[];
  graph: GraphPart;
  seconds: number;
}

/** Much more than the last report of ebur128 takes. */
const tailBytes = 4096;
const nothing: Loudness = { integrated: null, peak: null, range: 0 };

async function tailOf(path: string): Promise<string> {
  const file = await open(path).catch(() => null);
  if (!file) return '';
  try {
    const { size } = await file.stat();
    const length = Math.min(tailBytes, size);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}

/** EBU R 128 of a sound; integrated and peak are null for silence. @throws GalleyError as `runFfmpeg` */
export function measureLoudness(tools: VideoTools, sound: GraphSound, run: ClipRun): Promise<Loudness> {
  return withWorkFolder(join(tmpdir(), 'sound'), async (folder) => {
    const file = join(folder, loudnessFile);
    await runFfmpeg(tools, measureCall(sound.inputs, sound.graph), {
      folder,
      signal: run.signal,
      lowPriority: true,
      onProgress: ({ seconds }) => run.onProgress?.(Math.min(seconds, sound.seconds), sound.seconds),
    });
    const text = await tailOf(file);
    await rm(file, { force: true });
    return readLoudness(text, sound.seconds);
  });
}

const mostTries = 4;

/**
 * How a sound comes to a target, and what it measures then. A plain gain is known from one measurement; where peaks
 * must be pressed down the result is measured and corrected, at most four times.
 * @throws GalleyError as `runFfmpeg`
 */
export async function settleLoudness(
  tools: VideoTools,
  sound: GraphSound,
  target: LoudnessTarget,
  run: ClipRun,
): Promise<LoudnessChange & { before: Loudness; after: Loudness }> {
  const before = await measureLoudness(tools, sound, run);
  let correct = { gain: 0, peak: 0 };
  let change = loudnessFilters(before, target, sound.seconds);
  if (change.way !== 'limited') {
    const shifted = (value: number | null) => (value === null ? null : value + change.gain);
    const after = { ...before, integrated: shifted(before.integrated), peak: shifted(before.peak) };
    return { ...change, before, after };
  }
  let after = before;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const filters = [...sound.graph.filters, `[${sound.graph.output}]${change.filters.join(',')}[louder]`];
    after = await measureLoudness(
      tools,
      { ...sound, graph: { filters, output: 'louder' } },
      { signal: run.signal },
    );
    const next = correction(after, target, correct);
    if (!next) break;
    correct = next;
    change = loudnessFilters(before, target, sound.seconds, correct);
  }
  return { ...change, before, after };
}

function inputList(): GraphInputs {
  const list: CallInput[] = [];
  return { list, add: (input) => list.push(input) - 1 };
}

/** EBU R 128 of one audio stream of a file as it would be heard: one channel counts on both sides. */
export async function loudnessOf(
  tools: VideoTools,
  library: ClipLibrary,
  request: { in: string; stream?: number | undefined },
  run: ClipRun,
): Promise<Loudness> {
  const { path, probe } = await library.open(request.in, run.signal);
  const stream = streamOf(path, probe, request.stream);
  if (!stream || probe.duration <= 0) return nothing;
  const inputs = inputList();
  const writer = soundWriter(inputs);
  const output = readSound(writer, stream, 0, probe.duration);
  const graph = { filters: writer.filters, output };
  return measureLoudness(tools, { inputs: inputs.list, graph, seconds: probe.duration }, run);
}

/** The sound of an edit, ready for ffmpeg; null when nothing is heard. `fileOf` answers absolute paths of sources. */
export async function soundOfEdit(
  tools: VideoTools,
  library: ClipLibrary,
  request: { edit: ClipEdit; fileOf: (source: string) => string },
  signal?: AbortSignal,
): Promise<GraphSound | null> {
  const { edit, fileOf } = request;
  const heard = new Set<string>();
  for (const segment of edit.segments) if (segment.kind === 'clip') heard.add(segment.source);
  for (const item of edit.sounds ?? []) heard.add(item.source);
  const probes = new Map<string, ClipProbe>();
  for (const source of assetsOfEdit(edit))
    if (heard.has(source)) probes.set(source, (await library.open(fileOf(source), signal)).probe);
  const placed = placeSegments(edit);
  const seconds = placed.at(-1)?.end ?? 0;
  const inputs = inputList();
  const graph = soundGraph(edit, placed, {
    inputs,
    duration: seconds,
    abilities: tools.abilities,
    fileOf,
    probeOf: (source) => {
      const probe = probes.get(source);
      if (!probe) throw new Error(`not read: ${source}`);
      return probe;
    },
  });
  return graph && { inputs: inputs.list, graph, seconds };
}

/** EBU R 128 of an edit as it would be rendered, without its loudness target. */
export async function loudnessOfEdit(
  tools: VideoTools,
  library: ClipLibrary,
  request: { edit: ClipEdit; fileOf: (source: string) => string },
  run: ClipRun,
): Promise<Loudness> {
  const sound = await soundOfEdit(tools, library, request, run.signal);
  return sound ? measureLoudness(tools, sound, run) : nothing;
}
