import { IconLink } from '@tabler/icons-react';
import type { FrameProps } from '../frame-types.ts';
import { hostOf } from '../link-card.tsx';
import classes from './link-card.module.css';
import { shownAddress } from './shown-text.ts';

const address = /https?:\/\/[^\s，。、；！？）】》]+/u;

/** The address that a card is made of: the post's own link, else the first one in its text. */
export function cardLink(frame: FrameProps, body: string): string {
  const { content, media, profile } = frame;
  if (media.length > 0 || profile.text.links !== 'clickable') return '';
  return content.link.trim() || (address.exec(body)?.[0] ?? '');
}

/**
 * The card of a link. Its picture is a blank, for nothing is fetched; its title is the post's.
 * @param look `below`: words under the picture; `over`: title upon the picture; `row`: a small picture beside
 */
export function LinkCard({
  frame,
  link,
  look,
  upper = false,
  className,
}: {
  frame: FrameProps;
  link: string;
  look: 'below' | 'over' | 'row';
  /** The host in capitals. */
  upper?: boolean;
  className?: string | undefined;
}) {
  const host = hostOf(link);
  const title = frame.content.title.trim() || shownAddress('x', link);
  return (
    <div className={`${classes['card']} ${className ?? ''}`} data-look={look} data-link-card>
      <span className={classes['picture']}>
        <IconLink size={28} stroke={1.25} aria-hidden />
      </span>
      <span className={classes['words']}>
        <small>{upper ? host.toUpperCase() : host}</small>
        <b dir="auto">{title}</b>
      </span>
      {look === 'over' && (
        <small className={classes['from']}>{frame.t('preview-world.fromHost', { host })}</small>
      )}
    </div>
  );
}
