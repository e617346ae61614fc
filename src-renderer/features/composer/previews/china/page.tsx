import { IconChevronLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ShownMedia } from '../frame-types.ts';
import { MediaBox, PhoneBar, PlayMark } from '../parts.tsx';
import classes from './page.module.css';

/** The phone's bar and the app's own below it. */
export function TopBar({ children, back = true }: { children?: ReactNode; back?: boolean }) {
  return (
    <div className={classes['top']}>
      <PhoneBar />
      <div className={classes['nav']}>
        {back && <IconChevronLeft size={26} stroke={1.75} aria-hidden />}
        {children}
      </div>
    </div>
  );
}

/** Names of an app's own parts in one row, one of them chosen. */
export function Tabs({ names, at, mark }: { names: readonly string[]; at: number; mark?: boolean }) {
  return (
    <span className={classes['tabs']} data-mark={mark}>
      {names.map((name, index) => (
        <span key={name} data-on={index === at}>
          {name}
        </span>
      ))}
    </span>
  );
}

/** The row of the app's rooms at the foot of the screen; `plus` stands in the middle. */
export function BottomTabs({ names, at, plus }: { names: readonly string[]; at: number; plus: ReactNode }) {
  const half = Math.ceil(names.length / 2);
  const tab = (name: string, index: number): ReactNode => (
    <span key={name} data-on={index === at}>
      {name}
    </span>
  );
  return (
    <div className={classes['bottom']}>
      {names.slice(0, half).map(tab)}
      <span className={classes['plus']}>{plus}</span>
      {names.slice(half).map((name, index) => tab(name, index + half))}
    </div>
  );
}

/** A name of what is shown below, in the language of the frame: card, page, chat. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section>
      <h5 className={classes['partName']}>{name}</h5>
      {children}
    </section>
  );
}

/** Width through height as the reader sees it, cropped; within the ends. */
export function shownRatio(media: ShownMedia | undefined, least: number, most: number): number {
  const info = media?.info;
  if (!info || info.width === 0 || info.height === 0) return least;
  const crop = media.attachment.crop;
  const ratio = (info.width * (crop?.width ?? 1)) / (info.height * (crop?.height ?? 1));
  return Math.min(most, Math.max(least, ratio));
}

/** Minutes and seconds of what is shown of a recording. */
export function lengthOf(media: ShownMedia | undefined): string {
  const trim = media?.attachment.trim;
  const seconds = Math.round(trim ? trim.to - trim.from : (media?.info?.duration ?? 0));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A recording as a card inside a feed: cover, play mark, length. */
export function VideoCard({ media, ratio }: { media: ShownMedia | undefined; ratio: number }) {
  return (
    <div className={classes['video']}>
      <MediaBox media={media} ratio={ratio} />
      <PlayMark />
      <span className={classes['length']}>{lengthOf(media)}</span>
    </div>
  );
}

/** Square tiles: one picture large, four as 2 × 2, else three in a row; what is more than `most` is a number. */
export function PictureGrid({ media, most }: { media: readonly ShownMedia[]; most: number }) {
  const shown = media.slice(0, most);
  const [one] = shown;
  if (shown.length === 1 && one) {
    const ratio = shownRatio(one, 3 / 4, 16 / 9);
    return (
      <div className={classes['single']} style={{ width: ratio > 1 ? '80%' : '58%' }}>
        {one.info?.kind === 'video' ? (
          <VideoCard media={one} ratio={ratio} />
        ) : (
          <MediaBox media={one} ratio={ratio} />
        )}
      </div>
    );
  }
  return (
    <div className={classes['grid']} data-four={shown.length === 4} data-grid={shown.length}>
      {shown.map((each, index) => (
        <span key={each.id} className={classes['cell']}>
          <MediaBox media={each} ratio={1} />
          {each.info?.kind === 'video' && <PlayMark />}
          {index === most - 1 && media.length > most && (
            <span className={classes['rest']}>+{media.length - most}</span>
          )}
        </span>
      ))}
    </div>
  );
}
