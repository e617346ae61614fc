import { memo, useState } from 'react';
import classes from './fields.module.css';

/**
 * A text box that marks the characters from `overflowAt` on, and tells its text only between compositions of an
 * input method. One line grows into several; Enter leaves a title alone.
 */
export const MarkedInput = memo(function MarkedInput({
  value,
  onChange,
  label,
  placeholder,
  overflowAt,
  look = 'plain',
  multiline = false,
}: {
  value: string;
  onChange(value: string): void;
  label: string;
  placeholder: string;
  overflowAt: number | null;
  look?: 'title' | 'plain';
  multiline?: boolean;
}) {
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const [shown, setShown] = useState(value);
  // Someone else changed the value: follow, unless an input method is in the middle of a word.
  if (shown !== value && !composing) {
    setShown(value);
    setText(value);
  }
  const fits = overflowAt === null || composing;
  return (
    <div className={classes['marked']} data-look={look}>
      <div className={classes['mirror']} aria-hidden>
        {fits ? text : text.slice(0, overflowAt)}
        {!fits && <mark className={classes['over']}>{text.slice(overflowAt)}</mark>}
      </div>
      <textarea
        className={classes['input']}
        rows={1}
        value={text}
        aria-label={label}
        aria-invalid={overflowAt !== null}
        placeholder={placeholder}
        onCompositionStart={() => {
          setComposing(true);
        }}
        onCompositionEnd={(event) => {
          setComposing(false);
          onChange(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !multiline && !event.nativeEvent.isComposing) event.preventDefault();
        }}
        onChange={(event) => {
          const typed = multiline
            ? event.currentTarget.value
            : event.currentTarget.value.replace(/\s*[\r\n]+\s*/g, ' ');
          setText(typed);
          if (!composing) onChange(typed);
        }}
      />
    </div>
  );
});
