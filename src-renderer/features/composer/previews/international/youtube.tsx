import {
  IconDotsVertical,
  IconDownload,
  IconMaximize,
  IconMessage,
  IconShare3,
  IconThumbDown,
  IconThumbUp,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar, Carousel, MediaBox, PlayMark, SafeAreas } from '../parts.tsx';
import { TimeChip } from './media.tsx';
import parts from './parts.module.css';
import { PostText } from './post-text.tsx';
import { World } from './world.tsx';
import classes from './youtube.module.css';

/** A video: its card on the home page with the thumbnail, then the page where it is watched. */
export function YoutubeVideoFrame(frame: FrameProps) {
  const { t, account, media, profile, safeAreas } = frame;
  const title = textOf(frame, 'title') || t('preview-world.noTitle');
  return (
    <World tone="youtube" className={classes['page']}>
      <div className={classes['card']}>
        <span className={classes['thumbnail']}>
          <MediaBox media={media[0]} ratio={16 / 9} />
          {safeAreas && <SafeAreas profile={profile} />}
          <TimeChip media={media[0]} className={classes['time']} />
        </span>
        <div className={classes['cardWords']}>
          <Avatar size={36} name={account.name} />
          <span>
            <b dir="auto">{title}</b>
            <small>
              {account.name} · {t('preview-world.viewsAndTime')}
            </small>
          </span>
          <IconDotsVertical size={18} stroke={1.75} />
        </div>
      </div>
      <span className={classes['player']}>
        <MediaBox media={media[0]} ratio={16 / 9} />
        <PlayMark />
        <span className={classes['bar']}>
          <TimeChip media={media[0]} className={classes['clock']} />
          <IconMaximize size={18} stroke={1.75} />
          <i />
        </span>
      </span>
      <div className={classes['watch']}>
        <h1 dir="auto">{title}</h1>
        <small>{t('preview-world.viewsAndTime')}</small>
        <div className={classes['channel']}>
          <Avatar size={36} name={account.name} />
          <b className={parts['name']}>{account.name}</b>
          <span className={parts['number']}>{t('preview-world.subscriberCount')}</span>
          <span className={parts['space']} />
          <span className={classes['subscribe']}>{t('preview-world.subscribe')}</span>
        </div>
        <div className={classes['chips']}>
          <span>
            <IconThumbUp size={18} stroke={1.5} />
            {t('preview-world.likeCount')}
            <i />
            <IconThumbDown size={18} stroke={1.5} />
          </span>
          <span>
            <IconShare3 size={18} stroke={1.5} />
            {t('preview-world.share')}
          </span>
          <span>
            <IconDownload size={18} stroke={1.5} />
            {t('preview-world.download')}
          </span>
        </div>
        <div className={classes['panel']}>
          <b>{t('preview-world.description')}</b>
          <PostText frame={frame} text={textOf(frame, 'body')} more={t('preview-world.dotsMoreClose')} />
        </div>
        <div className={classes['panel']}>
          <span className={classes['comments']}>
            <b>{t('preview-world.comments')}</b>
            <span className={parts['number']}>{t('preview-world.replyCount')}</span>
          </span>
          <span className={classes['say']}>
            <Avatar size={24} name={account.name} />
            <span>{t('preview-world.addComment')}</span>
          </span>
        </div>
      </div>
    </World>
  );
}

/** Lines of a community post before “Read more”; a line in ems of its letters. */
const lines = { count: 4, ems: 25 };

/** A post of the channel among videos: words, then square pictures to swipe through. */
export function YoutubeCommunityFrame(frame: FrameProps) {
  const { t, account, media } = frame;
  return (
    <World tone="youtube" className={classes['community']}>
      <header className={classes['communityHead']}>
        <Avatar size={40} name={account.name} />
        <b className={parts['name']}>{account.name}</b>
        <small>{t('preview-world.now')}</small>
        <span className={parts['space']} />
        <IconDotsVertical size={18} stroke={1.75} />
      </header>
      <PostText frame={frame} text={textOf(frame, 'body')} lines={lines} more={t('preview-world.readMore')} />
      {media.length > 0 && (
        <div className={classes['square']}>
          <Carousel media={media} ratio={1} frame={frame} pages={parts['pages']} />
        </div>
      )}
      <footer className={classes['communityActions']}>
        <IconThumbUp size={19} stroke={1.5} />
        <span>{t('preview-world.likeCount')}</span>
        <IconThumbDown size={19} stroke={1.5} />
        <span className={parts['space']} />
        <IconShare3 size={19} stroke={1.5} />
        <IconMessage size={19} stroke={1.5} />
        <span>{t('preview-world.replyCount')}</span>
      </footer>
    </World>
  );
}
