import { type CSSProperties, useState } from 'react';
import { type FrameProps, type ShownMedia, useFrameLook } from '../frame-types.ts';
import { MediaBox, PlayMark } from '../parts.tsx';
import classes from './media.module.css';
import type { Layout } from './media-layout.ts';

/** Width divided by height of a picture as it is cropped; `otherwise` while nothing is known of it. */
export function ratioOf(media: ShownMedia | undefined, otherwise: number): number {
  const info = media?.info;
  const crop = media?.attachment.crop;
  if (!info || info.width === 0 || info.height === 0) return otherwise;
  return (info.width * (crop?.width ?? 1)) / (info.height * (crop?.height ?? 1));
}

export function within(least: number, ratio: number, most: number): number {
  return Math.min(most, Math.max(least, ratio));
}

/** Seconds as a player writes them, `1:05`. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Length of a recording as it will be cut, in the corner where the platform writes it. */
export function TimeChip({
  media,
  className,
}: {
  media: ShownMedia | undefined;
  className?: string | undefined;
}) {
  const info = media?.info;
  if (info?.kind !== 'video') return null;
  const trim = media?.attachment.trim;
  const seconds = trim ? trim.to - trim.from : info.duration;
  return <span className={className ?? classes['time']}>{clock(seconds)}</span>;
}

/** The small ALT mark of platforms that show one; it opens the alternative text over the picture. */
function AltMark({ frame, text, place }: { frame: FrameProps; text: string; place: 'start' | 'end' }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      {open && (
        <span className={classes['altText']} dir="auto">
          {text}
        </span>
      )}
      <button
        type="button"
        className={classes['alt']}
        data-place={place}
        aria-expanded={open}
        aria-label={frame.t('preview-world.altText')}
        onClick={() => setOpen(!open)}
      >
        ALT
      </button>
    </>
  );
}

/** One picture or recording in its cell, with the marks that the platform lays upon it. */
export function MediaCell({
  frame,
  media,
  ratio,
  alt,
  rest = 0,
  className,
}: {
  frame: FrameProps;
  media: ShownMedia | undefined;
  ratio?: number;
  /** Corner of the ALT mark; none where the platform has no such mark. */
  alt?: 'start' | 'end' | undefined;
  /** How many more pictures wait behind this one. */
  rest?: number;
  className?: string | undefined;
}) {
  const { altTexts } = useFrameLook();
  // The wall's own view of alternative texts takes the platform's mark's place.
  const text = altTexts ? '' : (media?.attachment.alt ?? '');
  return (
    <span className={className ? `${classes['cell']} ${className}` : classes['cell']}>
      <MediaBox media={media} {...(ratio === undefined ? {} : { ratio })} />
      {media?.info?.kind === 'video' && <PlayMark />}
      <TimeChip media={media} />
      {rest > 0 && <span className={classes['rest']}>+{rest}</span>}
      {alt && text !== '' && rest === 0 && <AltMark frame={frame} text={text} place={alt} />}
    </span>
  );
}

/** Pictures in the platform's grid; those beyond its cells are counted on the last one. */
export function MediaGrid({
  frame,
  media,
  layout,
  alt,
  className,
}: {
  frame: FrameProps;
  media: readonly ShownMedia[];
  layout: Layout;
  alt?: 'start' | 'end';
  className?: string | undefined;
}) {
  const shown = media.slice(0, layout.cells.length);
  const style: CSSProperties = {
    aspectRatio: layout.ratio,
    gridTemplate: `repeat(${layout.rows}, minmax(0, 1fr)) / repeat(${layout.columns}, minmax(0, 1fr))`,
  };
  return (
    <div className={`${classes['grid']} ${className ?? ''}`} style={style} data-count={shown.length}>
      {shown.map((each, index) => (
        <span key={each.id} className={classes['place']} style={placeOf(layout, index)}>
          <MediaCell
            frame={frame}
            media={each}
            alt={alt}
            rest={index === shown.length - 1 ? media.length - shown.length : 0}
          />
        </span>
      ))}
    </div>
  );
}

function placeOf(layout: Layout, index: number): CSSProperties {
  const cell = layout.cells[index];
  return { gridColumn: cell?.column, gridRow: cell?.row };
}
