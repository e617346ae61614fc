import type { ListBlock, ListItem } from '#shared/rich/blocks.ts';
import { inkOn } from '../colours.ts';
import { markOf } from '../render/lists.ts';
import { box, type LooseNode, type Piece } from './pieces.ts';
import { setText, spansOf } from './text.ts';
import { bodySetting, type PictureWorld, pixels, wordsPieces } from './world.ts';

/** px of the column before an item, and where it begins. */
interface Column {
  x: number;
  step: number;
}

/** The mark before an item, and how tall it is. Boxes to tick are drawn: not every font has them. */
function markNodes(
  world: PictureWorld,
  list: ListBlock,
  item: ListItem,
  number: number,
  { x, step }: Column,
): { nodes: LooseNode[]; height: number } {
  const { colour, number: style } = world.theme.list;
  const setting = bodySetting(world);
  const height = setting.size * setting.lineHeight;
  const side = Math.round(setting.size * 0.86);
  if (item.checked !== null) {
    const square = {
      ...box({ x, y: Math.round((height - side) / 2), width: side, height: side }, colour, side / 6),
      stroke: colour,
      strokeWidth: Math.max(1, side / 10),
    };
    const tick = setText(
      [{ text: '✓', look: {} }],
      {
        ...setting,
        size: side * 0.8,
        lineHeight: height / (side * 0.8),
        colour: inkOn(colour),
        bold: true,
        align: 'center',
      },
      { x, width: side },
      world.mostHeight,
    );
    return item.checked
      ? { nodes: [square, ...tick.map(({ node }) => node)], height }
      : { nodes: [{ ...square, fill: null }], height };
  }
  const badged = list.ordered && style === 'badge';
  const width = badged ? Math.round(step * 0.76) : step;
  const sign = setText(
    [{ text: markOf(world.theme, list.ordered, number, null), look: {} }],
    { ...setting, bold: true, colour: badged ? inkOn(colour) : colour, align: badged ? 'center' : 'left' },
    { x, width },
    world.mostHeight,
  );
  const tall = sign[0]?.height ?? height;
  const ground = badged
    ? [box({ x, y: tall * 0.1, width, height: tall * 0.8 }, colour, pixels(world)(4))]
    : [];
  return { nodes: [...ground, ...sign.map(({ node }) => node)], height: tall };
}

/** A list with the marks of its theme, lists inside it further in. */
export function listPieces(world: PictureWorld, list: ListBlock, depth = 0): Piece[] {
  const { theme, scale } = world;
  const px = pixels(world);
  const step = Math.round(theme.body.size * 1.9 * scale);
  const inward = step * Math.min(depth, 6);
  return list.items.flatMap((item, index): Piece[] => {
    const above = px(depth === 0 && index === 0 ? theme.body.gap : theme.body.gap / 3);
    const mark = markNodes(world, list, item, list.start + index, { x: world.x + inward, step });
    const [first, ...rest] = wordsPieces(
      world,
      spansOf(item.inlines, theme, scale),
      bodySetting(world),
      above,
      inward + step,
    );
    const start: Piece = {
      nodes: [...mark.nodes, ...(first?.nodes ?? [])],
      height: Math.ceil(Math.max(mark.height, first?.height ?? 0)),
      above,
    };
    return [start, ...rest, ...item.lists.flatMap((inner) => listPieces(world, inner, depth + 1))];
  });
}
