import { playability } from '#shared/clip/playability.ts';
import type { ClipEngine } from '#main/ports/clip-engine.ts';
import { assembleFrames } from './assemble.ts';
import { cutClip } from './cut.ts';
import { detectIn } from './detect.ts';
import { greyFramesOf } from './grey-frames.ts';
import { joinParts } from './join-parts.ts';
import { clipLibrary } from './library.ts';
import { loudnessOf, loudnessOfEdit } from './loudness.ts';
import { editRenders } from './render-edit.ts';
import { renders } from './render.ts';
import { stillPictures } from './strip.ts';
import { streamOf } from './stream.ts';
import type { VideoTools } from './tools.ts';
import { waveformOf } from './waveform.ts';

/** The clip engine over the tools that `findTools` found. Starts nothing by itself and holds no process. */
export function createClipEngine(tools: VideoTools): ClipEngine {
  const library = clipLibrary(tools);
  return {
    probe: async (path, run = {}) => (await library.open(path, run.signal)).probe,
    keyframes: async (path, run = {}) => (await library.open(path, run.signal)).frames(run.signal),
    cut: (request, run = {}) => cutClip(tools, library, request, run),
    joinParts: (request, run = {}) => joinParts(tools, library, request, run),
    greyFrames: (request, run = {}) => greyFramesOf(tools, library, request, run),
    waveform: (request, run = {}) => waveformOf(tools, library, request, run),
    ...stillPictures(tools, library),
    ...renders(tools, library),
    assemble: (request, run = {}) => assembleFrames(tools, request, run),
    ...editRenders(tools, library),
    detect: (request, run = {}) => detectIn(tools, library, request, run),
    loudness: (request, run = {}) => loudnessOf(tools, library, request, run),
    editLoudness: (request, run = {}) => loudnessOfEdit(tools, library, request, run),
    stream: (request, run = {}) => streamOf(tools, library, request, run),
    playability,
  };
}
