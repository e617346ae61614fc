import type { ReactNode } from 'react';
import classes from './tones.module.css';

export type Tone =
  | 'facebook'
  | 'instagram'
  | 'x'
  | 'linkedin'
  | 'youtube'
  | 'pinterest'
  | 'threads'
  | 'bluesky'
  | 'mastodon'
  | 'screen';

/** Root of a frame in the colours of its platform, light or dark as the frame around it. */
export function World({
  tone,
  className,
  children,
}: {
  tone: Tone;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <article className={`${classes['world']} ${className ?? ''}`} data-tone={tone}>
      {children}
    </article>
  );
}
