import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { caretAt, selectionRectangles } from '#shared/design/text/carets.ts';
import type { TextLayout } from '#shared/design/text/layout.ts';
import type { TextSelection } from './text-selection.ts';
import { rangeOf } from './text-selection.ts';
import styles from './text-editing.module.css';

/** CSS px on the screen, whatever the zoom. */
const caretWidth = 2;
const composedLine = 2;

function placed({ x, y, width, height }: Rectangle) {
  return { left: x, top: y, width, height };
}

/** The caret's box in the layer's px; in vertical text it lies across its column. */
export function caretBox(layout: TextLayout, index: number, atLineEnd: boolean, scale: number): Rectangle {
  const caret = caretAt(layout, index, atLineEnd);
  const thick = caretWidth / scale;
  return caret.height === 0 && caret.width > 0
    ? { x: caret.x, y: caret.top - thick / 2, width: caret.width, height: thick }
    : { x: caret.x - thick / 2, y: caret.top, width: thick, height: caret.height };
}

/** Caret, chosen characters and what an input method composes, drawn over the painted letters. */
export function CaretLayer({
  layout,
  selection,
  composed,
  focused,
  scale,
}: {
  layout: TextLayout;
  selection: TextSelection;
  composed: { from: number; to: number } | null;
  focused: boolean;
  scale: number;
}) {
  const { from, to } = rangeOf(selection);
  const caret = caretBox(layout, selection.focus, selection.atLineEnd, scale);
  const thin = composedLine / scale;
  const underline = (box: Rectangle): Rectangle =>
    layout.writing === 'vertical'
      ? { ...box, width: thin }
      : { ...box, y: box.y + box.height - thin, height: thin };
  return (
    <>
      {to > from &&
        selectionRectangles(layout, from, to).map((box, index) => (
          // Rectangles have no other identity than their order.
          <span
            key={`${index}`}
            className={styles.chosen}
            data-focused={focused}
            data-chosen
            style={placed(box)}
          />
        ))}
      {composed &&
        selectionRectangles(layout, composed.from, composed.to).map((box, index) => (
          <span key={`${index}`} className={styles.composed} style={placed(underline(box))} />
        ))}
      {(from === to || composed !== null) && (
        <span
          // A new element starts to blink anew: a caret that moves is always seen.
          key={`${selection.focus}/${selection.atLineEnd}`}
          className={styles.caret}
          data-focused={focused}
          data-caret
          style={placed(caret)}
        />
      )}
    </>
  );
}
