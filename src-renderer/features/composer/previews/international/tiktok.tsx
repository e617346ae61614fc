import {
  IconArrowForwardUp,
  IconBookmarkFilled,
  IconDeviceTv,
  IconHeartFilled,
  IconHome,
  IconMessageCircleFilled,
  IconMessage2,
  IconMusic,
  IconPhoto,
  IconPlus,
  IconSearch,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import parts from './parts.module.css';
import { PostText } from './post-text.tsx';
import { Caption, SideButtons, Stage } from './stage.tsx';
import classes from './stage.module.css';
import { Turn, useTurns } from './turns.tsx';
import { World } from './world.tsx';

/** Two lines of a description where the rule pack states no fold. */
const lines = { count: 2, ems: 20 };

function TiktokScreen({
  frame,
  at,
  over,
  below,
}: {
  frame: FrameProps;
  at: number;
  /** Lies upon the picture. */
  over?: ReactNode;
  /** Stands under the caption. */
  below?: ReactNode;
}) {
  const { t, account, media } = frame;
  const title = textOf(frame, 'title');
  // A video has one text only, which the upload form calls its title.
  const body = textOf(frame, 'body');
  return (
    <World tone="screen" className={classes['screen']}>
      <Stage frame={frame} media={media[at]}>
        <div className={classes['top']}>
          <IconDeviceTv size={25} stroke={1.75} />
          <span className={classes['tabs']}>
            <i>{t('preview-world.following')}</i>
            <b>{t('preview-world.forYou')}</b>
          </span>
          <IconSearch size={25} stroke={1.9} />
        </div>
        {over}
        <SideButtons
          buttons={[
            {
              icon: (
                <span className={classes['withPlus']}>
                  <Avatar size={46} name={account.name} />
                  <span className={classes['plus']}>
                    <IconPlus size={14} stroke={3} />
                  </span>
                </span>
              ),
            },
            { icon: <IconHeartFilled size={33} />, word: t('preview-world.videoLikes') },
            { icon: <IconMessageCircleFilled size={32} />, word: t('preview-world.videoComments') },
            { icon: <IconBookmarkFilled size={31} />, word: t('preview-world.videoSaves') },
            { icon: <IconArrowForwardUp size={34} stroke={2.4} />, word: t('preview-world.repostCount') },
            { icon: <span className={classes['disc']}>{<IconMusic size={17} />}</span> },
          ]}
        />
        <Caption>
          <b className={parts['name']}>{account.name}</b>
          {title !== '' && (
            <span className={classes['title']} dir="auto">
              {title}
            </span>
          )}
          <PostText frame={frame} text={body} lines={lines} more={t('preview-world.dotsMore')} />
          <span className={classes['line']}>
            <IconMusic size={14} stroke={2} />
            <span className={parts['name']}>{t('preview-world.originalSound', { name: account.name })}</span>
          </span>
          {below}
        </Caption>
      </Stage>
      <div className={classes['nav']}>
        <span className={classes['tab']} data-on>
          <IconHome size={22} stroke={1.6} />
          {t('preview-world.home')}
        </span>
        <span className={classes['tab']}>
          <IconUsers size={22} stroke={1.6} />
          {t('preview-world.friends')}
        </span>
        <i className={classes['plusTab']}>
          <IconPlus size={18} stroke={2.5} />
        </i>
        <span className={classes['tab']}>
          <IconMessage2 size={22} stroke={1.6} />
          {t('preview-world.inbox')}
        </span>
        <span className={classes['tab']}>
          <IconUser size={22} stroke={1.6} />
          {t('preview-world.profile')}
        </span>
      </div>
    </World>
  );
}

export function TiktokVideoFrame(frame: FrameProps) {
  return <TiktokScreen frame={frame} at={0} over={<span className={classes['seek']} />} />;
}

/** Photos to swipe through, with dots under the caption. */
export function TiktokPhotoFrame(frame: FrameProps) {
  const turns = useTurns(frame.media.length);
  return (
    <TiktokScreen
      frame={frame}
      at={turns.at}
      over={<Turn frame={frame} turns={turns} />}
      below={
        <>
          <span className={`${classes['line']} ${classes['pill']}`}>
            <IconPhoto size={14} stroke={1.75} />
            {frame.t('preview-world.photo')} {turns.at + 1}/{Math.max(1, turns.count)}
          </span>
          {turns.count > 1 && (
            <span className={classes['pagesDots']} aria-hidden>
              {frame.media.slice(0, 9).map(({ id }, index) => (
                <span key={id} data-on={index === Math.min(turns.at, 8)} />
              ))}
            </span>
          )}
        </>
      }
    />
  );
}
