import {
  IconDots,
  IconHeartFilled,
  IconMessageCircle,
  IconSend,
  IconShare3,
  IconThumbUp,
  IconThumbUpFilled,
  IconWorld,
  IconX,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import classes from './facebook.module.css';
import { cardLink, LinkCard } from './link-card.tsx';
import { MediaCell, MediaGrid, ratioOf, within } from './media.tsx';
import { mosaic, shapeOf } from './media-layout.ts';
import parts from './parts.module.css';
import { Coloured, PostText } from './post-text.tsx';
import { World } from './world.tsx';

/** A short text that stands alone is set large, as in the app; UTF-16 units. */
const shortText = 85;

function FacebookMedia({ frame }: { frame: FrameProps }) {
  const [first] = frame.media;
  if (!first) return null;
  const ratio = ratioOf(first, 1);
  if (frame.media.length === 1)
    return <MediaCell frame={frame} media={first} ratio={within(4 / 5, ratio, 1.91)} />;
  return <MediaGrid frame={frame} media={frame.media} layout={mosaic(frame.media.length, shapeOf(ratio))} />;
}

/** A post of a page: words above pictures laid edge to edge, counts, three buttons, the page's own comment. */
export function FacebookFeedFrame(frame: FrameProps) {
  const { t, account, media, content } = frame;
  const body = textOf(frame, 'body');
  const link = cardLink(frame, body, media.length === 0);
  const large = media.length === 0 && link === '' && body.length <= shortText && !body.includes('\n\n');
  return (
    <World tone="facebook" className={classes['post']}>
      <header className={classes['head']}>
        <Avatar size={40} name={account.name} />
        <span className={classes['who']}>
          <b>{account.name}</b>
          <small>
            {t('preview-world.justNow')} · <IconWorld size={12} stroke={1.75} />
          </small>
        </span>
        <IconDots size={22} stroke={1.75} />
        <IconX size={22} stroke={1.75} />
      </header>
      <PostText
        frame={frame}
        text={body}
        more={t('preview-world.seeMore')}
        className={large ? classes['large'] : classes['text']}
      />
      <FacebookMedia frame={frame} />
      {link !== '' && <LinkCard frame={frame} link={link} look="below" upper className={classes['card']} />}
      <div className={classes['counts']}>
        <span className={classes['reactions']}>
          <IconThumbUpFilled size={10} />
        </span>
        <span className={classes['reactions']} data-heart>
          <IconHeartFilled size={10} />
        </span>
        <span>{t('preview-world.likeCount')}</span>
        <span className={parts['space']} />
        <span>{t('preview-world.commentsAndShares')}</span>
      </div>
      <footer className={classes['actions']}>
        <span>
          <IconThumbUp size={20} stroke={1.5} />
          {t('preview-world.like')}
        </span>
        <span>
          <IconMessageCircle size={20} stroke={1.5} />
          {t('preview-world.comment')}
        </span>
        <span>
          <IconSend size={20} stroke={1.5} />
          {t('preview-world.send')}
        </span>
        <span>
          <IconShare3 size={20} stroke={1.5} />
          {t('preview-world.share')}
        </span>
      </footer>
      {content.firstComment.trim() !== '' && (
        <div className={classes['comment']} data-first-comment>
          <Avatar size={32} name={account.name} />
          <span>
            <span className={classes['bubble']}>
              <b>{account.name}</b>
              <span dir="auto">
                <Coloured frame={frame} text={content.firstComment} />
              </span>
            </span>
            <small>
              {t('preview-world.now')} <b>{t('preview-world.like')}</b> <b>{t('preview-world.reply')}</b>
            </small>
          </span>
        </div>
      )}
    </World>
  );
}
