import { type CSSProperties, type ReactNode, useState } from 'react';
import { foldAt } from '#shared/platforms/compose.ts';
import { type FrameProps, useFrameLook } from './frame-types.ts';
import { tokensOf } from './tokens.ts';
import classes from './words.module.css';

/** Addresses as the platform prints them: Weibo hides them behind words, X and its kin drop the scheme. */
function linkWords(frame: FrameProps, address: string): string {
  if (frame.profile.platformId === 'weibo') return frame.t('preview.webLink');
  return ['x', 'threads', 'bluesky', 'mastodon'].includes(frame.profile.platformId)
    ? address.replace(/^https?:\/\/(?:www\.)?/, '')
    : address;
}

function Coloured({ text, frame }: { text: string; frame: FrameProps }) {
  return tokensOf(text, frame.profile.text.hashtag.syntax).map((token, index) =>
    token.kind === 'plain' ? (
      token.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other identity
      <span key={index} className={classes['link']}>
        {token.kind === 'link' ? linkWords(frame, token.text) : token.text}
      </span>
    ),
  );
}

/** More letters than this never fit into one line of a phone, however narrow they are. */
const lettersInLine = 120;

/**
 * Post text with coloured links and tags, folded where the platform folds; a click on “more” opens it.
 * What lies far behind the fold is not laid out at all, so that long texts stay cheap while typing.
 * @param lines how many lines show where the platform folds by lines and no count is known
 */
export function Words({
  frame,
  text,
  more,
  lines,
  lead,
  moreBelow = false,
}: {
  frame: FrameProps;
  text: string;
  more: string;
  lines?: number;
  lead?: ReactNode;
  /** “more” stands on a line of its own. */
  moreBelow?: boolean;
}) {
  const { folded } = useFrameLook();
  // The reader's own press counts until the look of the wall changes.
  const [pressed, setPressed] = useState({ folded, open: !folded });
  const open = pressed.folded === folded ? pressed.open : !folded;
  const press = (next: boolean): void => setPressed({ folded, open: next });
  const { profile } = frame;
  const at = open ? null : foldAt(profile, text);
  const clamp = lines !== undefined && !open && profile.text.fold === null;
  const shown =
    at !== null ? text.slice(0, at).trimEnd() : clamp ? text.slice(0, lines * lettersInLine) : text;
  return (
    <div className={classes['words']} data-words>
      <div
        className={clamp ? classes['clamp'] : undefined}
        style={clamp ? ({ WebkitLineClamp: lines, '--p-lines': lines } as CSSProperties) : undefined}
      >
        {clamp && !moreBelow && needsMore(text, lines) && (
          <button
            type="button"
            className={`${classes['more']} ${classes['inLastLine']}`}
            onClick={() => press(true)}
          >
            {more}
          </button>
        )}
        {lead}
        <Coloured text={shown} frame={frame} />
        {at !== null && !moreBelow && (
          <button type="button" className={classes['more']} onClick={() => press(true)}>
            {more}
          </button>
        )}
      </div>
      {moreBelow && (at !== null || (clamp && needsMore(text, lines))) && (
        <button type="button" className={classes['more']} onClick={() => press(true)}>
          {more}
        </button>
      )}
      {open && (foldAt(profile, text) !== null || (lines !== undefined && needsMore(text, lines))) && (
        <button type="button" className={classes['more']} onClick={() => press(false)}>
          {frame.t('preview.less')}
        </button>
      )}
    </div>
  );
}

/** True where a text surely takes more lines than these on a phone 390 points wide. */
function needsMore(text: string, lines: number): boolean {
  let taken = 0;
  for (const line of text.slice(0, lines * lettersInLine).split('\n')) {
    let width = 0;
    for (const letter of line) width += letter.charCodeAt(0) > 0x2e7f ? 2 : 1;
    taken += Math.max(1, Math.ceil(width / 44));
    if (taken > lines) return true;
  }
  return text.length > lines * lettersInLine;
}
