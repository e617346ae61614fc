import { orderBetween } from '#shared/design/order.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';
import type { Block } from '#shared/rich/blocks.ts';
import { inkOn, tint } from '../colours.ts';
import { withoutForeign } from '../render/foreign.ts';
import type { ArticleTheme } from '../theme.ts';
import { blockPieces } from './blocks.ts';
import type { Piece } from './pieces.ts';
import { bodySetting, boxed, type PictureWorld, wordsPieces } from './world.ts';

/** px of the phone that themes are made for. */
const phoneWidth = 375;
/** Taller pictures are cut: phones and platforms show them blurred or not at all. px. */
export const tallestPicture = 16_000;
/** px of the phone around an article. */
const margin = { side: 16, end: 28 };

interface PictureRequest {
  title: string;
  blocks: readonly Block[];
  /** With its colours resolved. */
  theme: ArticleTheme;
  /** px */
  width: number;
  /** px of a picture of the library as shown; null where it is gone. */
  pictureSize(assetId: string): { width: number; height: number } | null;
}

function titlePieces(world: PictureWorld, title: string): Piece[] {
  if (title.trim() === '') return [];
  const { theme, scale } = world;
  const setting = {
    size: 24 * scale,
    colour: theme.headings[0].colour,
    lineHeight: 1.4,
    letterSpacing: 0,
    bold: true,
  };
  return wordsPieces(world, [{ text: title.trim(), look: {} }], setting, 0);
}

function introPieces(world: PictureWorld): Piece[] {
  const { on, text, style, colour } = world.theme.intro;
  if (!on || text.trim() === '') return [];
  const base = bodySetting(world, colour);
  const setting = {
    ...base,
    size: base.size * 0.92,
    align: style === 'centred' ? ('center' as const) : ('left' as const),
  };
  return boxed(world, [{ spans: [{ text, look: {} }], setting }], {
    ground: style === 'card' ? tint(colour, 0.09) : null,
    bar: style === 'line' ? colour : null,
    radius: 8,
    inset: 14,
  });
}

function endPieces(
  world: PictureWorld,
  references: readonly { number: number; words: string; address: string }[],
): Piece[] {
  const { end, signature, link, image } = world.theme;
  const px = (value: number): number => Math.round(value * world.scale);
  const base = bodySetting(world);
  const plain = (text: string) => [{ text, look: {} }];
  const small = { ...base, size: base.size * 0.84, colour: image.caption, lineHeight: 1.6 };
  const pieces: Piece[] = [];
  if (references.length > 0) {
    pieces.push(
      ...wordsPieces(world, plain(link.references), { ...small, bold: true }, px(world.theme.body.gap + 12)),
    );
    for (const { number, words, address } of references)
      pieces.push(...wordsPieces(world, plain(`[${number}] ${words}: ${address}`), small, px(4)));
  }
  if (end.on && (end.title + end.text).trim() !== '') {
    const setting = { ...base, colour: inkOn(end.colour), align: 'center' as const };
    pieces.push(
      ...boxed(
        world,
        [
          { spans: plain(end.title), setting: { ...setting, size: base.size * 1.1, bold: true } },
          { spans: plain(end.text), setting: { ...setting, size: base.size * 0.88 } },
        ],
        { ground: end.colour, bar: null, radius: 10, inset: 18 },
      ),
    );
  }
  if (signature.on && signature.text.trim() !== '')
    pieces.push(
      ...wordsPieces(
        world,
        plain(signature.text),
        { ...base, colour: signature.colour, align: 'right' },
        px(24),
      ),
    );
  return pieces;
}

/** The blocks from top to bottom; after a heading its own distance counts, not the one between paragraphs. */
function bodyPieces(world: PictureWorld, blocks: readonly Block[]): Piece[] {
  const counts = new Map<string, number>();
  let after: number | null = null;
  return blocks.flatMap((block) => {
    const heading = block.kind === 'heading' ? (world.theme.headings[block.level - 1] ?? null) : null;
    const key = block.kind === 'heading' ? `heading ${block.level}` : block.kind;
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    const [first, ...rest] = blockPieces(block, world, number);
    if (!first) return [];
    const above = after === null ? first.above : heading ? Math.max(after, first.above) : after;
    after = heading ? Math.round(heading.below * world.scale) : null;
    return [{ ...first, above }, ...rest];
  });
}

/** Cuts between pieces, so that no picture is taller than the limit. */
function sheetsOf(pieces: readonly Piece[], room: number): Piece[][] {
  const sheets: Piece[][] = [];
  let height = 0;
  for (const piece of pieces) {
    const last = sheets.at(-1);
    if (last && height + piece.above + piece.height <= room) {
      last.push(piece);
      height += piece.above + piece.height;
    } else {
      sheets.push([piece]);
      height = piece.height;
    }
  }
  return sheets;
}

function designOf(pieces: readonly Piece[], width: number, end: number, background: string): DesignBody {
  const nodes: Record<string, DesignNode> = {};
  let order = orderBetween(null, null);
  let y = end;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) y += piece.above;
    for (const node of piece.nodes) {
      const id = `n${Object.keys(nodes).length}`;
      nodes[id] = { ...node, id, pageId: 'page', order, y: node.y + y };
      order = orderBetween(order, null);
    }
    y += piece.height;
  }
  const page = { id: 'page', name: '', order: orderBetween(null, null), background };
  return { width, height: Math.max(1, Math.ceil(y + end)), pages: { page }, nodes };
}

/**
 * An article as designs of one page each, as tall as they must be and at most `tallestPicture`. The host must be able
 * to measure words (see `Painter.prepareLayout`).
 */
export function articlePictures(request: PictureRequest): DesignBody[] {
  const { theme, width } = request;
  const scale = width / phoneWidth;
  const side = Math.round((margin.side + theme.body.padding) * scale);
  const end = Math.round(margin.end * scale);
  const room = tallestPicture - end * 2;
  const world: PictureWorld = {
    theme,
    scale,
    x: side,
    width: width - side * 2,
    mostHeight: room,
    pictureSize: request.pictureSize,
  };
  const { blocks, references } = withoutForeign(request.blocks, theme);
  const pieces = [
    ...titlePieces(world, request.title),
    ...introPieces(world),
    ...bodyPieces(world, blocks),
    ...endPieces(world, references),
  ];
  const sheets = sheetsOf(pieces, room);
  return (sheets.length > 0 ? sheets : [[]]).map((sheet) =>
    designOf(sheet, width, end, theme.body.background ?? '#ffffff'),
  );
}

/** Every word that the pictures show, to find the fonts that must be there before anything is measured. */
export function wordsOfPictures(request: Pick<PictureRequest, 'title' | 'blocks' | 'theme'>): string {
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  walk([request.title, request.blocks, request.theme]);
  return `${texts.join(' ')} 图片：【】「」“”•◆◇✓0123456789`;
}
