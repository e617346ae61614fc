import { IconCamera, IconDotsFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type FrameProps, textOf } from '../frame-types.ts';
import { hostOf, LinkCard } from '../link-card.tsx';
import { Avatar } from '../parts.tsx';
import { Thread, threadOf } from '../thread.tsx';
import classes from './feeds.module.css';
import { PictureGrid, TopBar } from './page.tsx';
import { Words } from '../words.tsx';

/** Moments: name in blue beside the square picture, up to nine pictures, a link as a grey row, time below. */
export function MomentsFrame(frame: FrameProps) {
  const { media, t, account, content } = frame;
  const link = content.link.trim();
  const post = (text: string, first: boolean): ReactNode => (
    <article className={classes['moment']}>
      <span className={classes['square']}>
        <Avatar size={42} name={account.name} />
      </span>
      <div className={classes['momentMain']}>
        <b className={classes['momentName']}>{account.name}</b>
        {text !== '' && <Words frame={frame} text={text} more={t('preview-china.fullText')} moreBelow />}
        {first && media.length > 0 && <PictureGrid media={media} most={9} />}
        {first && media.length === 0 && link !== '' && (
          <LinkCard link={link} title={content.title.trim() || hostOf(link)} shape="row" />
        )}
        <footer className={classes['momentFoot']}>
          <span>{t('preview-china.justNow')}</span>
          <span className={classes['momentDelete']}>{t('preview-china.delete')}</span>
          <span className={classes['space']} />
          <span className={classes['momentMore']}>
            <IconDotsFilled size={16} aria-hidden />
          </span>
        </footer>
      </div>
    </article>
  );
  const body = textOf(frame, 'body');
  const parts = threadOf(frame.composed);
  return (
    <div className={classes['feed']}>
      <TopBar>
        <b>{t('preview-china.moments')}</b>
        <span className={classes['space']} />
        <IconCamera size={24} stroke={1.5} aria-hidden />
      </TopBar>
      {parts ? <Thread parts={parts} draw={(part, index) => post(part, index === 0)} /> : post(body, true)}
    </div>
  );
}
