import { IconPhoto, IconPlayerPlayFilled } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { mediaUrl } from '#renderer/bridge/client.ts';
import { foldAt } from '#shared/platforms/compose.ts';
import type { FormatProfile } from '#shared/platforms/profile-types.ts';
import classes from './parts.module.css';
import type { FrameProps, ShownMedia } from './frame-types.ts';
import { tokensOf } from './tokens.ts';

/** A picture or video frame in a box of the platform's ratio, cropped as the platform crops. */
export function MediaBox({
  media,
  ratio,
  round,
}: {
  media: ShownMedia | undefined;
  ratio?: number;
  round?: boolean;
}) {
  const info = media?.info;
  const crop = media?.attachment.crop;
  const inset = crop
    ? `inset(${crop.y * 100}% ${(1 - crop.x - crop.width) * 100}% ${(1 - crop.y - crop.height) * 100}% ${crop.x * 100}%)`
    : undefined;
  return (
    <span
      className={classes['media']}
      data-round={round === true}
      style={ratio ? { aspectRatio: ratio } : undefined}
    >
      {info ? (
        <img
          src={mediaUrl(info.picture)}
          alt={media.attachment.alt}
          draggable={false}
          style={inset ? { objectViewBox: inset } : undefined}
        />
      ) : (
        <IconPhoto size={32} stroke={1} aria-hidden />
      )}
    </span>
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

function Coloured({ text, syntax }: { text: string; syntax: FormatProfile['text']['hashtag']['syntax'] }) {
  return tokensOf(text, syntax).map((token, index) =>
    token.kind === 'plain' ? (
      token.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
      <span key={index} className={classes['link']}>
        {token.text}
      </span>
    ),
  );
}

/**
 * Post text with coloured links and tags, folded where the platform folds; a click on “more” opens it.
 * @param lines how many lines show where the platform folds by lines and no count is known
 */
export function Words({
  frame,
  text,
  more,
  lines,
  lead,
}: {
  frame: FrameProps;
  text: string;
  more: string;
  lines?: number;
  lead?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const { profile } = frame;
  const at = open ? null : foldAt(profile, text);
  const shown = at === null ? text : text.slice(0, at).trimEnd();
  const clamp = lines !== undefined && !open && profile.text.fold === null;
  return (
    <div className={classes['words']}>
      <div
        className={clamp ? classes['clamp'] : undefined}
        style={clamp ? { WebkitLineClamp: lines } : undefined}
      >
        {lead}
        <Coloured text={shown} syntax={profile.text.hashtag.syntax} />
        {at !== null && (
          <button type="button" className={classes['more']} onClick={() => setOpen(true)}>
            {more}
          </button>
        )}
      </div>
      {clamp && text.length > lines * 16 && (
        <button type="button" className={classes['more']} onClick={() => setOpen(true)}>
          {more}
        </button>
      )}
      {open && (
        <button type="button" className={classes['more']} onClick={() => setOpen(false)}>
          {frame.t('preview.less')}
        </button>
      )}
    </div>
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
