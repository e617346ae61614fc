import { decodedInput } from '../args/call.ts';
import type { Overlay } from '../edit/schema.ts';
import { framesPerSecond } from '../timeline.ts';
import type { FrameWindow } from './frames.ts';
import { moveSeconds, slideExpression, smallest } from './moves.ts';
import type { RenderContext } from './types.ts';
import { clearPicture } from './upright.ts';
import { type GraphWriter, gridClock, number } from './writer.ts';

/** An overlay's picture: what was painted for it, else the picture of the library itself. */
function pictureOf(overlay: Overlay, context: RenderContext) {
  const painted = context.painted.overlays.get(overlay.id);
  if (painted) return painted;
  if (overlay.kind !== 'image') return null;
  const { video } = context.probeOf(overlay.source);
  return video && { path: context.fileOf(overlay.source), width: video.width, height: video.height };
}

const fadesAt = (kind: string | undefined): boolean => kind === 'fade' || kind === 'zoom';

/** Lays the overlays of an edit over a pad whose frames are `window` of the timeline, counted from 0. */
export function overlayLayers(
  writer: GraphWriter,
  pad: string,
  overlays: readonly Overlay[],
  window: FrameWindow,
  context: RenderContext,
): string {
  return overlays.reduce((below, overlay) => layer(writer, below, overlay, window, context), pad);
}

function layer(
  writer: GraphWriter,
  below: string,
  overlay: Overlay,
  window: FrameWindow,
  context: RenderContext,
): string {
  const { rate, target, abilities } = context;
  const fps = framesPerSecond(rate);
  const first = Math.round(overlay.from * fps);
  const last = Math.min(Math.round(overlay.to * fps), context.frames);
  const picture = pictureOf(overlay, context);
  if (overlay.hidden || !picture || last <= first || last <= window.from || first >= window.to) return below;
  const opacity = overlay.opacity ?? 1;
  if (opacity <= 0) return below;

  const width = Math.max(2, Math.round(overlay.width * target.width));
  const height = Math.max(2, Math.round((width * picture.height) / picture.width));
  const x = Math.round(overlay.x * target.width);
  const y = Math.round(overlay.y * target.height);
  const input = context.inputs.add(decodedInput(picture.path));
  const still = [
    'trim=end_frame=1',
    ...(opacity < 1 ? ['format=rgba', `colorchannelmixer=aa=${number(opacity)}`] : []),
    ...clearPicture({ width, height }),
    'setsar=1',
  ];
  const length = (last - first) / fps;
  const comes = fadesAt(overlay.enter?.kind) ? moveSeconds(overlay.enter, length) : 0;
  const goes = fadesAt(overlay.leave?.kind) ? moveSeconds(overlay.leave, length) : 0;
  // Scaling by the time needs a build of 4.4 or later; older ones fade.
  const zooms = abilities.statsPeriod && (overlay.enter?.kind === 'zoom' || overlay.leave?.kind === 'zoom');
  const skipped = Math.max(0, window.from - first);
  if (comes > 0 || goes > 0)
    still.push(
      ...changing(
        overlay,
        { length, comes, goes, zooms, skipped, fps, first: first - window.from, frames: last - first },
        context,
      ),
    );
  const shown = writer.chain([`${input}:v:0`], still);

  // Half a frame aside, so that no rounding of a time moves an edge.
  const seconds = (frame: number): string => number((frame - window.from - 0.5) / fps);
  const times = {
    from: (first - window.from) / fps,
    to: (last - window.from) / fps,
    enter: overlay.enter,
    leave: overlay.leave,
  };
  const left = slideExpression('x', { at: x, size: width, room: target.width }, times);
  const top = slideExpression('y', { at: y, size: height, room: target.height }, times);
  const place = zooms
    ? `x='${left}+(${width}-overlay_w)/2':y='${top}+(${height}-overlay_h)/2'`
    : `x='${left}':y='${top}'`;
  return writer.chain(
    [below, shown],
    [
      `overlay=${place}:format=yuv420:eof_action=repeat:enable='between(t,${seconds(first)},${seconds(last)})'`,
    ],
  );
}

/** Frames of an overlay that fades or zooms: only those in which something changes, the last one holds meanwhile. */
function changing(
  overlay: Overlay,
  at: {
    length: number;
    comes: number;
    goes: number;
    zooms: boolean;
    skipped: number;
    fps: number;
    first: number;
    frames: number;
  },
  context: RenderContext,
): string[] {
  const { length, comes, goes, zooms, skipped, fps, first, frames } = at;
  const gone = length - goes;
  const filters = [
    `loop=loop=${frames - 1}:size=1:start=0`,
    ...gridClock(context.rate),
    `select='lte(n,${Math.ceil(comes * fps)})+gte(n,${Math.floor(gone * fps)})+eq(n,${skipped})'`,
  ];
  if (zooms) {
    const small = number(1 - smallest);
    const scale =
      `(1${overlay.enter?.kind === 'zoom' && comes > 0 ? `-${small}*pow(1-clip(t/${number(comes)},0,1),3)` : ''}` +
      `${overlay.leave?.kind === 'zoom' && goes > 0 ? `-${small}*pow(clip((t-${number(gone)})/${number(goes)},0,1),3)` : ''})`;
    filters.push(`scale=w='max(2,iw*${scale})':h='max(2,ih*${scale})':eval=frame`);
  }
  if (comes > 0) filters.push(`fade=t=in:st=0:d=${number(comes)}:alpha=1`);
  if (goes > 0) filters.push(`fade=t=out:st=${number(gone)}:d=${number(goes)}:alpha=1`);
  if (skipped > 0) filters.push(`trim=start_pts=${skipped}`);
  filters.push(`setpts=PTS${first < 0 ? '-' : '+'}${Math.abs(first)}`);
  return filters;
}
