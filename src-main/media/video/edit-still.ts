import { even } from '#shared/clip/args/picture.ts';
import { withoutMetadata, words } from '#shared/clip/args/call.ts';
import { pictureGraph } from '#shared/clip/render/picture.ts';
import { framesPerSecond } from '#shared/clip/timeline.ts';
import type { ClipRun, EditFrameRequest } from '#main/ports/clip-engine.ts';
import type { ClipLibrary } from './library.ts';
import { withWorkFolder, writeOutput } from './output.ts';
import { openEdit, renderContext, writeCaptionLists, writeTables } from './prepare-edit.ts';
import { runFfmpeg } from './run.ts';
import type { VideoTools } from './tools.ts';

/**
 * One frame of an edit, made by the same graph as the render, of which only this frame is asked. Stabilising needs
 * the whole segment first and is left out.
 */
export async function editStill(
  tools: VideoTools,
  library: ClipLibrary,
  request: EditFrameRequest,
  run: ClipRun,
): Promise<{ out: string; width: number; height: number }> {
  const target = {
    ...request.target,
    width: even(request.target.width),
    height: even(request.target.height),
    maxDuration: undefined,
  };
  const sources = { ...request, target };
  const opened = await openEdit(tools, library, sources, run.signal);
  const { plan } = opened;
  const frame = Math.max(
    0,
    Math.min(plan.frames - 1, Math.floor(request.at * framesPerSecond(plan.rate) + 0.01)),
  );
  const window = { from: frame, to: frame + 1 };
  const scale = Math.min(1, request.maxSide / Math.max(target.width, target.height));
  const size = { width: even(target.width * scale), height: even(target.height * scale) };
  const png = /\.png$/i.test(request.out);
  return writeOutput(request.out, request.force, (out) =>
    withWorkFolder(request.out, async (folder) => {
      const { tables } = await writeTables(sources, folder);
      const context = renderContext(tools, sources, opened, { tables, prepared: new Map() });
      const captionLists = await writeCaptionLists(sources, plan, window, folder, new Map());
      const { filters, output } = pictureGraph(
        request.edit,
        { framed: plan.framed, window, captionLists },
        context,
      );
      // Stills have no word for BT.709: PNG is RGB, JPEG is read as BT.601 by everyone.
      const last = png
        ? `scale=${size.width}:${size.height}:in_color_matrix=bt709:in_range=tv,format=rgb24`
        : `scale=${size.width}:${size.height}:in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p`;
      const graph = [...filters, `[${output}]${last}[still]`].join(';');
      const encoder = png ? ['-c:v', 'png'] : ['-c:v', 'mjpeg', '-q:v', '2'];
      await runFfmpeg(
        tools,
        {
          inputs: [...context.inputs.list],
          options: [
            ...words('-filter_complex', graph, '-map', '[still]', '-frames:v', '1', ...encoder),
            ...withoutMetadata,
            ...words('-update', '1', '-f', 'image2'),
          ],
          output: { path: out },
        },
        { signal: run.signal, folder },
      );
      return { out: request.out, ...size };
    }),
  );
}
