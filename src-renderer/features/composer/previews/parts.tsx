import { IconChevronLeft, IconChevronRight, IconPhoto, IconPlayerPlayFilled } from '@tabler/icons-react';
import { type CSSProperties, type ReactNode, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import classes from './parts.module.css';
import { type FrameProps, type ShownMedia, useFrameLook } from './frame-types.ts';

/** A recording as it will be seen: its cover until the pointer or a click plays it, without sound, in a loop. */
function Moving({ media, address, still }: { media: ShownMedia; address: string; still: ReactNode }) {
  const { attachment, info } = media;
  const [playing, setPlaying] = useState(false);
  const [broken, setBroken] = useState(false);
  const from = attachment.trim?.from ?? info?.part?.from ?? 0;
  const to = attachment.trim?.to ?? info?.part?.to ?? info?.duration ?? 0;
  // Without a chosen cover the library's picture of the recording will do.
  const cover = attachment.coverAt ?? (from > 0 ? from : null);
  if (broken) return still;
  return (
    <button
      type="button"
      className={classes['moving']}
      data-playing={playing}
      aria-label={attachment.alt || info?.name}
      aria-pressed={playing}
      onClick={() => setPlaying(!playing)}
      onPointerEnter={() => setPlaying(true)}
      onPointerLeave={() => setPlaying(false)}
    >
      {!playing && cover === null && still}
      {(playing || cover !== null) && (
        <video
          key={playing ? 'playing' : 'cover'}
          src={`${mediaUrl(address)}#t=${playing ? from : cover}`}
          muted
          playsInline
          autoPlay={playing}
          preload="auto"
          onError={() => setBroken(true)}
          onEnded={(event) => {
            event.currentTarget.currentTime = from;
            event.currentTarget.play().catch(() => setPlaying(false));
          }}
          onTimeUpdate={({ currentTarget }) => {
            if (playing && to > from && currentTarget.currentTime >= to) currentTarget.currentTime = from;
          }}
        />
      )}
    </button>
  );
}

/** A design's later pages have addresses of their own: `design/<id>.2?r=…`. @param page from 0 */
function addressOfPage(picture: string, page: number): string {
  return page === 0 ? picture : picture.replace(/^(design\/[\w-]+)/, `$1.${page + 1}`);
}

/** A picture or recording in a box of the platform's ratio, cropped as the platform crops. */
export function MediaBox({ media, ratio }: { media: ShownMedia | undefined; ratio?: number }) {
  const { altTexts } = useFrameLook();
  const info = media?.info;
  const crop = media?.attachment.crop;
  const inset = crop
    ? `inset(${crop.y * 100}% ${(1 - crop.x - crop.width) * 100}% ${(1 - crop.y - crop.height) * 100}% ${crop.x * 100}%)`
    : undefined;
  const still =
    media && info ? (
      <img
        src={mediaUrl(addressOfPage(info.picture, media.page))}
        alt={media.attachment.alt}
        draggable={false}
      />
    ) : (
      <IconPhoto size={32} stroke={1} aria-hidden />
    );
  return (
    <span
      className={classes['media']}
      style={{ aspectRatio: ratio, '--p-view': inset } as CSSProperties}
      data-cropped={inset !== undefined}
    >
      {media && info?.video ? <Moving media={media} address={info.video} still={still} /> : still}
      {media && altTexts && (
        <span className={classes['altMark']} data-missing={media.attachment.alt.trim() === ''} aria-hidden>
          ALT {media.number}
        </span>
      )}
    </span>
  );
}

/** Pages that are swiped through: the picture on show, arrows as a browser has them, and how many there are. */
export function Carousel({
  media,
  ratio,
  frame,
  pages,
  dots,
}: {
  media: readonly ShownMedia[];
  ratio: number;
  frame: FrameProps;
  /** Class of the small count in the corner, and of the row of dots. */
  pages: string | undefined;
  dots?: string | undefined;
}) {
  const [wanted, setWanted] = useState(0);
  const at = Math.max(0, Math.min(wanted, media.length - 1));
  const shown = media[at];
  return (
    <>
      <div className={classes['carousel']}>
        <MediaBox key={shown?.id ?? ''} media={shown} ratio={ratio} />
        {shown?.info?.kind === 'video' && <PlayMark />}
        {media.length > 1 && (
          <span className={pages}>
            {at + 1}/{media.length}
          </span>
        )}
        {at > 0 && (
          <button
            type="button"
            className={classes['back']}
            aria-label={frame.t('preview.previousPage')}
            onClick={() => setWanted(at - 1)}
          >
            <IconChevronLeft size={18} stroke={2} aria-hidden />
          </button>
        )}
        {at < media.length - 1 && (
          <button
            type="button"
            className={classes['forth']}
            aria-label={frame.t('preview.nextPage')}
            onClick={() => setWanted(at + 1)}
          >
            <IconChevronRight size={18} stroke={2} aria-hidden />
          </button>
        )}
      </div>
      {dots && media.length > 1 && (
        <div className={dots} aria-hidden>
          {media.slice(0, 7).map(({ id }, index) => (
            <span key={id} data-on={index === Math.min(at, 6)} />
          ))}
        </div>
      )}
    </>
  );
}

export function PlayMark() {
  return (
    <span className={classes['play']} aria-hidden>
      <IconPlayerPlayFilled size={26} />
    </span>
  );
}

/** A round stand-in for the account's picture. */
export function Avatar({ size, name }: { size: number; name: string }) {
  return (
    <span
      className={classes['avatar']}
      style={{ width: size, height: size, fontSize: size * 0.42 }}
      aria-hidden
    >
      {name.slice(0, 1)}
    </span>
  );
}

/** The part of a tall canvas that the platform's own buttons cover, hatched. */
export function SafeAreas({ profile }: { profile: FormatProfile }) {
  const zone = profile.safeZone ?? profile.coverSafeZone;
  if (!zone) return null;
  const { width, height } = zone;
  const percent = (value: number, of: number): string => `${(value / of) * 100}%`;
  return (
    <span
      className={classes['safe']}
      style={{
        borderTopWidth: 0,
        top: percent(zone.top, height),
        bottom: percent(zone.bottom, height),
        left: percent(zone.left, width),
        right: percent(zone.right, width),
      }}
      aria-hidden
    />
  );
}

/** The bar with time and battery that any phone shows. */
export function PhoneBar() {
  return (
    <span className={classes['phoneBar']} aria-hidden>
      <span>9:41</span>
      <span className={classes['battery']} />
    </span>
  );
}
