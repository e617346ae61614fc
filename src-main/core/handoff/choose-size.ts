import type { FormatProfile, ImageProfile, VideoProfile } from '#shared/platforms/profile-types.ts';

export interface Size {
  width: number;
  height: number;
}

/** How far two aspect ratios are apart: 0 for equal, symmetric for wider and taller. */
function distance(a: Size, b: Size): number {
  return Math.abs(Math.log(a.width / a.height / (b.width / b.height)));
}

/** Pictures in the text of an article are shown as wide as a phone; wider ones only cost the reader time. Pixels. */
const articleWidth = 1080;

/** Sizes of thumbnails and icons that some platforms list among their pictures, in pixels of the short side. */
const tooSmall = 400;

/**
 * The platform's size that crops the least: the one asked for by name, else the nearest in shape.
 * All pictures of a post get the size that suits the first, because platforms show a row of pictures in one shape.
 * Pictures inside an article keep their own shape.
 */
export function pictureSize(profile: FormatProfile, image: ImageProfile, own: Size, first: Size): Size {
  if (profile.size !== null) return image.primary.value;
  if (profile.kind === 'article') {
    const scale = Math.min(1, articleWidth / own.width);
    return { width: Math.round(own.width * scale), height: Math.round(own.height * scale) };
  }
  const primary = image.primary.value;
  const sizes = image.sizes.filter((size) => Math.min(size.width, size.height) >= tooSmall);
  const choices = profile.kind === 'video' ? [primary] : [primary, ...sizes];
  return choices.reduce((best, choice) =>
    distance(choice, first) < distance(best, first) - 0.01 ? choice : best,
  );
}

function even(value: number): number {
  return Math.max(2, Math.round(value / 2) * 2);
}

/**
 * The frame of a recording on the platform: its own shape where the platform shows that, scaled down to the
 * platform's size; else the platform's shape, filled with a blurred copy so that nothing is cut off.
 */
export function recordingSize(
  profile: FormatProfile,
  video: VideoProfile,
  source: Size,
): Size & { fit: 'crop' | 'blur' } {
  const wanted = video.primary.value;
  // A full-screen upright format is made full-screen and upright, even where others would be let in.
  const upright = profile.kind === 'video' && wanted.height > wanted.width;
  if (profile.size === null && !upright && distance(source, wanted) > 0.02) {
    const ratio = source.width / source.height;
    const range = video.aspect?.value;
    const accepted = range !== undefined && ratio >= (range.min ?? 0) && ratio <= (range.max ?? Infinity);
    if (accepted || (range === undefined && profile.kind !== 'video')) {
      const most = Math.max(wanted.width, wanted.height);
      const least = Math.min(wanted.width, wanted.height);
      const box = ratio >= 1 ? { width: most, height: least } : { width: least, height: most };
      const scale = Math.min(1, box.width / source.width, box.height / source.height);
      return { width: even(source.width * scale), height: even(source.height * scale), fit: 'crop' };
    }
  }
  return { ...wanted, fit: distance(source, wanted) > 0.02 ? 'blur' : 'crop' };
}
