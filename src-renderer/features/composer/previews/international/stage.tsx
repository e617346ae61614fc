import type { ReactNode } from 'react';
import type { FrameProps, ShownMedia } from '../frame-types.ts';
import { Avatar, MediaBox, PlayMark, SafeAreas } from '../parts.tsx';
import { ratioOf } from './media.tsx';
import parts from './parts.module.css';
import classes from './stage.module.css';

/** The 9:16 stage of full-screen programs: a tall picture fills it, a wide one lies across its middle. */
export function Stage({
  frame,
  media,
  children,
}: {
  frame: FrameProps;
  media: ShownMedia | undefined;
  children: ReactNode;
}) {
  const ratio = ratioOf(media, 9 / 16);
  return (
    <div className={classes['stage']}>
      <span className={classes['picture']}>
        {ratio > 0.75 ? <MediaBox media={media} ratio={ratio} /> : <MediaBox media={media} ratio={9 / 16} />}
      </span>
      {media?.info?.kind === 'video' && <PlayMark />}
      <span className={classes['shade']} />
      {frame.safeAreas && <SafeAreas profile={frame.profile} />}
      {children}
    </div>
  );
}

/** Buttons in a column at the right edge, each above its number. */
export function SideButtons({ buttons }: { buttons: readonly { icon: ReactNode; word?: string }[] }) {
  return (
    <div className={classes['side']}>
      {buttons.map(({ icon, word }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the buttons of a frame never change places
        <span key={index}>
          {icon}
          {word}
        </span>
      ))}
    </div>
  );
}

/** Words over the lower left of a stage. */
export function Caption({ children }: { children: ReactNode }) {
  return <div className={classes['caption']}>{children}</div>;
}

/** Avatar, name, and the button to follow. */
export function Author({
  frame,
  name,
  follow,
  filled = false,
}: {
  frame: FrameProps;
  name: string;
  follow: string;
  filled?: boolean;
}) {
  return (
    <span className={classes['author']}>
      <Avatar size={34} name={frame.account.name} />
      <b className={parts['name']}>{name}</b>
      <span className={classes['follow']} data-filled={filled}>
        {follow}
      </span>
    </span>
  );
}
