import {
  IconArrowForwardUp,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconThumbUp,
  IconX,
} from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar, Carousel, MediaBox, SafeAreas } from '../parts.tsx';
import { ArticleBody } from './article-body.tsx';
import { excerptOf } from './excerpt.ts';
import { Part, shownRatio, TopBar } from './page.tsx';
import classes from './wechat-article.module.css';
import { Words } from '../words.tsx';

/** Dressing an article needs the themes and a parser: loaded when the first one is shown. */
const ThemedBody = lazy(() => import('./themed-body.tsx'));

/** Where readers meet the article: the card in the list of messages, second in a message, shared in a chat. */
function Cards({ frame, title }: { frame: FrameProps; title: string }) {
  const { media, t, account, composed } = frame;
  const digest = composed.fields['digest'] || excerptOf(frame.content.body, 54);
  return (
    <div className={classes['cards']}>
      <div className={classes['card']}>
        <span className={classes['from']}>
          <Avatar size={22} name={account.name} />
          {account.name}
          <span className={classes['space']} />
          <small>{t('preview-china.justNow')}</small>
        </span>
        <MediaBox media={media[0]} ratio={2.35} />
        <b className={classes['cardTitle']}>{title}</b>
        <span className={classes['second']}>
          <span>{title}</span>
          <span className={classes['thumb']}>
            <MediaBox media={media[0]} ratio={1} />
          </span>
        </span>
      </div>
      <div className={classes['chat']}>
        <span className={classes['bubble']}>
          <b>{title}</b>
          <span className={classes['digest']}>
            <span>{digest}</span>
            <span className={classes['thumb']}>
              <MediaBox media={media[0]} ratio={1} />
            </span>
          </span>
          <small>{account.name}</small>
        </span>
        <span className={classes['square']}>
          <Avatar size={40} name={account.name} />
        </span>
      </div>
    </div>
  );
}

/** A WeChat article: its cards, then the page with the theme's own look. */
export function WechatArticleFrame(frame: FrameProps) {
  const { t, content, account } = frame;
  const title = textOf(frame, 'title') || t('preview-china.noTitle');
  return (
    <div>
      <Part name={t('preview-china.partCards')}>
        <Cards frame={frame} title={title} />
      </Part>
      <Part name={t('preview-china.partArticle')}>
        <TopBar back={false}>
          <IconX size={24} stroke={1.75} aria-hidden />
          <span className={classes['space']} />
          <IconDots size={24} stroke={2} aria-hidden />
        </TopBar>
        <article className={classes['page']}>
          <h1>{title}</h1>
          <p className={classes['meta']}>
            <span className={classes['original']}>{t('preview-china.original')}</span>
            <span className={classes['blue']}>{account.name}</span>
            <span>{t('preview-china.today')}</span>
          </p>
          <Suspense fallback={<ArticleBody frame={frame} />}>
            <ThemedBody frame={frame} />
          </Suspense>
          {content.link.trim() !== '' && <p className={classes['blue']}>{t('preview-china.readOriginal')}</p>}
          <p className={classes['reads']}>{t('preview-china.reads')}</p>
        </article>
        <footer className={classes['foot']}>
          <Avatar size={28} name={account.name} />
          <b>{account.name}</b>
          <span className={classes['space']} />
          <Icons frame={frame} />
        </footer>
      </Part>
    </div>
  );
}

function Icons({ frame: { t } }: { frame: FrameProps }) {
  return (
    <>
      <span className={classes['icon']}>
        <IconThumbUp size={21} stroke={1.5} aria-hidden />
        {t('preview-china.like')}
      </span>
      <span className={classes['icon']}>
        <IconArrowForwardUp size={21} stroke={1.5} aria-hidden />
        {t('preview-china.share')}
      </span>
      <span className={classes['icon']}>
        <IconHeart size={21} stroke={1.5} aria-hidden />
        {t('preview-china.recommend')}
      </span>
      <span className={classes['icon']}>
        <IconMessageCircle size={21} stroke={1.5} aria-hidden />
        {t('preview-china.leaveWord')}
      </span>
    </>
  );
}

/** A picture message: pictures to swipe on top, title and words below, the account's row at the foot. */
export function WechatImageFrame(frame: FrameProps) {
  const { media, t, account, profile, safeAreas } = frame;
  const title = textOf(frame, 'title');
  return (
    <div className={classes['imagePage']}>
      <TopBar>
        <Avatar size={30} name={account.name} />
        <span className={classes['accountName']}>{account.name}</span>
        <span className={classes['follow']}>{t('preview-china.follow')}</span>
        <span className={classes['space']} />
        <IconDots size={24} stroke={2} aria-hidden />
      </TopBar>
      <div className={classes['relative']}>
        <Carousel
          media={media}
          ratio={shownRatio(media[0], 3 / 4, 16 / 9)}
          frame={frame}
          pages={classes['pages']}
          dots={classes['dots']}
        />
        {safeAreas && <SafeAreas profile={profile} />}
      </div>
      <div className={classes['imageText']}>
        {title !== '' && <h1>{title}</h1>}
        <Words frame={frame} text={textOf(frame, 'body')} lines={8} more={t('preview-china.unfold')} />
        <p className={classes['reads']}>{t('preview-china.today')}</p>
      </div>
      <span className={classes['space']} />
      <footer className={classes['foot']}>
        <span className={classes['write']}>{t('preview-china.leaveWord')}</span>
        <Icons frame={frame} />
      </footer>
    </div>
  );
}
