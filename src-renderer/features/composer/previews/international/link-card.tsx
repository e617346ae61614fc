import { IconLink } from '@tabler/icons-react';
import type { FrameProps } from '../frame-types.ts';
import { hostOf } from '../link-card.tsx';
import classes from './link-card.module.css';
import { shownAddress } from './shown-text.ts';

const address = /https?:\/\/[^\s，。、；！？）】》]+/u;

/**
 * The address that the card under a text is made of: the post's own link where the text holds it, else the first
 * one in the text; empty where there is no card.
 * @param bare no pictures stand under this text: they take the card's place
 */
export function cardLink({ content, profile }: FrameProps, text: string, bare: boolean): string {
  if (!bare || profile.text.links !== 'clickable') return '';
  const own = content.link.trim();
  return own !== '' && text.includes(own) ? own : (address.exec(text)?.[0] ?? '');
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

/** The card under one post of a thread, where it has a link and no pictures. */
export function CardBelow({
  frame,
  text,
  first,
  className,
}: {
  frame: FrameProps;
  text: string;
  first: boolean;
  className: string | undefined;
}) {
  const link = cardLink(frame, text, !first || frame.media.length === 0);
  return link === '' ? null : <LinkCard frame={frame} link={link} look="below" className={className} />;
}
