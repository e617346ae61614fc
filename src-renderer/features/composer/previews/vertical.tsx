import {
  IconArrowForwardUp,
  IconBookmark,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconMusic,
  IconPlus,
  IconSearch,
  IconSend,
  IconStar,
  IconX,
} from '@tabler/icons-react';
import type { FrameProps } from './frame-types.ts';
import { textOf } from './frame-types.ts';
import { Avatar, MediaBox, PhoneBar, PlayMark, SafeAreas, Words } from './parts.tsx';
import classes from './vertical.module.css';

/** A story: one tall picture under progress bars and a reply line, no caption. */
export function StoryFrame(frame: FrameProps) {
  const { media, t, safeAreas, profile } = frame;
  const name = t('preview.account');
  return (
    <div className={classes['screen']} data-scheme-fixed="dark">
      <div className={classes['stage']} data-story>
        <MediaBox media={media[0]} />
        {media[0]?.info?.kind === 'video' && <PlayMark />}
        {safeAreas && <SafeAreas profile={profile} />}
        <div className={classes['storyTop']}>
          <span className={classes['bars']}>
            {(media.length > 0 ? media : [null]).map((each, index) => (
              <span key={each?.id ?? 'blank'} data-on={index === 0} />
            ))}
          </span>
          <span className={classes['storyName']}>
            <Avatar size={32} name={name} />
            <b>{name}</b>
            <span className={classes['ago']}>{t('preview.hours')}</span>
            <span className={classes['space']} />
            <IconDots size={22} stroke={1.75} />
            <IconX size={24} stroke={1.75} />
          </span>
        </div>
      </div>
      <div className={classes['storyReply']}>
        <span>{t('preview.sendMessage')}</span>
        <IconHeart size={26} stroke={1.5} />
        <IconSend size={25} stroke={1.5} />
      </div>
    </div>
  );
}

/** Douyin's icon column says its counts; the others differ in icons and in where the plus sits. */
export function VerticalVideoFrame(frame: FrameProps) {
  const { media, t, safeAreas, profile } = frame;
  const name = t('preview.account');
  const title = textOf(frame, 'title');
  const body = textOf(frame, 'body');
  const chinese = ['douyin', 'kuaishou', 'wechat-channels', 'xiaohongshu'].includes(profile.platformId);
  const cover = media[0];
  const square = cover?.info && cover.info.width >= cover.info.height;
  return (
    <div className={classes['screen']} data-scheme-fixed="dark" data-platform={profile.platformId}>
      <div className={classes['stage']}>
        <span className={square ? classes['letterbox'] : classes['fill']}>
          <MediaBox media={cover} {...(square ? { ratio: cover.info!.width / cover.info!.height } : {})} />
        </span>
        {cover?.info?.kind === 'video' && <PlayMark />}
        <span className={classes['shade']} />
        {safeAreas && <SafeAreas profile={profile} />}
        <span className={classes['overlayBar']}>
          <PhoneBar />
        </span>
        <div className={classes['feedTabs']}>
          {chinese ? (
            <>
              <span>{t('preview.following')}</span>
              <b>{t('preview.recommended')}</b>
            </>
          ) : (
            <>
              <span>{t('preview.following')}</span>
              <b>{t('preview.forYou')}</b>
            </>
          )}
          <IconSearch size={24} stroke={2} />
        </div>
        <div className={classes['icons']}>
          <span className={classes['follow']}>
            <Avatar size={48} name={name} />
            <span className={classes['plus']}>
              <IconPlus size={14} stroke={3} />
            </span>
          </span>
          <span>
            <IconHeart size={34} fill="currentColor" />
            {t('preview.videoLikes')}
          </span>
          <span>
            <IconMessageCircle size={33} fill="currentColor" />
            {t('preview.videoComments')}
          </span>
          <span>
            {chinese ? (
              <IconStar size={33} fill="currentColor" />
            ) : (
              <IconBookmark size={32} fill="currentColor" />
            )}
            {t('preview.videoSaves')}
          </span>
          <span>
            <IconArrowForwardUp size={34} stroke={2.5} />
            {t('preview.share')}
          </span>
          <span className={classes['disc']}>
            <IconMusic size={20} />
          </span>
        </div>
        <div className={classes['caption']}>
          <b>@{name}</b>
          {title !== '' && <div className={classes['captionTitle']}>{title}</div>}
          <Words
            frame={frame}
            text={body}
            lines={2}
            more={chinese ? t('preview.unfold') : t('preview.more')}
          />
          <span className={classes['sound']}>
            <IconMusic size={14} />
            {t('preview.originalSound', { name })}
          </span>
        </div>
      </div>
      <div className={classes['bottom']}>
        {chinese ? (
          <>
            <b>{t('preview.home')}</b>
            <span>{t('preview.friends')}</span>
            <span className={classes['plusTab']}>
              <IconPlus size={18} stroke={2.5} />
            </span>
            <span>{t('preview.messages')}</span>
            <span>{t('preview.me')}</span>
          </>
        ) : (
          <span className={classes['comment']}>{t('preview.addComment')}</span>
        )}
      </div>
    </div>
  );
}
