import type { ReactNode } from 'react';
import type { FrameProps } from '../frame-types.ts';
import { threadOf } from '../thread.tsx';
import { Coloured } from './post-text.tsx';
import classes from './stack.module.css';

/**
 * A post with its avatar at the left; the parts of a thread and the first comment stand below, joined by a line
 * from avatar to avatar.
 * @param draw one part with its text, `index` from 0
 */
export function Stack({
  frame,
  body,
  comment,
  avatar,
  head,
  draw,
}: {
  frame: FrameProps;
  body: string;
  comment: string;
  avatar: ReactNode;
  /** Who writes, above the first comment; the parts bring their own. */
  head: ReactNode;
  draw(text: string, index: number): ReactNode;
}) {
  const thread = threadOf(frame.composed);
  const posts = thread ?? [body];
  const answer = comment.trim();
  return (
    <div data-thread={thread?.length}>
      {posts.map((text, index) => (
        <section
          // biome-ignore lint/suspicious/noArrayIndexKey: a part of a thread is what stands at that place
          key={index}
          className={classes['part']}
          data-thread-part={thread ? index + 1 : undefined}
        >
          <span className={classes['side']} data-more={index < posts.length - 1 || answer !== ''}>
            {avatar}
          </span>
          <div className={classes['main']}>{draw(text, index)}</div>
        </section>
      ))}
      {answer !== '' && (
        <section className={classes['part']} data-first-comment>
          <span className={classes['side']}>{avatar}</span>
          <div className={classes['main']}>
            {head}
            <p dir="auto">
              <Coloured frame={frame} text={answer} />
            </p>
          </div>
        </section>
      )}
    </div>
  );
}
