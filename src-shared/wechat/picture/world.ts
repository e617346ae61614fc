import type { ArticleTheme } from '../theme.ts';
import { box, moved, type Piece } from './pieces.ts';
import { type SetText, type Setting, setText, type Span } from './text.ts';

/** What the blocks of one article share. */
export interface PictureWorld {
  theme: ArticleTheme;
  /** px of the picture for a px of the theme. */
  scale: number;
  /** px of the words' column. */
  x: number;
  width: number;
  /** px that no piece may pass. */
  mostHeight: number;
  /** px of a picture of the library; null where it is gone. */
  pictureSize(assetId: string): { width: number; height: number } | null;
}

/** px of the theme as px of the picture. */
export const pixels = (world: PictureWorld) => (value: number) => Math.round(value * world.scale);

export function bodySetting({ theme, scale }: PictureWorld, colour = theme.body.colour): Setting {
  const { size, lineHeight, letterSpacing } = theme.body;
  return { size: size * scale, colour, lineHeight, letterSpacing: letterSpacing * scale };
}

const above = (texts: readonly SetText[], gap: number): Piece[] =>
  texts.map((text, index) => ({ nodes: [text.node], height: text.height, above: index === 0 ? gap : 0 }));

export function wordsPieces(
  world: PictureWorld,
  spans: readonly Span[],
  setting: Setting,
  gap: number,
  inward = 0,
): Piece[] {
  const place = { x: world.x + inward, width: world.width - inward };
  return above(setText(spans, setting, place, world.mostHeight), gap);
}

/** Words on a ground, with a bar at the left where one is wanted. */
export function boxed(
  world: PictureWorld,
  parts: readonly { spans: readonly Span[]; setting: Setting }[],
  look: { ground: string | null; bar: string | null; radius: number; inset: number },
): Piece[] {
  const px = pixels(world);
  const inset = px(look.inset);
  const room = { x: world.x + inset, width: world.width - inset * 2 };
  const texts = parts.flatMap(({ spans, setting }) =>
    setText(spans, setting, room, world.mostHeight - inset * 2),
  );
  const groups: SetText[][] = [];
  let height = 0;
  for (const text of texts) {
    const last = groups.at(-1);
    if (last && height + text.height <= world.mostHeight - inset * 2) {
      last.push(text);
      height += text.height;
    } else {
      groups.push([text]);
      height = text.height;
    }
  }
  return groups.map((group, index): Piece => {
    let y = inset;
    const words = group.map((text) => {
      const node = moved(text.node, 0, y);
      y += text.height;
      return node;
    });
    const area = { x: world.x, y: 0, width: world.width, height: y + inset };
    return {
      nodes: [
        ...(look.ground === null ? [] : [box(area, look.ground, px(look.radius))]),
        ...(look.bar === null ? [] : [box({ ...area, width: px(4) }, look.bar)]),
        ...words,
      ],
      height: area.height,
      above: index === 0 ? px(world.theme.body.gap) : 0,
    };
  });
}
