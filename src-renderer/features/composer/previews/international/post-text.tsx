import { type ReactNode, useMemo, useState } from 'react';
import { type FrameProps, useFrameLook } from '../frame-types.ts';
import classes from './post-text.module.css';
import { type Lines, piecesOf, shownAddress, shownText } from './shown-text.ts';

/** Words with coloured links, tags and mentions; the same words are not drawn again. */
export function Coloured({ frame, text }: { frame: FrameProps; text: string }) {
  const { platformId } = frame.profile;
  const { links, hashtag } = frame.profile.text;
  const { syntax } = hashtag;
  return useMemo(
    () => (
      <>
        {piecesOf(text, syntax).map((piece, index) =>
          // Where nobody can follow an address, the platform leaves it black.
          piece.kind === 'plain' || (piece.kind === 'link' && links !== 'clickable') ? (
            piece.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
            <span key={index} className={classes['link']} data-kind={piece.kind}>
              {piece.kind === 'link' ? shownAddress(platformId, piece.text) : piece.text}
            </span>
          ),
        )}
      </>
    ),
    [text, syntax, links, platformId],
  );
}

/**
 * Text of a post, folded where its platform folds; a click on `more` opens it. What lies below the fold is not
 * laid out, so typing there costs nothing.
 * @param lead what stands before the first word, the author's name above all
 */
export function PostText({
  frame,
  text,
  more,
  lines,
  lead,
  className,
}: {
  frame: FrameProps;
  text: string;
  more: string;
  lines?: Lines;
  lead?: ReactNode;
  className?: string | undefined;
}) {
  const { folded } = useFrameLook();
  // The reader's own press counts until the look of the wall changes.
  const [pressed, setPressed] = useState({ folded, open: !folded });
  const open = pressed.folded === folded ? pressed.open : !folded;
  const shown = shownText(frame.profile, text, open, lines);
  if (text === '' && lead === undefined) {
    // An empty post of words keeps its shape: two soft lines stand for what will be written.
    const blank = frame.profile.kind === 'text' && frame.media.length === 0;
    return blank ? (
      <div className={className} aria-hidden>
        <span className={classes['blank']} />
        <span className={classes['blank']} />
      </div>
    ) : null;
  }
  return (
    <div className={className ? `${classes['text']} ${className}` : classes['text']} data-words>
      {lead}
      <Coloured frame={frame} text={shown.text} />
      {(shown.folded || (open && shownText(frame.profile, text, false, lines).folded)) && (
        <button
          type="button"
          className={classes['more']}
          aria-expanded={open}
          onClick={() => setPressed({ folded, open: !open })}
        >
          {open ? frame.t('preview.less') : more}
        </button>
      )}
    </div>
  );
}
