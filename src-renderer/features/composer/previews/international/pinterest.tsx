import {
  IconArrowUpRight,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconShare2,
  IconVolumeOff,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { hostOf } from '../link-card.tsx';
import { Avatar, Carousel, MediaBox, SafeAreas } from '../parts.tsx';
import { ratioOf, TimeChip, within } from './media.tsx';
import parts from './parts.module.css';
import classes from './pinterest.module.css';
import { PostText } from './post-text.tsx';
import { World } from './world.tsx';

/** Lines of the description before “More”; a line in ems of its letters. */
const lines = { count: 3, ems: 25 };

/** A pin, one picture, a recording or pages: its tile among others, then its own page. */
export function PinFrame(frame: FrameProps) {
  const { t, account, profile, safeAreas } = frame;
  // Only the pin of several pages shows more than its first picture.
  const media = profile.formatId === 'carousel' ? frame.media : frame.media.slice(0, 1);
  const title = textOf(frame, 'title');
  const link = frame.content.link.trim();
  const moving = media[0]?.info?.kind === 'video';
  // Taller pictures are cut in the grid; the pin's page shows all of a picture.
  const whole = ratioOf(media[0], 2 / 3);
  const shape = within(1 / 2, whole, 2);
  return (
    <World tone="pinterest" className={classes['pinterest']}>
      <div className={classes['grid']}>
        <div className={classes['column']}>
          <span className={classes['picture']}>
            <MediaBox media={media[0]} ratio={within(1 / 2.1, whole, 2)} />
            {moving && <TimeChip media={media[0]} className={classes['time']} />}
            {media.length > 1 && <span className={classes['count']}>{media.length}</span>}
          </span>
          <span className={classes['tileWords']}>
            <b dir="auto">{title || t('preview-world.noTitle')}</b>
            <IconDots size={16} stroke={2} />
          </span>
          <i style={{ aspectRatio: 4 / 5 }} aria-hidden />
        </div>
        <div className={classes['column']} aria-hidden>
          <i style={{ aspectRatio: 4 / 5 }} />
          <i style={{ aspectRatio: 1 }} />
        </div>
      </div>
      <div className={classes['pin']}>
        <div className={classes['pages']}>
          <span className={classes['round']}>
            <Carousel
              media={media}
              ratio={shape}
              frame={frame}
              pages={classes['hidden']}
              dots={classes['dots']}
            />
          </span>
          {safeAreas && (
            <span className={classes['guard']} style={{ aspectRatio: shape }}>
              <SafeAreas profile={profile} />
            </span>
          )}
          {moving && <IconVolumeOff size={30} stroke={1.75} className={classes['sound']} />}
          {link !== '' && (
            <span className={classes['visit']} data-link-card>
              <IconArrowUpRight size={16} stroke={2} />
              {hostOf(link)}
            </span>
          )}
        </div>
        <div className={classes['actions']}>
          <IconHeart size={26} stroke={1.6} />
          <span className={parts['number']}>{t('preview-world.likeCount')}</span>
          <IconMessageCircle size={26} stroke={1.6} />
          <span className={parts['number']}>{t('preview-world.replyCount')}</span>
          <IconShare2 size={25} stroke={1.6} />
          <IconDots size={25} stroke={1.6} />
          <span className={parts['space']} />
          <span className={classes['save']}>{t('preview-world.save')}</span>
        </div>
        <div className={classes['by']}>
          <Avatar size={32} name={account.name} />
          <b className={parts['name']}>{account.name}</b>
        </div>
        {title !== '' && <h1 dir="auto">{title}</h1>}
        <PostText
          frame={frame}
          text={textOf(frame, 'body')}
          lines={lines}
          more={t('preview-world.dotsMore')}
        />
      </div>
    </World>
  );
}
