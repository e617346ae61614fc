import {
  IconBookmark,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconRepeat,
  IconSend,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar, Carousel } from '../parts.tsx';
import classes from './instagram.module.css';
import { ratioOf, within } from './media.tsx';
import parts from './parts.module.css';
import { Coloured, PostText } from './post-text.tsx';
import { World } from './world.tsx';

/** A post of the feed: pictures from edge to edge, the first one's shape for all, a short caption below. */
export function InstagramFeedFrame(frame: FrameProps) {
  const { t, account, media, content, profile } = frame;
  const range = profile.image?.aspect?.value;
  const ratio = within(range?.min ?? 4 / 5, ratioOf(media[0], 4 / 5), range?.max ?? 1.91);
  return (
    <World tone="instagram" className={classes['post']}>
      <header className={classes['head']}>
        <span className={classes['ring']}>
          <Avatar size={30} name={account.name} />
        </span>
        <b className={parts['name']}>{account.handle}</b>
        <span className={parts['space']} />
        <IconDots size={20} stroke={1.75} />
      </header>
      <div data-multiple={media.length > 1}>
        <Carousel media={media} ratio={ratio} frame={frame} pages={parts['pages']} dots={parts['dots']} />
      </div>
      <div className={classes['actions']}>
        <IconHeart size={25} stroke={1.6} />
        <span className={parts['number']}>{t('preview-world.likeCount')}</span>
        <IconMessageCircle size={25} stroke={1.6} className={classes['mirror']} />
        <span className={parts['number']}>{t('preview-world.replyCount')}</span>
        <IconRepeat size={25} stroke={1.6} />
        <IconSend size={24} stroke={1.6} />
        <span className={parts['space']} />
        <IconBookmark size={25} stroke={1.6} />
      </div>
      <div className={classes['words']}>
        <PostText
          frame={frame}
          text={textOf(frame, 'body')}
          more={t('preview-world.dotsMore')}
          lead={<b>{account.handle} </b>}
        />
        {content.firstComment.trim() !== '' && (
          <p className={classes['comment']} dir="auto" data-first-comment>
            <b>{account.handle} </b>
            <Coloured frame={frame} text={content.firstComment} />
          </p>
        )}
        <small>{t('preview-world.justNow')}</small>
      </div>
    </World>
  );
}
