import type { ReactNode } from 'react';
import type { FrameProps } from '../frame-types.ts';
import { Carousel, MediaBox, PhoneBar, PlayMark, SafeAreas } from '../parts.tsx';
import { shownRatio } from './page.tsx';
import classes from './short-screen.module.css';

/** A tall recording fills the stage; a flat one and pictures lie in the middle, as wide as the phone. */
function Stage({ frame }: { frame: FrameProps }) {
  const { media, profile } = frame;
  const first = media[0];
  if (profile.kind === 'image') {
    return (
      <span className={classes['flat']}>
        <span className={classes['slides']}>
          <Carousel
            media={media}
            ratio={shownRatio(first, 9 / 16, 16 / 9)}
            frame={frame}
            pages={classes['pages']}
          />
        </span>
      </span>
    );
  }
  const ratio = shownRatio(first, 9 / 16, 16 / 9);
  if (first?.info && ratio >= 0.8) {
    return (
      <span className={classes['flat']}>
        <span className={classes['slides']}>
          <MediaBox media={first} ratio={ratio} />
        </span>
      </span>
    );
  }
  return (
    <span className={classes['fill']}>
      <MediaBox media={first} />
    </span>
  );
}

/**
 * A screen that is all picture: the app's tabs on top, its buttons and words over the picture, its rooms below.
 * Such screens are dark in both themes.
 */
export function ShortScreen({
  frame,
  top,
  side,
  caption,
  foot,
}: {
  frame: FrameProps;
  top: ReactNode;
  side: ReactNode;
  caption: ReactNode;
  foot: ReactNode;
}) {
  const { media, profile, safeAreas } = frame;
  return (
    <div className={classes['screen']}>
      <div className={classes['stage']}>
        <Stage frame={frame} />
        {profile.kind === 'video' && <PlayMark />}
        <span className={classes['shade']} aria-hidden />
        {safeAreas && <SafeAreas profile={profile} />}
        <div className={classes['top']}>
          <PhoneBar />
          <div className={classes['tabsRow']}>{top}</div>
        </div>
        <div className={classes['side']}>{side}</div>
        <div className={classes['caption']}>{caption}</div>
        {profile.kind === 'image' && media.length > 1 && (
          <span className={classes['strips']} aria-hidden>
            {media.slice(0, 18).map(({ id }, index) => (
              <span key={id} data-on={index === 0} />
            ))}
          </span>
        )}
      </div>
      {foot}
    </div>
  );
}

/** A button of the column at the right, with its count or its name. */
export function SideButton({ icon, word }: { icon: ReactNode; word: string }) {
  return (
    <span className={classes['button']}>
      {icon}
      {word}
    </span>
  );
}
