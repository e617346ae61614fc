import { IconDots, IconHeart, IconPlayerPlay, IconStack2Filled } from '@tabler/icons-react';
import type { FrameProps } from './frame-types.ts';
import type { ProfileGrid } from './grid-crop.ts';
import { Avatar, MediaBox, PhoneBar } from './parts.tsx';
import classes from './profile-grid.module.css';

/** The profile page with the post's cover as its newest tile, cropped as the grid crops it. */
export function ProfileGridFrame({ frame, grid }: { frame: FrameProps; grid: ProfileGrid }) {
  const { account, media, t } = frame;
  const first = media[0];
  const others = grid.columns * (grid.columns === 2 ? 2 : 3) - 1;
  return (
    <div className={classes['page']} data-profile-grid>
      <PhoneBar />
      <div className={classes['nav']}>
        <b>{account.handle}</b>
        <IconDots size={24} stroke={1.75} />
      </div>
      <header className={classes['head']}>
        <Avatar size={76} name={account.name} />
        <span className={classes['counts']}>
          <span>
            <b>128</b>
            {t('preview.posts')}
          </span>
          <span>
            <b>4,096</b>
            {t('preview.followers')}
          </span>
          <span>
            <b>86</b>
            {t('preview.following')}
          </span>
        </span>
      </header>
      <div className={classes['tiles']} style={{ gridTemplateColumns: `repeat(${grid.columns}, 1fr)` }}>
        <span className={classes['tile']}>
          <MediaBox media={first} ratio={grid.ratio} />
          {media.length > 1 && <IconStack2Filled size={18} className={classes['many']} aria-hidden />}
          <span className={classes['likes']}>
            {first?.info?.kind === 'video' ? (
              <IconPlayerPlay size={14} stroke={2} aria-hidden />
            ) : (
              <IconHeart size={14} stroke={2} aria-hidden />
            )}
            {t('preview.cardLikes')}
          </span>
        </span>
        {Array.from({ length: others }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blank tiles are all the same
          <span key={index} className={classes['blank']} style={{ aspectRatio: grid.ratio }} />
        ))}
      </div>
    </div>
  );
}
