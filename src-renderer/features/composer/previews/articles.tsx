import {
  IconArrowForwardUp,
  IconChevronLeft,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconPencil,
  IconShare3,
  IconStar,
  IconThumbUp,
} from '@tabler/icons-react';
import { useState } from 'react';
import classes from './articles.module.css';
import { type FrameProps, textOf } from './frame-types.ts';
import { Avatar, Carousel, MediaBox, PhoneBar, PlayMark, SafeAreas, Words } from './parts.tsx';
import { RichBlocks } from './rich-blocks.tsx';

/** A WeChat article: the card in the subscription list with its 2.35:1 head picture, then the page. */
export function WechatArticleFrame(frame: FrameProps) {
  const { media, t, content, document } = frame;
  const title = content.title.trim() || t('preview.noTitle');
  const [now] = useState(Date.now);
  const today = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long' }).format(now);
  return (
    <div className={classes['wechat']}>
      <div className={classes['wxCardPlace']}>
        <div className={classes['wxCard']}>
          <MediaBox media={media[0]} ratio={2.35} />
          <b>{title}</b>
        </div>
      </div>
      <div className={classes['wxBar']}>
        <PhoneBar />
        <span className={classes['wxNav']}>
          <IconChevronLeft size={26} stroke={1.75} />
          <IconDots size={24} stroke={2} />
        </span>
      </div>
      <article className={classes['wxPage']}>
        <h1>{title}</h1>
        <p className={classes['wxMeta']}>
          <span>{t('preview.original')}</span>
          <span className={classes['blue']}>{t('preview.account')}</span>
          <span>{today}</span>
        </p>
        <div className={classes['wxBody']}>
          <RichBlocks document={document} markdown={content.body} />
          {media.slice(1).map((each) => (
            <MediaBox
              key={each.id}
              media={each}
              ratio={each.info ? each.info.width / Math.max(1, each.info.height) : 1.5}
            />
          ))}
        </div>
        {content.link.trim() !== '' && <p className={classes['blue']}>{t('preview.readMore')}</p>}
        <footer className={classes['wxFoot']}>
          <span>{t('preview.reads')}</span>
          <span className={classes['space']} />
          <IconArrowForwardUp size={20} stroke={1.5} />
          <IconThumbUp size={20} stroke={1.5} />
          <IconHeart size={20} stroke={1.5} />
        </footer>
      </article>
    </div>
  );
}

/** Any other article: title, author, words, comments below. */
export function ArticleFrame(frame: FrameProps) {
  const { media, t, content, document } = frame;
  return (
    <article className={classes['article']}>
      {media[0] && <MediaBox media={media[0]} ratio={16 / 9} />}
      <div className={classes['articleIn']}>
        <h1>{content.title.trim() || t('preview.noTitle')}</h1>
        <p className={classes['author']}>
          <Avatar size={36} name={t('preview.account')} />
          <span>
            <b>{t('preview.account')}</b>
            <small>{t('preview.justNow')}</small>
          </span>
        </p>
        <div className={classes['articleBody']}>
          <RichBlocks document={document} markdown={content.body} />
        </div>
      </div>
    </article>
  );
}

/** A Xiaohongshu note: its card among others in the waterfall, then the note page. */
export function XiaohongshuFrame(frame: FrameProps) {
  const { media, t, safeAreas, profile } = frame;
  const first = media[0]?.info;
  // The waterfall keeps covers between 3:4 and 4:3.
  const ratio =
    first && first.height > 0 ? Math.min(4 / 3, Math.max(3 / 4, first.width / first.height)) : 3 / 4;
  const title = textOf(frame, 'title');
  const [now] = useState(Date.now);
  const today = new Intl.DateTimeFormat('zh-CN', { month: '2-digit', day: '2-digit' }).format(now);
  return (
    <div className={classes['xhs']}>
      <div className={classes['xhsWaterfall']}>
        <div className={classes['xhsCard']}>
          <div className={classes['relative']}>
            <MediaBox media={media[0]} ratio={ratio} />
            {first?.kind === 'video' && <PlayMark />}
            {safeAreas && <SafeAreas profile={profile} />}
          </div>
          <b>{title || textOf(frame, 'body').slice(0, 40) || t('preview.noTitle')}</b>
          <span className={classes['xhsBy']}>
            <Avatar size={16} name={t('preview.account')} />
            {t('preview.account')}
            <span className={classes['space']} />
            <IconHeart size={15} stroke={1.5} />
            {t('preview.cardLikes')}
          </span>
        </div>
        <div className={classes['xhsOther']} aria-hidden>
          <span style={{ aspectRatio: 1 }} />
          <i />
          <span style={{ aspectRatio: 3 / 4 }} />
        </div>
      </div>
      <div className={classes['xhsNote']}>
        <header>
          <IconChevronLeft size={26} stroke={1.75} />
          <Avatar size={34} name={t('preview.account')} />
          <b>{t('preview.account')}</b>
          <span className={classes['space']} />
          <span className={classes['xhsFollow']}>{t('preview.follow')}</span>
          <IconShare3 size={22} stroke={1.5} />
        </header>
        <Carousel
          media={media}
          ratio={ratio}
          frame={frame}
          pages={classes['count']}
          dots={classes['xhsDots']}
        />
        <div className={classes['xhsText']}>
          {title !== '' && <h1>{title}</h1>}
          <Words frame={frame} text={textOf(frame, 'body')} more={t('preview.unfold')} />
          <small>{t('preview.editedOn', { date: today })}</small>
        </div>
        <footer>
          <span className={classes['xhsSay']}>
            <IconPencil size={16} stroke={1.5} />
            {t('preview.saySomething')}
          </span>
          <IconHeart size={24} stroke={1.5} />
          <IconStar size={24} stroke={1.5} />
          <IconMessageCircle size={24} stroke={1.5} />
        </footer>
      </div>
    </div>
  );
}
