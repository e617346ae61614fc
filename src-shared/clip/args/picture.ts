import type { FfmpegAbilities } from '../abilities.ts';
import type { ClipCrop, FrameFit } from '../edit/segment.ts';
import type { ClipVideo } from '../probe.ts';

export interface PixelSize {
  width: number;
  height: number;
}

/** The nearest even number that is not larger; at least 2: encoders with 4:2:0 colour refuse odd sizes. */
export const even = (value: number): number => Math.max(2, Math.floor(value / 2) * 2);
export const evenNear = (value: number): number => Math.max(2, Math.round(value / 2) * 2);

/** Deinterlace, square pixels, even size: what every re-encode starts with. ffmpeg has already turned the picture. */
export function uprightFilters(video: ClipVideo): string[] {
  const filters: string[] = [];
  if (video.interlaced) filters.push('yadif=mode=send_frame:parity=auto:deint=interlaced');
  if (Math.abs(video.pixelAspect - 1) > 0.001) {
    filters.push(`scale=${evenNear(video.width)}:${evenNear(video.height)}`, 'setsar=1');
  } else if (video.width % 2 === 1 || video.height % 2 === 1) {
    filters.push(`crop=${even(video.width)}:${even(video.height)}:0:0`);
  }
  return filters;
}

/** HDR to BT.709, where the build can; 8-bit 4:2:0 at the end in every case. */
export function standardColour(video: ClipVideo, abilities: FfmpegAbilities): string[] {
  if (!video.hdr || !abilities.toneMapping) return ['format=yuv420p'];
  const transfer = video.hdr === 'pq' ? 'smpte2084' : 'arib-std-b67';
  // Phones leave parts of the description out; zscale refuses to guess.
  const { primaries, matrix } = video.colour;
  return [
    `setparams=color_primaries=${primaries || 'bt2020'}:color_trc=${transfer}:colorspace=${matrix || 'bt2020nc'}`,
    'zscale=t=linear:npl=100',
    'format=gbrpf32le',
    'zscale=p=bt709',
    'tonemap=hable:desat=0',
    'zscale=t=bt709:m=bt709:r=tv',
    'format=yuv420p',
  ];
}

/** The picture size after `uprightFilters` and an own crop. */
export function croppedSize(video: ClipVideo, crop: ClipCrop | undefined): PixelSize {
  return {
    width: even(video.width * (crop?.width ?? 1)),
    height: even(video.height * (crop?.height ?? 1)),
  };
}

/** A crop in parts of the shown picture, in even pixels. */
export function cropFilter(video: ClipVideo, crop: ClipCrop): string {
  const size = croppedSize(video, crop);
  const x = Math.min(Math.round(crop.x * video.width), Math.max(0, even(video.width) - size.width));
  const y = Math.min(Math.round(crop.y * video.height), Math.max(0, even(video.height) - size.height));
  return `crop=${size.width}:${size.height}:${x}:${y}`;
}

/**
 * One picture size into another. `focus` (0 to 1 both ways) is kept in a crop. The blurred background is made at a
 * tenth of the size: the same look for a fraction of the time.
 */
export function fitFilter(
  from: PixelSize,
  into: PixelSize,
  fit: FrameFit,
  focus: { x: number; y: number } = { x: 0.5, y: 0.5 },
): string {
  const cover = Math.max(into.width / from.width, into.height / from.height);
  const covering = {
    width: Math.max(into.width, evenNear(from.width * cover)),
    height: Math.max(into.height, evenNear(from.height * cover)),
  };
  const contain = Math.min(into.width / from.width, into.height / from.height);
  const inside = {
    width: Math.min(into.width, evenNear(from.width * contain)),
    height: Math.min(into.height, evenNear(from.height * contain)),
  };
  const left = Math.round((into.width - inside.width) / 2);
  const top = Math.round((into.height - inside.height) / 2);
  if (fit === 'crop' || (inside.width === into.width && inside.height === into.height)) {
    const x = clampedStart(focus.x, covering.width, into.width);
    const y = clampedStart(focus.y, covering.height, into.height);
    return `scale=${covering.width}:${covering.height},crop=${into.width}:${into.height}:${x}:${y},setsar=1`;
  }
  if (fit === 'pad') {
    return `scale=${inside.width}:${inside.height},pad=${into.width}:${into.height}:${left}:${top}:color=black,setsar=1`;
  }
  const small = { width: even(into.width / 10), height: even(into.height / 10) };
  const cropped = `crop=w='min(iw,ih*${into.width}/${into.height})':h='min(ih,iw*${into.height}/${into.width})'`;
  return (
    `split[back][front];[back]${cropped},scale=${small.width}:${small.height},gblur=sigma=4,` +
    `scale=${into.width}:${into.height},setsar=1[blurred];[front]scale=${inside.width}:${inside.height},setsar=1[sharp];` +
    `[blurred][sharp]overlay=${left}:${top},setsar=1`
  );
}

/** First pixel of a window of `size` in `whole` whose middle lies as near to `focus` as the edges allow. */
function clampedStart(focus: number, whole: number, size: number): number {
  return Math.round(Math.min(Math.max(focus * whole - size / 2, 0), whole - size));
}
