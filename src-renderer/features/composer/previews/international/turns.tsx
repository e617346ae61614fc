import { useState } from 'react';
import type { FrameProps } from '../frame-types.ts';
import classes from './stage.module.css';

export interface Turns {
  at: number;
  count: number;
  go(to: number): void;
}

/** Which of several full-screen pictures shows. */
export function useTurns(count: number): Turns {
  const [wanted, go] = useState(0);
  return { at: Math.max(0, Math.min(wanted, count - 1)), count, go };
}

/** The halves of a full-screen picture that turn to the one before and the one after. */
export function Turn({ frame: { t }, turns: { at, count, go } }: { frame: FrameProps; turns: Turns }) {
  return (
    <>
      {at > 0 && (
        <button
          type="button"
          className={classes['turn']}
          data-to="back"
          aria-label={t('preview.previousPage')}
          onClick={() => go(at - 1)}
        />
      )}
      {at < count - 1 && (
        <button
          type="button"
          className={classes['turn']}
          data-to="forth"
          aria-label={t('preview.nextPage')}
          onClick={() => go(at + 1)}
        />
      )}
    </>
  );
}
