import {
  IconChevronDown,
  IconChevronUp,
  IconCoin,
  IconDotsVertical,
  IconMessage2,
  IconPlayerPlay,
  IconShare3,
  IconStar,
  IconThumbDown,
  IconThumbUp,
} from '@tabler/icons-react';
import { useState } from 'react';
import { type FrameProps, textOf, useFrameLook } from '../frame-types.ts';
import { Avatar, MediaBox, PhoneBar, PlayMark, SafeAreas } from '../parts.tsx';
import classes from './bilibili.module.css';
import { lengthOf, Part, Tabs } from './page.tsx';
import { Words } from '../words.tsx';

/** A card of the home page: cover 16:10 with its numbers, two lines of title, the uploader. */
function Card({ frame, title }: { frame: FrameProps; title: string }) {
  const { media, t, account, safeAreas, profile } = frame;
  return (
    <div className={classes['home']}>
      <div className={classes['card']}>
        <span className={classes['cover']}>
          <MediaBox media={media[0]} ratio={16 / 10} />
          {safeAreas && <SafeAreas profile={profile} />}
          <span className={classes['numbers']}>
            <IconPlayerPlay size={13} stroke={1.75} aria-hidden />
            {t('preview-china.manyLikes')}
            <IconMessage2 size={13} stroke={1.75} aria-hidden />
            {t('preview-china.someComments')}
            <span className={classes['space']} />
            {lengthOf(media[0])}
          </span>
        </span>
        <b>{title}</b>
        <span className={classes['up']}>
          <i>UP</i>
          <span>{account.name}</span>
          <IconDotsVertical size={14} stroke={1.75} aria-hidden />
        </span>
      </div>
      <div className={classes['blank']} aria-hidden>
        <span />
        <i />
        <i />
      </div>
    </div>
  );
}

/** The description opens with the arrow behind the title. */
function About({ frame, title }: { frame: FrameProps; title: string }) {
  const { t } = frame;
  const { folded } = useFrameLook();
  const [pressed, setPressed] = useState({ folded, open: !folded });
  const open = pressed.folded === folded ? pressed.open : !folded;
  const tags = (frame.composed.fields['tags'] ?? '').split(',').filter(Boolean);
  const Arrow = open ? IconChevronUp : IconChevronDown;
  return (
    <div className={classes['about']}>
      <button type="button" className={classes['title']} onClick={() => setPressed({ folded, open: !open })}>
        <b data-open={open}>{title}</b>
        <Arrow size={20} stroke={1.5} aria-label={open ? t('preview.less') : t('preview-china.unfold')} />
      </button>
      <span className={classes['numbersLine']}>
        <IconPlayerPlay size={14} stroke={1.5} aria-hidden />
        {t('preview-china.manyLikes')}
        <IconMessage2 size={14} stroke={1.5} aria-hidden />
        {t('preview-china.someComments')}
        <span>{t('preview-china.today')}</span>
      </span>
      {open && (
        <div className={classes['description']}>
          <Words frame={frame} text={textOf(frame, 'body')} more={t('preview-china.unfold')} />
          {tags.length > 0 && (
            <span className={classes['tags']}>
              {tags.map((tag) => (
                <span key={tag}>{tag}</span>
              ))}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

/** A Bilibili video: its card on the home page, then the page with player, uploader, title and the five buttons. */
export function BilibiliFrame(frame: FrameProps) {
  const { media, t, account } = frame;
  const title = textOf(frame, 'title') || t('preview-china.noTitle');
  return (
    <div>
      <Part name={t('preview-china.partFeed')}>
        <Card frame={frame} title={title} />
      </Part>
      <Part name={t('preview-china.partVideo')}>
        <div className={classes['player']}>
          <PhoneBar />
          <span className={classes['cover']}>
            <MediaBox media={media[0]} ratio={16 / 9} />
            <PlayMark />
            <span className={classes['progress']} aria-hidden />
          </span>
        </div>
        <div className={classes['bar']}>
          <Tabs names={[t('preview-china.about'), t('preview-china.comments')]} at={0} mark />
          <span className={classes['bullet']}>{t('preview-china.sendBullet')}</span>
        </div>
        <div className={classes['uploader']}>
          <Avatar size={38} name={account.name} />
          <span>
            <b>{account.name}</b>
            <small>{t('preview-china.fans')}</small>
          </span>
          <span className={classes['follow']}>+ {t('preview-china.follow')}</span>
        </div>
        <About frame={frame} title={title} />
        <div className={classes['buttons']}>
          <span>
            <IconThumbUp size={26} stroke={1.5} aria-hidden />
            {t('preview-china.manyLikes')}
          </span>
          <span>
            <IconThumbDown size={26} stroke={1.5} aria-hidden />
            {t('preview-china.dislike')}
          </span>
          <span>
            <IconCoin size={26} stroke={1.5} aria-hidden />
            {t('preview-china.someComments')}
          </span>
          <span>
            <IconStar size={26} stroke={1.5} aria-hidden />
            {t('preview-china.someSaves')}
          </span>
          <span>
            <IconShare3 size={26} stroke={1.5} aria-hidden />
            {t('preview-china.share')}
          </span>
        </div>
        <div className={classes['next']} aria-hidden>
          <span />
          <div>
            <i />
            <i />
          </div>
        </div>
      </Part>
    </div>
  );
}
