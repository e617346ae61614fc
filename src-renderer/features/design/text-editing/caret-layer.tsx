import type { CSSProperties } from 'react';
import type { Rectangle } from '#shared/design/draw/canvas.ts';
import { caretAt, selectionRectangles } from '#shared/design/text/carets.ts';
import type { TextLayout } from '#shared/design/text/layout.ts';
import { pathCaret, pathSelection, type TurnedBox } from './path-carets.ts';
import styles from './text-editing.module.css';
import type { TextSelection } from './text-selection.ts';
import { rangeOf } from './text-selection.ts';

/** CSS px on the screen, whatever the zoom. */
const caretWidth = 2;
const composedLine = 2;

function upright(box: Rectangle): TurnedBox {
  return { ...box, turn: 0, origin: { x: 0, y: 0 } };
}

/** Where a box of the layer's px is put. */
export function placed({ x, y, width, height, turn, origin }: TurnedBox): CSSProperties {
  const plain = { left: x, top: y, width, height };
  return turn === 0
    ? plain
    : { ...plain, rotate: `${turn}deg`, transformOrigin: `${origin.x}px ${origin.y}px` };
}

/** The caret's box in the layer's px; in vertical text it lies across its column. */
export function caretBox(layout: TextLayout, index: number, atLineEnd: boolean, scale: number): TurnedBox {
  const thick = caretWidth / scale;
  const onPath = layout.writing === 'path' ? pathCaret(layout, index, thick) : null;
  if (onPath) return onPath;
  const caret = caretAt(layout, index, atLineEnd);
  return upright(
    caret.height === 0 && caret.width > 0
      ? { x: caret.x, y: caret.top - thick / 2, width: caret.width, height: thick }
      : { x: caret.x - thick / 2, y: caret.top, width: thick, height: caret.height },
  );
}

/** The boxes of some characters, in the layer's px. */
export function chosenBoxes(layout: TextLayout, from: number, to: number): TurnedBox[] {
  if (layout.writing === 'path') return pathSelection(layout, from, to);
  return selectionRectangles(layout, from, to).map(upright);
}

/** The line under some characters; in vertical text it stands beside its column. */
export function underlineOf(layout: TextLayout, box: TurnedBox, thin: number): TurnedBox {
  if (layout.writing === 'vertical') return { ...box, width: thin };
  const down = box.height - thin;
  return { ...box, y: box.y + down, height: thin, origin: { x: box.origin.x, y: box.origin.y - down } };
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
  const key = ({ x, y }: TurnedBox): string => `${x}/${y}`;
  return (
    <>
      {to > from &&
        chosenBoxes(layout, from, to).map((box) => (
          <span
            key={key(box)}
            className={styles.chosen}
            data-focused={focused}
            data-chosen
            style={placed(box)}
          />
        ))}
      {composed &&
        chosenBoxes(layout, composed.from, composed.to).map((box) => (
          <span
            key={key(box)}
            className={styles.composed}
            style={placed(underlineOf(layout, box, composedLine / scale))}
          />
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
