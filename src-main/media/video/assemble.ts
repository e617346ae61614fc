import { join } from 'node:path';
import { secondsText, words } from '#shared/clip/args/call.ts';
import type { AssembleRequest, ClipRun, RenderResult } from '#main/ports/clip-engine.ts';
import { probeFile } from './inspect.ts';
import { writeOutput } from './output.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

/** Makes a recording of frames that we painted (`frame-0001.png` …) and a sound file of ours. */
export function assembleFrames(
  tools: VideoTools,
  request: AssembleRequest,
  run: ClipRun,
): Promise<RenderResult> {
  return writeOutput(request.out, request.force, async (temporary) => {
    await runFfmpeg(
      tools,
      {
        inputs: [
          // A relative pattern inside our own folder: an absolute one could hold a % of the user's.
          { path: 'frame-%04d.png', options: ['-framerate', String(request.fps), '-f', 'image2'] },
          { path: join(request.folder, request.sound), options: ['-f', 'wav'] },
        ],
        options: [
          ...words('-map', '0:v:0', '-map', '1:a:0', '-t', secondsText(request.seconds)),
          ...words('-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-pix_fmt', 'yuv420p'),
          ...words('-g', String(request.fps), '-bf', '2', '-flags', '+cgop'),
          ...words('-c:a', 'aac', '-b:a', '96k', '-movflags', '+faststart', '-f', 'mp4'),
        ],
        output: { path: temporary },
      },
      { signal: run.signal, folder: request.folder },
    );
    const { video, duration, bytes } = await probeFile(tools, temporary);
    return { out: request.out, duration, width: video?.width ?? 0, height: video?.height ?? 0, bytes };
  });
}
