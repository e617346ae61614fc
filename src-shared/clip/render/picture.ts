import type { ClipEdit } from '../edit/schema.ts';
import { captionLayer } from './caption-layer.ts';
import { type FramedSegment, type FrameWindow, wholeTransitions } from './frames.ts';
import { joinSegments } from './joins.ts';
import { overlayLayers } from './overlays.ts';
import { segmentPicture } from './segment-picture.ts';
import type { GraphPart, RenderContext } from './types.ts';
import { standardTags } from './upright.ts';
import { graphWriter, gridClock } from './writer.ts';

export interface PictureWanted {
  framed: readonly FramedSegment[];
  /** Frames of the timeline that are made. */
  window: FrameWindow;
  /** The list of each caption layer, made for `wholeTransitions` of the window. */
  captionLists: readonly string[];
}

/** The picture of an edit over a window of its timeline: exactly so many frames, on the grid from 0 on. */
export function pictureGraph(
  edit: Pick<ClipEdit, 'fit' | 'colour' | 'overlays'>,
  { framed, window, captionLists }: PictureWanted,
  context: RenderContext,
): GraphPart {
  const writer = graphWriter('v');
  const whole = wholeTransitions(framed, window);
  const { fit, colour } = edit;
  const track = joinSegments(
    writer,
    framed,
    whole,
    (one, needed) => segmentPicture(writer, one, needed, context, { fit, colour }),
    context,
  );
  let pad = overlayLayers(writer, track, edit.overlays ?? [], whole, context);
  context.painted.captions.forEach((layer, at) => {
    const list = captionLists[at];
    if (list !== undefined) pad = captionLayer(writer, pad, layer, list, context);
  });
  const cut = whole.from === window.from && whole.to === window.to;
  const output = writer.chain(
    [pad],
    [
      ...(cut ? [] : [`trim=start_frame=${window.from - whole.from}:end_frame=${window.to - whole.from}`]),
      ...gridClock(context.rate),
      'format=yuv420p',
      'setsar=1',
      standardTags,
    ],
  );
  return { filters: writer.filters, output };
}
