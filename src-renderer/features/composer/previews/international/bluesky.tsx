import { IconDots, IconHeart, IconMessageCircle, IconRepeat, IconShare2 } from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import { CardBelow } from './link-card.tsx';
import { MediaCell, MediaGrid, ratioOf, within } from './media.tsx';
import { fourGrid } from './media-layout.ts';
import classes from './microblogs.module.css';
import parts from './parts.module.css';
import { PostText } from './post-text.tsx';
import { Stack } from './stack.tsx';
import { World } from './world.tsx';

/** The app hides what goes on past 25 lines; ems of the column beside the avatar. */
const blueskyLines = { count: 25, ems: 20.5 };

export function BlueskyPostFrame(frame: FrameProps) {
  const { t, account, content, media } = frame;
  const body = textOf(frame, 'body');
  const single = within(1 / 2, ratioOf(media[0], 1), 3);
  const head = (
    <header className={classes['head']}>
      <b className={parts['name']}>{account.name}</b>
      <span className={classes['handle']}>@{account.handle}</span>
      <span className={parts['dim']}>· {t('preview-world.now')}</span>
    </header>
  );
  return (
    <World tone="bluesky" className={classes['bluesky']}>
      <Stack
        frame={frame}
        body={body}
        comment={content.firstComment}
        avatar={<Avatar size={42} name={account.name} />}
        head={head}
        draw={(text, index) => (
          <>
            {head}
            <PostText frame={frame} text={text} lines={blueskyLines} more={t('preview-world.showMore')} />
            {index === 0 && media.length === 1 && (
              <MediaCell
                frame={frame}
                media={media[0]}
                ratio={single}
                alt="end"
                className={classes['single']}
              />
            )}
            {index === 0 && media.length > 1 && (
              <MediaGrid
                frame={frame}
                media={media}
                layout={fourGrid(Math.min(4, media.length), media.length === 2 ? 2 : 3 / 2)}
                alt="end"
                className={classes['grid']}
              />
            )}
            <CardBelow frame={frame} text={text} first={index === 0} className={classes['card']} />
            <footer className={classes['spread']}>
              <span>
                <IconMessageCircle size={18} stroke={1.6} />
                {t('preview-world.replyCount')}
              </span>
              <span>
                <IconRepeat size={18} stroke={1.6} />
                {t('preview-world.repostCount')}
              </span>
              <span>
                <IconHeart size={18} stroke={1.6} />
                {t('preview-world.likeCount')}
              </span>
              <IconShare2 size={17} stroke={1.6} />
              <IconDots size={18} stroke={1.6} />
            </footer>
          </>
        )}
      />
    </World>
  );
}
