import { IconArrowForwardUp, IconDots, IconMessageCircle, IconThumbUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type FrameProps, textOf } from './frame-types.ts';
import { LinkCard } from './link-card.tsx';
import { Avatar, Carousel, MediaBox, PlayMark } from './parts.tsx';
import classes from './plain-frame.module.css';
import { RichBlocks } from './rich-blocks.tsx';
import { Thread, threadOf } from './thread.tsx';
import { Words } from './words.tsx';

/** Width through height of the first picture, within what the format takes (usually 4:5 to 1.91:1). */
function ratioOf({ media, profile }: FrameProps): number {
  const range = profile.image?.aspect?.value;
  const least = range?.min ?? (profile.kind === 'video' ? 9 / 16 : 4 / 5);
  const info = media[0]?.info;
  const crop = media[0]?.attachment.crop;
  if (!info || info.width === 0 || info.height === 0) return least;
  const ratio = (info.width * (crop?.width ?? 1)) / (info.height * (crop?.height ?? 1));
  return Math.min(range?.max ?? 1.91, Math.max(least, ratio));
}

/** A platform of one's own: who, title, words, media and the usual buttons, whatever it looks like in truth. */
export function PlainFrame(frame: FrameProps) {
  const { media, t, profile, account, content } = frame;
  const title = textOf(frame, 'title');
  const link = content.link.trim();
  const recording = profile.kind === 'video';
  const pictures = media.length > 0 && (
    <div className={classes['media']}>
      {recording ? (
        <>
          <MediaBox media={media[0]} ratio={ratioOf(frame)} />
          <PlayMark />
        </>
      ) : (
        <Carousel media={media} ratio={ratioOf(frame)} frame={frame} pages={classes['pages']} />
      )}
    </div>
  );
  const post = (text: string, first: boolean): ReactNode => (
    <article className={classes['post']}>
      <header>
        <Avatar size={42} name={account.name} />
        <span>
          <b>{account.name}</b>
          <small>{t('preview.justNow')}</small>
        </span>
        <IconDots size={20} stroke={1.75} aria-hidden />
      </header>
      {first && profile.kind !== 'text' && pictures}
      {first && title !== '' && <h1>{title}</h1>}
      {profile.text.markup === 'rich' ? (
        <div className={classes['rich']}>
          <RichBlocks document={frame.document} markdown={content.body} />
        </div>
      ) : (
        <Words frame={frame} text={text} lines={8} more={t('preview.more')} />
      )}
      {first && profile.kind === 'text' && pictures}
      {first && link !== '' && media.length === 0 && profile.text.links !== 'plain' && (
        <LinkCard link={link} title={content.title} shape="tall" />
      )}
      <footer>
        <span>
          <IconThumbUp size={19} stroke={1.5} aria-hidden />
          {t('preview.like')}
        </span>
        <span>
          <IconMessageCircle size={19} stroke={1.5} aria-hidden />
          {t('preview.comment')}
        </span>
        <span>
          <IconArrowForwardUp size={19} stroke={1.5} aria-hidden />
          {t('preview.share')}
        </span>
      </footer>
      {first && profile.firstComment && content.firstComment.trim() !== '' && (
        <p className={classes['comment']} data-first-comment>
          <b>{account.name}</b> {content.firstComment}
        </p>
      )}
    </article>
  );
  const parts = threadOf(frame.composed);
  return parts ? (
    <Thread parts={parts} draw={(part, index) => post(part, index === 0)} />
  ) : (
    post(textOf(frame, 'body'), true)
  );
}
