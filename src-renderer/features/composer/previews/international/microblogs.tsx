import {
  IconArrowBackUp,
  IconBookmark,
  IconDots,
  IconHeart,
  IconMessageCircle,
  IconPlus,
  IconRepeat,
  IconSend,
  IconShare2,
  IconStar,
  IconWorld,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import { threadOf } from '../thread.tsx';
import { cardLink, LinkCard } from './link-card.tsx';
import { MediaCell, MediaGrid, ratioOf, within } from './media.tsx';
import { fourGrid } from './media-layout.ts';
import classes from './microblogs.module.css';
import parts from './parts.module.css';
import { Coloured, PostText } from './post-text.tsx';
import { withoutLastLink } from './shown-text.ts';
import { Stack } from './stack.tsx';
import { World } from './world.tsx';

/** Threads: several pictures stand side by side and are pushed along; they keep their own shapes. */
function ThreadsMedia({ frame }: { frame: FrameProps }) {
  const { media } = frame;
  if (media.length === 0) return null;
  if (media.length === 1) {
    const ratio = within(3 / 4, ratioOf(media[0], 4 / 5), 2);
    return <MediaCell frame={frame} media={media[0]} ratio={ratio} className={classes['single']} />;
  }
  return (
    <div className={classes['strip']}>
      {media.map((each) => (
        <MediaCell
          key={each.id}
          frame={frame}
          media={each}
          ratio={within(0.6, ratioOf(each, 3 / 4), 1.2)}
          className={classes['slide']}
        />
      ))}
    </div>
  );
}

export function ThreadsPostFrame(frame: FrameProps) {
  const { t, account, content } = frame;
  const body = textOf(frame, 'body');
  const link = cardLink(frame, body);
  const head = (
    <header className={classes['head']}>
      <b className={parts['name']}>{account.handle}</b>
      <span className={parts['dim']}>{t('preview-world.now')}</span>
      <span className={parts['space']} />
      <IconDots size={18} stroke={1.75} className={parts['dim']} />
    </header>
  );
  return (
    <World tone="threads" className={classes['threads']}>
      <Stack
        frame={frame}
        body={body}
        comment={content.firstComment}
        avatar={
          <span className={classes['withPlus']}>
            <Avatar size={36} name={account.name} />
            <IconPlus size={11} stroke={3} />
          </span>
        }
        head={head}
        draw={(text, index) => (
          <>
            {head}
            <PostText
              frame={frame}
              text={link === '' ? text : withoutLastLink(text, link)}
              more={t('preview-world.dotsMore')}
            />
            {index === 0 && <ThreadsMedia frame={frame} />}
            {index === 0 && link !== '' && (
              <LinkCard frame={frame} link={link} look="below" className={classes['card']} />
            )}
            <footer className={classes['threadsActions']}>
              <IconHeart size={20} stroke={1.6} />
              <span>{t('preview-world.likeCount')}</span>
              <IconMessageCircle size={20} stroke={1.6} />
              <span>{t('preview-world.replyCount')}</span>
              <IconRepeat size={20} stroke={1.6} />
              <span>{t('preview-world.repostCount')}</span>
              <IconSend size={19} stroke={1.6} />
            </footer>
          </>
        )}
      />
    </World>
  );
}

/** The app hides what goes on past 25 lines; ems of the column beside the avatar. */
const blueskyLines = { count: 25, ems: 20.5 };

export function BlueskyPostFrame(frame: FrameProps) {
  const { t, account, content, media } = frame;
  const body = textOf(frame, 'body');
  const link = cardLink(frame, body);
  const single = within(1 / 2, ratioOf(media[0], 1), 3);
  const head = (
    <header className={classes['head']}>
      <b className={parts['name']}>{account.name}</b>
      <span className={classes['handle']}>@{account.handle}</span>
      <span className={parts['dim']}>· {t('preview-world.now')}</span>
    </header>
  );
  return (
    <World tone="bluesky" className={classes['bluesky']}>
      <Stack
        frame={frame}
        body={body}
        comment={content.firstComment}
        avatar={<Avatar size={42} name={account.name} />}
        head={head}
        draw={(text, index) => (
          <>
            {head}
            <PostText frame={frame} text={text} lines={blueskyLines} more={t('preview-world.showMore')} />
            {index === 0 && media.length === 1 && (
              <MediaCell
                frame={frame}
                media={media[0]}
                ratio={single}
                alt="end"
                className={classes['single']}
              />
            )}
            {index === 0 && media.length > 1 && (
              <MediaGrid
                frame={frame}
                media={media}
                layout={fourGrid(Math.min(4, media.length), media.length === 2 ? 2 : 3 / 2)}
                alt="end"
                className={classes['grid']}
              />
            )}
            {index === 0 && link !== '' && (
              <LinkCard frame={frame} link={link} look="below" className={classes['card']} />
            )}
            <footer className={classes['spread']}>
              <span>
                <IconMessageCircle size={18} stroke={1.6} />
                {t('preview-world.replyCount')}
              </span>
              <span>
                <IconRepeat size={18} stroke={1.6} />
                {t('preview-world.repostCount')}
              </span>
              <span>
                <IconHeart size={18} stroke={1.6} />
                {t('preview-world.likeCount')}
              </span>
              <IconShare2 size={17} stroke={1.6} />
              <IconDots size={18} stroke={1.6} />
            </footer>
          </>
        )}
      />
    </World>
  );
}

/** “Read more” hides what goes on past this many lines of 15 px letters. */
const mastodonLines = { count: 20, ems: 23.5 };

/** Mastodon: the words stand below the avatar, as wide as the column; posts of a thread follow each other. */
export function MastodonPostFrame(frame: FrameProps) {
  const { t, account, content, media } = frame;
  const body = textOf(frame, 'body');
  const link = cardLink(frame, body);
  const thread = threadOf(frame.composed);
  const comment = content.firstComment.trim();
  const head = (
    <header className={classes['mastodonHead']}>
      <Avatar size={46} name={account.name} />
      <span className={classes['mastodonWho']}>
        <b>{account.name}</b>
        <span>@{account.handle}</span>
      </span>
      <IconWorld size={15} stroke={1.6} />
      <span>{t('preview-world.now')}</span>
    </header>
  );
  return (
    <World tone="mastodon" className={classes['mastodon']}>
      <div data-thread={thread?.length}>
        {(thread ?? [body]).map((text, index) => (
          <section
            // biome-ignore lint/suspicious/noArrayIndexKey: a part of a thread is what stands at that place
            key={index}
            data-thread-part={thread ? index + 1 : undefined}
            data-joined={index > 0}
          >
            {head}
            <PostText frame={frame} text={text} lines={mastodonLines} more={t('preview-world.readMore')} />
            {index === 0 && media.length > 0 && (
              <MediaGrid
                frame={frame}
                media={media}
                layout={fourGrid(Math.min(4, media.length), mastodonRatio(frame))}
                alt="start"
                className={classes['mastodonGrid']}
              />
            )}
            {index === 0 && link !== '' && (
              <LinkCard frame={frame} link={link} look="below" className={classes['mastodonCard']} />
            )}
            <footer className={classes['spread']}>
              <span>
                <IconArrowBackUp size={20} stroke={1.6} />
                {t('preview-world.replyCount')}
              </span>
              <span>
                <IconRepeat size={20} stroke={1.6} />
                {t('preview-world.repostCount')}
              </span>
              <span>
                <IconStar size={20} stroke={1.6} />
                {t('preview-world.likeCount')}
              </span>
              <IconBookmark size={19} stroke={1.6} />
              <IconDots size={19} stroke={1.6} />
            </footer>
          </section>
        ))}
        {comment !== '' && (
          <section data-joined data-first-comment>
            {head}
            <p dir="auto">
              <Coloured frame={frame} text={comment} />
            </p>
          </section>
        )}
      </div>
    </World>
  );
}

function mastodonRatio({ media }: FrameProps): number {
  return media.length === 1 ? within(2 / 3, ratioOf(media[0], 16 / 9), 16 / 9) : 3 / 2;
}
