import { IconDots, IconHeart, IconMessageCircle, IconPlus, IconRepeat, IconSend } from '@tabler/icons-react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { Avatar } from '../parts.tsx';
import { CardBelow, cardLink } from './link-card.tsx';
import { MediaCell, ratioOf, within } from './media.tsx';
import classes from './microblogs.module.css';
import parts from './parts.module.css';
import { PostText } from './post-text.tsx';
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
  const { t, account, content, media } = frame;
  const body = textOf(frame, 'body');
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
              text={withoutLastLink(text, cardLink(frame, text, index > 0 || media.length === 0))}
              more={t('preview-world.dotsMore')}
            />
            {index === 0 && <ThreadsMedia frame={frame} />}
            <CardBelow frame={frame} text={text} first={index === 0} className={classes['card']} />
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
