import {
  IconBookmark,
  IconChartBar,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconRepeat,
  IconUpload,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar, MediaBox } from '../parts.tsx';
import { RichBlocks } from '../rich-blocks.tsx';
import { plainText } from '#shared/platforms/plain-text.ts';
import { cardLink, LinkCard } from './link-card.tsx';
import { MediaCell, MediaGrid, ratioOf, within } from './media.tsx';
import { fourGrid } from './media-layout.ts';
import parts from './parts.module.css';
import { Coloured, PostText } from './post-text.tsx';
import { withoutLastLink } from './shown-text.ts';
import { Stack } from './stack.tsx';
import { World } from './world.tsx';
import classes from './x.module.css';

/** Lines of a text before “Show more”; a line of the narrow column beside the avatar, in ems of its letters. */
const lines = { count: 24, ems: 20.5 };

function XActions({ frame: { t } }: { frame: FrameProps }) {
  return (
    <footer className={classes['actions']}>
      <span>
        <IconMessageCircle size={18} stroke={1.5} />
        {t('preview-world.replyCount')}
      </span>
      <span>
        <IconRepeat size={18} stroke={1.5} />
        {t('preview-world.repostCount')}
      </span>
      <span>
        <IconHeart size={18} stroke={1.5} />
        {t('preview-world.likeCount')}
      </span>
      <span>
        <IconChartBar size={18} stroke={1.5} />
        {t('preview-world.viewCount')}
      </span>
      <span>
        <IconBookmark size={18} stroke={1.5} />
        <IconUpload size={18} stroke={1.5} />
      </span>
    </footer>
  );
}

function XHead({ frame: { account, t } }: { frame: FrameProps }) {
  return (
    <header className={classes['head']}>
      <b className={parts['name']}>{account.name}</b>
      <span className={classes['handle']}>@{account.handle}</span>
      <span className={parts['dim']}>· {t('preview-world.now')}</span>
      <span className={parts['space']} />
      <IconDots size={18} stroke={1.75} className={parts['dim']} />
    </header>
  );
}

function XMedia({ frame }: { frame: FrameProps }) {
  const { media } = frame;
  const ratio = ratioOf(media[0], 16 / 9);
  if (media.length === 0) return null;
  return media.length === 1 ? (
    <MediaCell
      frame={frame}
      media={media[0]}
      ratio={within(3 / 4, ratio, 2)}
      alt="start"
      className={classes['media']}
    />
  ) : (
    <MediaGrid
      frame={frame}
      media={media}
      layout={fourGrid(Math.min(4, media.length), 16 / 9)}
      alt="start"
      className={classes['media']}
    />
  );
}

function XPost({ frame, text, first }: { frame: FrameProps; text: string; first: boolean }) {
  const link = cardLink(frame, text, !first || frame.media.length === 0);
  return (
    <>
      <XHead frame={frame} />
      <PostText
        frame={frame}
        text={link === '' ? text : withoutLastLink(text, link)}
        lines={lines}
        more={frame.t('preview-world.showMore')}
      />
      {first && <XMedia frame={frame} />}
      {link !== '' && <LinkCard frame={frame} link={link} look="over" className={classes['card']} />}
      <XActions frame={frame} />
    </>
  );
}

/** A post, or the posts of a thread joined by a line; pictures belong to the first, a card to the post with the link. */
export function XPostFrame(frame: FrameProps) {
  const { account, content } = frame;
  return (
    <World tone="x" className={classes['x']}>
      <Stack
        frame={frame}
        body={textOf(frame, 'body')}
        comment={content.firstComment}
        avatar={<Avatar size={40} name={account.name} />}
        head={<XHead frame={frame} />}
        draw={(text, index) => <XPost frame={frame} text={text} first={index === 0} />}
      />
    </World>
  );
}

/** An article: its card among posts, then the page. */
export function XArticleFrame(frame: FrameProps) {
  const { t, account, media, content, document } = frame;
  const title = content.title.trim() || t('preview-world.noTitle');
  return (
    <World tone="x" className={classes['x']}>
      <div className={classes['teaser']}>
        <Avatar size={40} name={account.name} />
        <div className={classes['main']}>
          <XHead frame={frame} />
          <div className={classes['articleCard']}>
            <MediaBox media={media[0]} ratio={2.5} />
            <span>
              <small>{t('preview-world.article')}</small>
              <b dir="auto">{title}</b>
              <p dir="auto">
                <Coloured frame={frame} text={plainText(content.body.slice(0, 400)).slice(0, 160)} />
              </p>
            </span>
          </div>
        </div>
      </div>
      <div className={classes['article']}>
        <MediaBox media={media[0]} ratio={2.5} />
        <h1 dir="auto">{title}</h1>
        <div className={classes['author']}>
          <Avatar size={40} name={account.name} />
          <span>
            <b>{account.name}</b>
            <small>
              @{account.handle} · {t('preview-world.now')}
            </small>
          </span>
        </div>
        <XActions frame={frame} />
        <div className={classes['body']}>
          <RichBlocks document={document} markdown={content.body} />
        </div>
      </div>
    </World>
  );
}
