import { emptyDesign } from '#shared/design/document.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

/** Cards that a clip can be given without leaving it; each is an ordinary design that can be changed afterwards. */
export const cardKinds = ['title', 'lower-third', 'end-card'] as const;
export type CardKind = (typeof cardKinds)[number];

/** Words of a new card in the window's language. */
export interface CardWords {
  main: string;
  second: string;
}

type Box = Pick<DesignNode, 'x' | 'y' | 'width' | 'height'>;

/** Parts of a card by fractions of the frame's shorter side, so that it sits alike in every frame. */
function partsOf(kind: CardKind, frame: { width: number; height: number }) {
  const { width, height } = frame;
  const unit = Math.min(width, height) / 100;
  const margin = unit * 6;
  const inner = width - margin * 2;
  const upright = height > width;
  if (kind === 'lower-third') {
    // Above captions, and above what players and platforms lay over the lower edge.
    const top = height * (upright ? 0.48 : 0.58);
    const main: Box = { x: margin + unit * 4, y: top, width: inner * 0.8, height: unit * 8 };
    return {
      bar: { x: margin, y: top, width: unit * 1.4, height: unit * 14.5 },
      plate: null,
      main: { box: main, size: unit * 5.6, align: 'left' as const },
      second: {
        box: { ...main, y: top + unit * 9, height: unit * 5 },
        size: unit * 3.6,
        align: 'left' as const,
      },
    };
  }
  const middle = height / 2;
  const size = kind === 'title' ? unit * 10 : unit * 7.5;
  const main: Box = { x: margin, y: middle - size * 1.5, width: inner, height: size * 2.6 };
  return {
    bar: { x: width / 2 - unit * 6, y: middle + size * 1.35, width: unit * 12, height: unit * 0.9 },
    plate: kind === 'end-card' ? { x: 0, y: 0, width, height } : null,
    main: { box: main, size, align: 'center' as const },
    second: {
      box: { ...main, y: middle + size * 1.35 + unit * 4, height: unit * 9 },
      size: unit * 4,
      align: 'center' as const,
    },
  };
}

/**
 * A card in the brand's fonts and colours for a frame in pixels. Title and lower third have no paper and are laid
 * over the picture; the end card covers it.
 */
export function cardDesign(
  kind: CardKind,
  frame: { width: number; height: number },
  words: CardWords,
  newId: () => string,
): DesignBody {
  const pageId = newId();
  const body = emptyDesign(frame.width, frame.height, pageId);
  const parts = partsOf(kind, frame);
  const covered = kind === 'end-card';
  const shadow = covered
    ? {}
    : { shadow: { x: 0, y: frame.height / 500, blur: frame.height / 90, colour: '#000000', opacity: 0.55 } };
  const placed = { pageId, parentId: null, rotation: 0, opacity: 1, hidden: false, locked: false };
  const nodes: DesignNode[] = [];
  const rectangle = (name: string, box: Box, fill: string): void => {
    nodes.push({
      ...rectangleDefaults,
      ...placed,
      ...box,
      id: newId(),
      name,
      order: `a${nodes.length}`,
      fill,
    } as DesignNode);
  };
  const text = (
    name: string,
    { box, size, align }: typeof parts.main | typeof parts.second,
    value: string,
    font: { fontFamily: string; fontWeight: number; verticalAlign: 'bottom' | 'top' },
  ): void => {
    nodes.push({
      ...textDefaults,
      ...placed,
      ...box,
      ...font,
      ...shadow,
      id: newId(),
      name,
      order: `a${nodes.length}`,
      text: value,
      fontSize: Math.round(size),
      lineHeight: 1.25,
      align,
      sizing: 'fixed',
      overflow: 'shrink',
      colour: covered ? 'token:ink' : '#ffffff',
    } as DesignNode);
  };
  if (parts.plate) rectangle('', parts.plate, 'token:paper');
  rectangle('', parts.bar, 'token:accent');
  text('', parts.main, words.main, {
    fontFamily: 'token:heading',
    fontWeight: 700,
    verticalAlign: kind === 'lower-third' ? 'top' : 'bottom',
  });
  text('', parts.second, words.second, { fontFamily: 'token:body', fontWeight: 500, verticalAlign: 'top' });
  return { ...body, nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) };
}
