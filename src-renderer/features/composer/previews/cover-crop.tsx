import type { CSSProperties } from 'react';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import classes from './cover-crop.module.css';
import type { FrameProps, ShownMedia } from './frame-types.ts';
import type { ProfileGrid } from './grid-crop.ts';
import { MediaBox } from './parts.tsx';

interface Keep {
  id: 'grid' | 'cover';
  name: string;
  /** Width divided by height. */
  ratio: number;
}

/** Width divided by height of the picture as attached, after its own crop. */
function ratioOf(media: ShownMedia | undefined): number {
  const info = media?.info;
  if (!info || info.width === 0 || info.height === 0) return 3 / 4;
  const crop = media.attachment.crop;
  return (info.width * (crop?.width ?? 1)) / (info.height * (crop?.height ?? 1));
}

/** What the grid of the profile page and the cover's own size keep; the same shape is named once. */
function keepsOf(profile: FormatProfile, grid: ProfileGrid | null, t: FrameProps['t']): Keep[] {
  const size = profile.cover?.primary.value;
  const keeps: Keep[] = [];
  if (grid) keeps.push({ id: 'grid', name: t('preview.grid'), ratio: grid.ratio });
  if (size && (!grid || Math.abs(size.width / size.height - grid.ratio) > 0.01))
    keeps.push({
      id: 'cover',
      name: `${t('preview.coverSize')} ${size.width}×${size.height}`,
      ratio: size.width / size.height,
    });
  return keeps;
}

/** True where the format has a cover, or a tile on the profile page, that crops the first picture. */
export function hasCover(profile: FormatProfile, grid: ProfileGrid | null): boolean {
  return grid !== null || profile.cover !== null;
}

/** The cover as a whole, once for every place that crops it from its middle; what is cut away is dimmed. */
export function CoverCropFrame({ frame, grid }: { frame: FrameProps; grid: ProfileGrid | null }) {
  const cover = frame.media[0];
  const ratio = ratioOf(cover);
  return (
    <div className={classes['page']}>
      {keepsOf(frame.profile, grid, frame.t).map(({ id, name, ratio: kept }) => {
        const window = {
          width: `${Math.min(1, kept / ratio) * 100}%`,
          height: `${Math.min(1, ratio / kept) * 100}%`,
        };
        return (
          <section key={id} data-cover-crop={id}>
            <h2>{name}</h2>
            <div className={classes['whole']} style={{ '--p-ratio': ratio } as CSSProperties}>
              <MediaBox media={cover} ratio={ratio} />
              <span className={classes['kept']} style={window} aria-hidden />
            </div>
          </section>
        );
      })}
    </div>
  );
}
