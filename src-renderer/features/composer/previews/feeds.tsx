import {
  IconArrowForwardUp,
  IconBookmark,
  IconChartBar,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconRepeat,
  IconSend,
  IconShare3,
  IconThumbUp,
  IconUpload,
} from '@tabler/icons-react';
import classes from './feeds.module.css';
import type { FrameProps, ShownMedia } from './frame-types.ts';
import { textOf } from './frame-types.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import { Avatar, Carousel, MediaBox, PlayMark, Words } from './parts.tsx';

/** A feed cuts pictures to the range of its rules (usually 4:5 to 1.91:1); the first picture decides for all. */
function feedRatio(first: ShownMedia | undefined, profile: FormatProfile): number {
  const range = profile.image?.aspect?.value;
  const least = range?.min ?? 4 / 5;
  const info = first?.info;
  const crop = first?.attachment.crop;
  if (!info || info.width === 0 || info.height === 0) return least;
  const ratio = (info.width * (crop?.width ?? 1)) / (info.height * (crop?.height ?? 1));
  return Math.min(range?.max ?? 1.91, Math.max(least, ratio));
}

export function InstagramFeedFrame(frame: FrameProps) {
  const { media, t, composed, content, profile } = frame;
  const name = t('preview.handle');
  const body = textOf(frame, 'body') || composed.paste;
  return (
    <article className={classes['instagram']}>
      <header className={classes['igHead']}>
        <span className={classes['ring']}>
          <Avatar size={32} name={name} />
        </span>
        <b>{name}</b>
        <span className={classes['space']} />
        <IconDots size={20} stroke={1.75} />
      </header>
      <Carousel
        media={media}
        ratio={feedRatio(media[0], profile)}
        frame={frame}
        pages={classes['pages']}
        dots={classes['dots']}
      />
      <div className={classes['igActions']}>
        <IconHeart size={27} stroke={1.75} />
        <IconMessageCircle size={26} stroke={1.75} style={{ transform: 'scaleX(-1)' }} />
        <IconSend size={25} stroke={1.75} />
        <span className={classes['space']} />
        <IconBookmark size={26} stroke={1.75} />
      </div>
      <div className={classes['igText']}>
        <b>{t('preview.likes')}</b>
        {body !== '' && <Words frame={frame} text={body} more={t('preview.igMore')} lead={<b>{name} </b>} />}
        {content.firstComment !== '' && (
          <p>
            <b>{name} </b>
            {content.firstComment}
          </p>
        )}
        <span className={classes['small']}>{t('preview.justNow')}</span>
      </div>
    </article>
  );
}

/** X shows up to four pictures in one rounded box of 16:9. */
function XGrid({ media }: { media: readonly ShownMedia[] }) {
  const shown = media.slice(0, 4);
  const one = shown.length === 1 ? shown[0] : undefined;
  const ratio = one?.info
    ? Math.min(16 / 9, Math.max(3 / 4, one.info.width / Math.max(1, one.info.height)))
    : 16 / 9;
  return (
    <div className={classes['xGrid']} data-count={shown.length} style={{ aspectRatio: ratio }}>
      {shown.map((each) => (
        <span key={each.id} className={classes['cell']}>
          <MediaBox media={each} />
          {each.info?.kind === 'video' && <PlayMark />}
          {each.attachment.alt !== '' && <span className={classes['alt']}>ALT</span>}
        </span>
      ))}
    </div>
  );
}

export function XPostFrame(frame: FrameProps) {
  const { media, t } = frame;
  return (
    <article className={classes['x']}>
      <Avatar size={40} name={t('preview.account')} />
      <div className={classes['xMain']}>
        <header>
          <b>{t('preview.account')}</b>
          <span className={classes['dim']}>
            @{t('preview.handle')} · {t('preview.now')}
          </span>
          <span className={classes['space']} />
          <IconDots size={18} stroke={1.75} className={classes['dim']} />
        </header>
        <Words frame={frame} text={textOf(frame, 'body')} lines={24} more={t('preview.showMore')} />
        {media.length > 0 && <XGrid media={media} />}
        <footer className={classes['xActions']}>
          <span>
            <IconMessageCircle size={18} stroke={1.6} />
            {t('preview.replyCount')}
          </span>
          <span>
            <IconRepeat size={19} stroke={1.6} />
            {t('preview.repostCount')}
          </span>
          <span>
            <IconHeart size={18} stroke={1.6} />
            {t('preview.cardLikes')}
          </span>
          <span>
            <IconChartBar size={18} stroke={1.6} />
            {t('preview.viewCount')}
          </span>
          <span>
            <IconBookmark size={18} stroke={1.6} />
          </span>
          <span>
            <IconUpload size={18} stroke={1.6} />
          </span>
        </footer>
      </div>
    </article>
  );
}

