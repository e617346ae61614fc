import type { FfmpegAbilities } from '../abilities.ts';
import { even, evenNear, type PixelSize, standardColour } from '../args/picture.ts';
import type { ClipCrop, SegmentPicture } from '../edit/segment.ts';
import type { ClipVideo } from '../probe.ts';
import { number } from './writer.ts';

/** What every picture is tagged as once its colours are those of ordinary screens. */
export const standardTags = 'setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709';

const toStandard = 'out_color_matrix=bt709:out_range=tv';

const isRgb = (format: string): boolean => /^(a?rgb|a?bgr|0rgb|rgb0|gbr|pal8|x2rgb)/.test(format);

/** Whether a picture may let something show through. */
export const mayBeClear = (format: string): boolean =>
  /^(rgba|bgra|argb|abgr|ya|pal8|yuva|gbrap)/.test(format);

/** How a matrix is called by `scale`; files without a word about it are read as players do, by their size. */
function matrixOf(video: ClipVideo): string {
  const { matrix } = video.colour;
  if (matrix.startsWith('bt2020')) return 'bt2020';
  if (matrix === 'smpte240m' || matrix === 'fcc' || matrix === 'bt709') return matrix;
  if (matrix === 'bt470bg' || matrix === 'smpte170m') return 'bt601';
  if (video.codec === 'mjpeg') return 'bt601';
  return Math.min(video.codedWidth, video.codedHeight) >= 720 ? 'bt709' : 'bt601';
}

/** A picture of any kind in 8-bit 4:2:0 of BT.709, scaled on the way; what is so already only gets its tags. */
export function standardPicture(video: ClipVideo, size: PixelSize | null): string[] {
  const scaled = size ? `${size.width}:${size.height}:` : '';
  const from = isRgb(video.pixelFormat)
    ? ''
    : `in_color_matrix=${matrixOf(video)}:in_range=${video.colour.fullRange ? 'pc' : 'tv'}:`;
  return [`scale=${scaled}${from}${toStandard}`, 'format=yuv420p', standardTags];
}

/** A picture of ours (RGB) for laying over others. */
export const clearPicture = (size: PixelSize | null): string[] => [
  `scale=${size ? `${size.width}:${size.height}:` : ''}${toStandard}`,
  'format=yuva420p',
];

/** Square pixels, even size, and colours of ordinary screens where they are not; HDR is made smaller first. */
export function uprightPicture(
  video: ClipVideo,
  abilities: FfmpegAbilities,
  largest: number,
): { filters: string[]; size: PixelSize; standard: boolean } {
  const filters: string[] = [];
  let size = { width: even(video.width), height: even(video.height) };
  if (video.hdr && abilities.toneMapping) {
    const scale = Math.min(1, largest / Math.min(size.width, size.height));
    const smaller = { width: evenNear(video.width * scale), height: evenNear(video.height * scale) };
    filters.push(`scale=${smaller.width}:${smaller.height}`, 'setsar=1', ...standardColour(video, abilities));
    return { filters: [...filters, standardTags], size: smaller, standard: true };
  }
  if (Math.abs(video.pixelAspect - 1) > 0.001) {
    size = { width: evenNear(video.width), height: evenNear(video.height) };
    filters.push(`scale=${size.width}:${size.height}`, 'setsar=1');
  } else if (video.width % 2 === 1 || video.height % 2 === 1) {
    filters.push(`crop=${size.width}:${size.height}:0:0`);
  }
  return { filters, size, standard: false };
}

/** Turning, flipping and straightening; the part that `straighten` leaves has no empty corner. */
export function turnFilters(
  from: PixelSize,
  look: Pick<SegmentPicture, 'turn' | 'flipX' | 'flipY' | 'straighten'>,
): { filters: string[]; size: PixelSize } {
  const filters: string[] = [];
  let size = from;
  const turn = look.turn ?? 0;
  if (turn === 90) filters.push('transpose=clock');
  if (turn === 180) filters.push('hflip', 'vflip');
  if (turn === 270) filters.push('transpose=cclock');
  if (turn % 180 !== 0) size = { width: from.height, height: from.width };
  if (look.flipX) filters.push('hflip');
  if (look.flipY) filters.push('vflip');
  const degrees = look.straighten ?? 0;
  if (degrees !== 0) {
    const zoom = straightenZoom(size, degrees);
    size = { width: even(size.width / zoom), height: even(size.height / zoom) };
    filters.push(`rotate=${number((degrees * Math.PI) / 180)}:ow=${size.width}:oh=${size.height}`);
  }
  return { filters, size };
}

/** How much a picture must be enlarged so that, turned by `degrees`, it covers its old outline. */
export function straightenZoom(size: PixelSize, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const longer = Math.max(size.width / size.height, size.height / size.width);
  return Math.cos(angle) + Math.sin(angle) * longer;
}

/** A crop in parts of the picture, on even pixels. */
export function partFilters(
  from: PixelSize,
  crop: ClipCrop | undefined,
): { filters: string[]; size: PixelSize } {
  if (!crop) return { filters: [], size: from };
  const size = {
    width: Math.min(from.width, evenNear(from.width * crop.width)),
    height: Math.min(from.height, evenNear(from.height * crop.height)),
  };
  if (size.width === from.width && size.height === from.height) return { filters: [], size };
  const start = (at: number, whole: number, part: number): number =>
    Math.min(2 * Math.round((at * whole) / 2), whole - part);
  const x = start(crop.x, from.width, size.width);
  const y = start(crop.y, from.height, size.height);
  return { filters: [`crop=${size.width}:${size.height}:${x}:${y}`], size };
}
