import type { ReactNode } from 'react';
import type { ComposedText } from '#shared/platforms/compose.ts';
import classes from './thread.module.css';

/** The posts of a thread; null where the text is one post. */
export function threadOf(
  composed: ComposedText & { thread?: readonly string[] | null },
): readonly string[] | null {
  return composed.thread && composed.thread.length > 1 ? composed.thread : null;
}

/** Posts of a thread under each other; `draw` draws one of them with its text. */
export function Thread({
  parts,
  draw,
}: {
  parts: readonly string[];
  draw(text: string, index: number): ReactNode;
}) {
  return (
    <div className={classes['thread']} data-thread={parts.length}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a thread is what stands at that place
        <section key={index} className={classes['part']} data-thread-part={index + 1}>
          {draw(part, index)}
        </section>
      ))}
    </div>
  );
}
