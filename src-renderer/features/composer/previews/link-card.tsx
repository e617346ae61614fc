import { IconLink } from '@tabler/icons-react';
import classes from './link-card.module.css';

/** Host of an address without `www.`; the address itself where it is none. */
export function hostOf(link: string): string {
  try {
    return new URL(link).host.replace(/^www\./, '');
  } catch {
    return link;
  }
}

/**
 * A link as a card of host and title. Nothing is fetched: the title is the post's own, the picture stays blank.
 * `row` has a small square beside the words, `tall` a wide picture above them.
 */
export function LinkCard({ link, title, shape }: { link: string; title: string; shape: 'row' | 'tall' }) {
  return (
    <div className={classes['card']} data-shape={shape} data-link-card>
      <span className={classes['blank']}>
        <IconLink size={shape === 'tall' ? 34 : 22} stroke={1.25} aria-hidden />
      </span>
      <span className={classes['words']}>
        <b>{title.trim() || hostOf(link)}</b>
        <small>{hostOf(link)}</small>
      </span>
    </div>
  );
}
