import { IconChevronDown, IconMessageCircle, IconSearch, IconShare3, IconThumbUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type FrameProps, textOf, useFrameLook } from '../frame-types.ts';
import { LinkCard } from '../link-card.tsx';
import { Avatar } from '../parts.tsx';
import { Thread, threadOf } from '../thread.tsx';
import classes from './feeds.module.css';
import { PictureGrid, shownRatio, TopBar, Tabs, VideoCard } from './page.tsx';
import { Words } from '../words.tsx';

/** Weibo's timeline: orange marks, words in front, nine tiles (all eighteen once unfolded) or a video card. */
export function WeiboFrame(frame: FrameProps) {
  const { media, t, account, content, profile } = frame;
  const { folded } = useFrameLook();
  const title = textOf(frame, 'title');
  const link = content.link.trim();
  const recording = media.find(({ info }) => info?.kind === 'video') ?? media[0];
  const isVideo = profile.kind === 'video';
  const post = (text: string, first: boolean): ReactNode => (
    <article className={classes['weibo']}>
      <header className={classes['head']}>
        <Avatar size={42} name={account.name} />
        <span className={classes['who']}>
          <b>{account.name}</b>
          <small>{t('preview-china.weiboMeta')}</small>
        </span>
        <span className={classes['space']} />
        <span className={classes['followPill']}>+ {t('preview-china.follow')}</span>
        <IconChevronDown size={18} stroke={1.5} className={classes['dim']} aria-hidden />
      </header>
      <Words
        frame={frame}
        text={isVideo && title !== '' ? [`【${title}】`, text].join('') : text}
        lines={6}
        more={isVideo ? t('preview-china.fullText') : t('preview-china.weiboMore')}
      />
      {first && isVideo && (
        <div className={classes['round']}>
          <VideoCard media={recording} ratio={shownRatio(recording, 3 / 4, 16 / 9)} />
        </div>
      )}
      {first && !isVideo && media.length > 0 && <PictureGrid media={media} most={folded ? 9 : 18} />}
      {first && media.length === 0 && link !== '' && (
        <LinkCard link={link} title={content.title} shape="row" />
      )}
      <footer className={classes['weiboActions']}>
        <span>
          <IconShare3 size={18} stroke={1.5} aria-hidden />
          {t('preview-china.repost')}
        </span>
        <span>
          <IconMessageCircle size={18} stroke={1.5} aria-hidden />
          {t('preview-china.comment')}
        </span>
        <span>
          <IconThumbUp size={18} stroke={1.5} aria-hidden />
          {t('preview-china.like')}
        </span>
      </footer>
    </article>
  );
  const parts = threadOf(frame.composed);
  return (
    <div className={classes['weiboFeed']}>
      <TopBar back={false}>
        <Avatar size={26} name={account.name} />
        <Tabs names={[t('preview-china.following'), t('preview-china.recommended')]} at={0} mark />
        <IconSearch size={22} stroke={1.75} aria-hidden />
      </TopBar>
      {parts ? (
        <Thread parts={parts} draw={(part, index) => post(part, index === 0)} />
      ) : (
        post(textOf(frame, 'body'), true)
      )}
      <div className={classes['rest']} />
    </div>
  );
}
