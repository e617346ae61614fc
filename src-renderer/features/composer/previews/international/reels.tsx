import {
  IconArrowForwardUp,
  IconCamera,
  IconDots,
  IconDotsVertical,
  IconHeart,
  IconHome,
  IconMessageCircle,
  IconMovie,
  IconMusic,
  IconPlus,
  IconRepeat,
  IconSearch,
  IconSend,
  IconThumbDownFilled,
  IconThumbUp,
  IconThumbUpFilled,
  IconMessageFilled,
  IconShare3,
  IconUser,
  IconVideo,
  IconWorld,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import parts from './parts.module.css';
import { PostText } from './post-text.tsx';
import { Author, Caption, SideButtons, Stage } from './stage.tsx';
import classes from './stage.module.css';
import { World } from './world.tsx';

/** Captions over a recording show little until they are opened; a line in ems of their letters. */
const oneLine = { count: 1, ems: 17 };
const twoLines = { count: 2, ems: 20 };

function Sound({ frame: { t, account } }: { frame: FrameProps }) {
  return (
    <span className={`${classes['line']} ${classes['pill']}`}>
      <IconMusic size={13} stroke={2} />
      <span className={parts['name']}>{t('preview-world.originalSound', { name: account.name })}</span>
    </span>
  );
}

/** The first comment waits behind the bubble; it stands below the screen, as the opened comments do. */
export function InstagramReelFrame(frame: FrameProps) {
  const { t, account, content, media } = frame;
  return (
    <World tone="screen" className={classes['screen']}>
      <Stage frame={frame} media={media[0]}>
        <div className={classes['top']}>
          <span className={classes['large']}>{t('preview-world.reels')}</span>
          <span className={parts['space']} />
          <IconCamera size={27} stroke={1.6} />
        </div>
        <SideButtons
          buttons={[
            { icon: <IconHeart size={29} stroke={1.7} />, word: t('preview-world.videoLikes') },
            { icon: <IconMessageCircle size={29} stroke={1.7} />, word: t('preview-world.videoComments') },
            { icon: <IconRepeat size={28} stroke={1.7} />, word: t('preview-world.repostCount') },
            { icon: <IconSend size={27} stroke={1.7} />, word: t('preview-world.videoSaves') },
            { icon: <IconDotsVertical size={24} stroke={1.7} /> },
            { icon: <span className={classes['sound']}>{<IconMusic size={15} />}</span> },
          ]}
        />
        <Caption>
          <Author frame={frame} name={account.handle} follow={t('preview-world.follow')} />
          <PostText frame={frame} text={textOf(frame, 'body')} more={t('preview-world.dotsMore')} />
          <Sound frame={frame} />
        </Caption>
      </Stage>
      <div className={classes['nav']}>
        <IconHome size={26} stroke={1.6} />
        <IconSearch size={26} stroke={1.6} />
        <IconPlus size={26} stroke={1.6} />
        <IconMovie size={26} stroke={1.6} color="#fff" />
        <Avatar size={26} name={account.name} />
      </div>
      {content.firstComment.trim() !== '' && (
        <p className={classes['comment']} dir="auto" data-first-comment>
          <Avatar size={28} name={account.name} />
          <span>
            <b>{account.handle}</b> {content.firstComment}
          </span>
        </p>
      )}
    </World>
  );
}

export function FacebookReelFrame(frame: FrameProps) {
  const { t, account, media } = frame;
  return (
    <World tone="screen" className={classes['screen']}>
      <Stage frame={frame} media={media[0]}>
        <div className={classes['top']}>
          <span className={classes['large']}>{t('preview-world.reels')}</span>
          <span className={parts['space']} />
          <IconSearch size={25} stroke={1.75} />
          <IconCamera size={26} stroke={1.6} />
          <IconUser size={25} stroke={1.75} />
        </div>
        <SideButtons
          buttons={[
            { icon: <IconThumbUp size={29} stroke={1.6} />, word: t('preview-world.videoLikes') },
            { icon: <IconMessageCircle size={29} stroke={1.6} />, word: t('preview-world.videoComments') },
            { icon: <IconArrowForwardUp size={30} stroke={1.7} />, word: t('preview-world.videoSaves') },
            { icon: <IconDots size={26} stroke={1.7} /> },
            { icon: <span className={classes['sound']}>{<IconMusic size={15} />}</span> },
          ]}
        />
        <Caption>
          <Author frame={frame} name={account.name} follow={t('preview-world.follow')} />
          <PostText
            frame={frame}
            text={textOf(frame, 'body')}
            lines={oneLine}
            more={t('preview-world.dotsMore')}
          />
          <span className={classes['line']}>
            <IconWorld size={13} stroke={1.75} /> ·
            <IconMusic size={13} stroke={1.75} />
            <span className={parts['name']}>{t('preview-world.originalSound', { name: account.name })}</span>
          </span>
        </Caption>
        <span className={classes['seek']} />
      </Stage>
      <div className={classes['nav']}>
        <span className={classes['field']}>{t('preview-world.addComment')}</span>
      </div>
    </World>
  );
}

export function YoutubeShortsFrame(frame: FrameProps) {
  const { t, account, media } = frame;
  const title = textOf(frame, 'title');
  return (
    <World tone="screen" className={classes['screen']}>
      <Stage frame={frame} media={media[0]}>
        <div className={classes['top']}>
          <span className={parts['space']} />
          <IconSearch size={25} stroke={1.75} />
          <IconCamera size={26} stroke={1.6} />
          <IconDotsVertical size={24} stroke={1.75} />
        </div>
        <SideButtons
          buttons={[
            { icon: <IconThumbUpFilled size={29} />, word: t('preview-world.videoLikes') },
            { icon: <IconThumbDownFilled size={29} />, word: t('preview-world.dislike') },
            { icon: <IconMessageFilled size={28} />, word: t('preview-world.videoComments') },
            { icon: <IconShare3 size={29} stroke={1.75} />, word: t('preview-world.share') },
            { icon: <IconRepeat size={28} stroke={1.75} />, word: t('preview-world.remix') },
            { icon: <span className={classes['sound']}>{<IconMusic size={15} />}</span> },
          ]}
        />
        <Caption>
          <Author frame={frame} name={`@${account.handle}`} follow={t('preview-world.subscribe')} filled />
          <PostText
            frame={frame}
            text={title || textOf(frame, 'body')}
            lines={twoLines}
            more={t('preview-world.dotsMore')}
          />
          <span className={classes['line']}>
            <IconMusic size={13} stroke={2} />
            <span className={parts['name']}>{t('preview-world.originalSound', { name: account.name })}</span>
          </span>
        </Caption>
        <span className={classes['seek']} />
      </Stage>
      <div className={classes['nav']}>
        <span className={classes['tab']}>
          <IconHome size={23} stroke={1.6} />
          {t('preview-world.home')}
        </span>
        <span className={classes['tab']} data-on>
          <IconMovie size={23} stroke={1.6} />
          {t('preview-world.shorts')}
        </span>
        <IconPlus size={32} stroke={1.4} color="#fff" />
        <span className={classes['tab']}>
          <IconVideo size={23} stroke={1.6} />
          {t('preview-world.subscriptions')}
        </span>
        <span className={classes['tab']}>
          <Avatar size={23} name={account.name} />
          {t('preview-world.you')}
        </span>
      </div>
    </World>
  );
}
