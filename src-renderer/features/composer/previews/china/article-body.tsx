import type { ReactNode } from 'react';
import { type FrameProps, useFrameLook } from '../frame-types.ts';
import { MediaBox } from '../parts.tsx';
import { RichBlocks } from '../rich-blocks.tsx';
import classes from './article-body.module.css';
import { shownRatio } from './page.tsx';

/** The written text of an article with the attached pictures after it; the first picture is the cover elsewhere. */
export function ArticleBody({ frame, children }: { frame: FrameProps; children?: ReactNode }) {
  const { content, document, media } = frame;
  return (
    <div className={classes['body']}>
      <RichBlocks document={document} markdown={content.body} />
      {children}
      {media.slice(1).map((each) => (
        <span key={each.id} className={classes['picture']}>
          <MediaBox media={each} ratio={shownRatio(each, 1 / 2, 3)} />
        </span>
      ))}
    </div>
  );
}

/** An article that the app shows the beginning of; the look of the wall opens it. */
export function Folded({ frame, height, more }: { frame: FrameProps; height: number; more: ReactNode }) {
  const { folded } = useFrameLook();
  return (
    <div
      className={classes['folded']}
      data-folded={folded}
      style={folded ? { maxHeight: height } : undefined}
    >
      <ArticleBody frame={frame} />
      {folded && <div className={classes['more']}>{more}</div>}
    </div>
  );
}
