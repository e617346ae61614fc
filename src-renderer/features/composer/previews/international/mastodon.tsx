import {
  IconArrowBackUp,
  IconBookmark,
  IconDots,
  IconRepeat,
  IconStar,
  IconWorld,
} from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import { threadOf } from '../thread.tsx';
import { CardBelow } from './link-card.tsx';
import { MediaGrid, ratioOf, within } from './media.tsx';
import { fourGrid } from './media-layout.ts';
import classes from './microblogs.module.css';
import { Coloured, PostText } from './post-text.tsx';
import { World } from './world.tsx';

/** “Read more” hides what goes on past this many lines of 15 px letters. */
const mastodonLines = { count: 20, ems: 23.5 };

/** Mastodon: the words stand below the avatar, as wide as the column; posts of a thread follow each other. */
export function MastodonPostFrame(frame: FrameProps) {
  const { t, account, content, media } = frame;
  const body = textOf(frame, 'body');
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
            <CardBelow frame={frame} text={text} first={index === 0} className={classes['mastodonCard']} />
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
