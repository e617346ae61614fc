import {
  IconArrowsMaximize,
  IconDots,
  IconHeartFilled,
  IconMessageCircle,
  IconRepeat,
  IconSend,
  IconThumbUp,
  IconThumbUpFilled,
  IconWorld,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar, Carousel } from '../parts.tsx';
import { cardLink, LinkCard } from './link-card.tsx';
import classes from './linkedin.module.css';
import { MediaCell, MediaGrid, ratioOf, within } from './media.tsx';
import { mosaic, shapeOf } from './media-layout.ts';
import parts from './parts.module.css';
import { Coloured, PostText } from './post-text.tsx';
import { World } from './world.tsx';

/** Formats without a stated fold show three lines of the feed; ems of the text's letters. */
const lines = { count: 3, ems: 25 };

/** Who, words, then whatever the format shows, counts, four buttons, the author's own comment. */
function LinkedinPost({ frame, children }: { frame: FrameProps; children: ReactNode }) {
  const { t, account, content } = frame;
  const comment = frame.profile.firstComment ? content.firstComment.trim() : '';
  return (
    <World tone="linkedin" className={classes['post']}>
      <header className={classes['head']}>
        <Avatar size={48} name={account.name} />
        <span className={classes['who']}>
          <b>{account.name}</b>
          <small>{t('preview-world.followerCount')}</small>
          <small>
            {t('preview-world.now')} · <IconWorld size={13} stroke={1.5} />
          </small>
        </span>
        <IconDots size={22} stroke={1.75} />
        <IconX size={22} stroke={1.75} />
      </header>
      <PostText
        frame={frame}
        text={textOf(frame, 'body')}
        lines={lines}
        more={t('preview-world.dotsMoreClose')}
        className={classes['text']}
      />
      {children}
      <div className={classes['counts']}>
        <span className={classes['reactions']}>
          <IconThumbUpFilled size={9} />
        </span>
        <span className={classes['reactions']} data-heart>
          <IconHeartFilled size={9} />
        </span>
        <span>{t('preview-world.likeCount')}</span>
        <span className={parts['space']} />
        <span>{t('preview-world.commentsAndReposts')}</span>
      </div>
      <footer className={classes['actions']}>
        <span>
          <IconThumbUp size={21} stroke={1.5} />
          {t('preview-world.like')}
        </span>
        <span>
          <IconMessageCircle size={21} stroke={1.5} />
          {t('preview-world.comment')}
        </span>
        <span>
          <IconRepeat size={21} stroke={1.5} />
          {t('preview-world.repost')}
        </span>
        <span>
          <IconSend size={21} stroke={1.5} />
          {t('preview-world.send')}
        </span>
      </footer>
      {comment !== '' && (
        <div className={classes['comment']} data-first-comment>
          <Avatar size={32} name={account.name} />
          <span className={classes['bubble']}>
            <span>
              <b>{account.name}</b> <i>{t('preview-world.author')}</i>
            </span>
            <span className={classes['said']} dir="auto">
              <Coloured frame={frame} text={comment} />
            </span>
          </span>
        </div>
      )}
    </World>
  );
}

export function LinkedinPostFrame(frame: FrameProps) {
  const { media } = frame;
  const link = cardLink(frame, textOf(frame, 'body'), media.length === 0);
  const ratio = ratioOf(media[0], 1.91);
  return (
    <LinkedinPost frame={frame}>
      {media.length === 1 && (
        <MediaCell frame={frame} media={media[0]} ratio={within(4 / 5, ratio, 2.4)} alt="start" />
      )}
      {media.length > 1 && (
        <MediaGrid frame={frame} media={media} layout={mosaic(media.length, shapeOf(ratio))} alt="start" />
      )}
      {link !== '' && <LinkCard frame={frame} link={link} look="row" className={classes['card']} />}
    </LinkedinPost>
  );
}

export function LinkedinVideoFrame(frame: FrameProps) {
  return (
    <LinkedinPost frame={frame}>
      <MediaCell
        frame={frame}
        media={frame.media[0]}
        ratio={within(4 / 5, ratioOf(frame.media[0], 16 / 9), 2.4)}
        className={classes['video']}
      />
    </LinkedinPost>
  );
}

/** A document as pages to swipe through, its title on a dark strip above them. */
export function LinkedinDocumentFrame(frame: FrameProps) {
  const { media, t } = frame;
  const ratio = within(0.6, ratioOf(media[0], 4 / 5), 2);
  return (
    <LinkedinPost frame={frame}>
      <div className={classes['document']}>
        <div className={classes['documentTitle']}>
          <b className={parts['name']} dir="auto">
            {textOf(frame, 'title') || t('preview-world.noTitle')}
          </b>
          <span>{t('preview-world.pageCount', { count: Math.max(1, media.length) })}</span>
          <span className={parts['space']} />
          <IconArrowsMaximize size={18} stroke={1.5} />
        </div>
        <Carousel media={media} ratio={ratio} frame={frame} pages={classes['page']} />
        <span className={classes['progress']}>
          <span style={{ width: `${100 / Math.max(1, media.length)}%` }} />
        </span>
      </div>
    </LinkedinPost>
  );
}