/** Square tiles: one picture large, four as 2 × 2, else three in a row, at most nine. */
function NineGrid({ media }: { media: readonly ShownMedia[] }) {
  const shown = media.slice(0, 9);
  const one = shown.length === 1 ? shown[0] : undefined;
  if (one?.info) {
    const ratio = Math.min(16 / 9, Math.max(3 / 4, one.info.width / Math.max(1, one.info.height)));
    return (
      <div className={classes['single']} style={{ width: ratio > 1 ? '80%' : '58%' }}>
        <MediaBox media={one} ratio={ratio} />
        {one.info.kind === 'video' && <PlayMark />}
      </div>
    );
  }
  return (
    <div className={classes['nine']} data-four={shown.length === 4}>
      {shown.map((each, index) => (
        <span key={each.id} className={classes['cell']}>
          <MediaBox media={each} ratio={1} />
          {index === 8 && media.length > 9 && <span className={classes['rest']}>+{media.length - 9}</span>}
        </span>
      ))}
    </div>
  );
}

export function WeiboPostFrame(frame: FrameProps) {
  const { media, t } = frame;
  return (
    <article className={classes['weibo']}>
      <header className={classes['wbHead']}>
        <Avatar size={42} name={t('preview.account')} />
        <span>
          <b>{t('preview.account')}</b>
          <span className={classes['small']}>{t('preview.weiboMeta')}</span>
        </span>
        <span className={classes['space']} />
        <span className={classes['followButton']}>{t('preview.follow')}</span>
      </header>
      <Words frame={frame} text={textOf(frame, 'body')} more={t('preview.weiboMore')} />
      {media.length > 0 && <NineGrid media={media} />}
      <footer className={classes['wbActions']}>
        <span>
          <IconShare3 size={18} stroke={1.5} />
          {t('preview.repost')}
        </span>
        <span>
          <IconMessageCircle size={18} stroke={1.5} />
          {t('preview.comment')}
        </span>
        <span>
          <IconThumbUp size={18} stroke={1.5} />
          {t('preview.like')}
        </span>
      </footer>
    </article>
  );
}

/** Moments: name in blue beside the picture, nine-grid, time below. */
export function MomentsFrame(frame: FrameProps) {
  const { media, t } = frame;
  return (
    <article className={classes['moments']}>
      <span className={classes['squareAvatar']}>
        <Avatar size={42} name={t('preview.account')} />
      </span>
      <div className={classes['xMain']}>
        <b className={classes['momentsName']}>{t('preview.account')}</b>
        <Words frame={frame} text={textOf(frame, 'body')} lines={6} more={t('preview.fullText')} />
        {media.length > 0 && <NineGrid media={media} />}
        <footer className={classes['momentsFoot']}>
          <span>{t('preview.justNow')}</span>
          <IconDots size={18} stroke={2.5} />
        </footer>
      </div>
    </article>
  );
}

/** Any other feed: who, words, media, the usual buttons. */
export function FeedFrame(frame: FrameProps) {
  const { media, t, profile } = frame;
  const title = textOf(frame, 'title');
  const link = frame.content.link.trim();
  const onlyPictures = profile.kind === 'image';
  const text = <Words frame={frame} text={textOf(frame, 'body')} lines={8} more={t('preview.more')} />;
  const pictures = media.length > 0 && (
    <div className={classes['bleed']}>
      {media.length === 1 || onlyPictures ? (
        <Carousel media={media} ratio={feedRatio(media[0], profile)} frame={frame} pages={classes['pages']} />
      ) : (
        <XGrid media={media} />
      )}
    </div>
  );
  return (
    <article className={classes['feed']}>
      <header className={classes['wbHead']}>
        <Avatar size={44} name={t('preview.account')} />
        <span>
          <b>{t('preview.account')}</b>
          <span className={classes['small']}>{t('preview.justNow')}</span>
        </span>
        <span className={classes['space']} />
        <IconDots size={20} stroke={1.75} className={classes['dim']} />
      </header>
      {onlyPictures && pictures}
      {title !== '' && <h4 className={classes['feedTitle']}>{title}</h4>}
      {text}
      {!onlyPictures && pictures}
      {link !== '' && media.length === 0 && profile.text.links !== 'plain' && (
        <div className={classes['card']}>
          <MediaBox media={undefined} ratio={1.91} />
          <span className={classes['small']}>{hostOf(link)}</span>
          <b>{frame.content.title || link}</b>
        </div>
      )}
      <footer className={classes['wbActions']}>
        <span>
          <IconThumbUp size={19} stroke={1.5} />
          {t('preview.like')}
        </span>
        <span>
          <IconMessageCircle size={19} stroke={1.5} />
          {t('preview.comment')}
        </span>
        <span>
          <IconArrowForwardUp size={19} stroke={1.5} />
          {t('preview.share')}
        </span>
      </footer>
    </article>
  );
}

function hostOf(link: string): string {
  try {
    return new URL(link).host;
  } catch {
    return link;
  }
}
