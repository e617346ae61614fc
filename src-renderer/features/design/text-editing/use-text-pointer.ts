import { type PointerEvent, useRef } from 'react';
import type { TextNode } from '#shared/design/layers/text.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';
import { useEditor } from '../session/editor.ts';
import { type CaretPlace, paragraphAround, placeAt, wordAround } from './caret-moves.ts';
import { toBox } from './text-geometry.ts';
import { textSelectionsOf } from './text-selection.ts';
import { whileWriting } from './while-writing.ts';
import { focusWriting } from './writing-focus.ts';

interface Range {
  from: number;
  to: number;
}

/** What a drag extends by: characters, words after a double click, paragraphs after a triple one. */
function unitAround(text: string, index: number, clicks: number): Range {
  if (clicks >= 3) return paragraphAround(text, index);
  return clicks === 2 ? wordAround(text, index) : { from: index, to: index };
}

/** Milliseconds and CSS px within which presses belong to one double or triple click. */
const clickTime = 450;
const clickReach = 5;

interface Press {
  at: number;
  x: number;
  y: number;
  clicks: number;
}

/** Which click in a row a press is: pointer events, unlike those of a mouse, do not count. */
function pressAfter(before: Press | null, { timeStamp: at, clientX: x, clientY: y }: PointerEvent): Press {
  const near = before !== null && Math.hypot(x - before.x, y - before.y) <= clickReach;
  const clicks = near && at - before.at <= clickTime ? (before.clicks % 3) + 1 : 1;
  return { at, x, y, clicks };
}

/** The pointer over the text that is written in: click, drag, double and triple click, with shift to extend. */
export function useTextPointer(node: TextNode) {
  const { store, viewport } = useEditor();
  const drag = useRef<{ origin: Range; clicks: number } | null>(null);
  const press = useRef<Press | null>(null);
  const selections = textSelectionsOf(store);

  const placeOf = (event: PointerEvent<HTMLElement>): CaretPlace => {
    const table = event.currentTarget.closest('[data-canvas]')?.getBoundingClientRect();
    const screen = { x: event.clientX - (table?.left ?? 0), y: event.clientY - (table?.top ?? 0) };
    return placeAt(layoutOfNode(whileWriting(node)), toBox(node, viewport.toPage(screen)));
  };
  const choose = (origin: Range, to: Range, atLineEnd: boolean): void => {
    const back = to.from < origin.from;
    selections.set({
      nodeId: node.id,
      anchor: back ? origin.to : origin.from,
      focus: back ? to.from : Math.max(to.to, origin.to),
      atLineEnd,
    });
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.stopPropagation();
      // The field keeps the keys: a press would give them to the canvas.
      event.preventDefault();
      focusWriting();
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const place = placeOf(event);
      const now = selections.snapshot();
      press.current = pressAfter(press.current, event);
      const { clicks } = press.current;
      if (event.shiftKey && now?.nodeId === node.id) {
        drag.current = { origin: { from: now.anchor, to: now.anchor }, clicks: 1 };
        selections.set({ ...now, focus: place.index, atLineEnd: place.atLineEnd });
        return;
      }
      const origin = unitAround(node.text, place.index, clicks);
      drag.current = { origin, clicks };
      choose(origin, origin, clicks === 1 && place.atLineEnd);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      event.stopPropagation();
      if (!drag.current) return;
      const place = placeOf(event);
      const unit = unitAround(node.text, place.index, drag.current.clicks);
      choose(drag.current.origin, unit, place.atLineEnd);
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      event.stopPropagation();
      drag.current = null;
    },
  };
}
