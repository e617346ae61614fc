import { imageDefaults } from '#shared/design/layers/image.ts';
import type { Block, CalloutTone, ImageBlock } from '#shared/rich/blocks.ts';
import { tint } from '../colours.ts';
import { addressOf, placeholderWords } from '../render/foreign.ts';
import { headingPieces } from './headings.ts';
import { listPieces } from './lists.ts';
import { box, type LooseNode, type Piece } from './pieces.ts';
import { tablePieces } from './tables.ts';
import { codeFamily, type Span, spansOf } from './text.ts';
import { bodySetting, boxed, type PictureWorld, pixels, wordsPieces } from './world.ts';

function quotePieces(world: PictureWorld, spans: Span[]): Piece[] {
  const { style, colour, accent, background } = world.theme.quote;
  const setting = bodySetting(world, colour);
  if (style === 'marks') {
    const big = {
      ...setting,
      size: 28 * world.scale,
      lineHeight: 1.2,
      colour: accent,
      align: 'center' as const,
    };
    const mark = (text: string) => ({ spans: [{ text, look: {} }], setting: big });
    return boxed(world, [mark('“'), { spans, setting: { ...setting, align: 'center' } }, mark('”')], {
      ground: null,
      bar: null,
      radius: 0,
      inset: 12,
    });
  }
  return boxed(world, [{ spans, setting }], {
    ground: style === 'plain' ? null : background,
    bar: style === 'bar' ? accent : null,
    radius: style === 'card' ? 8 : 0,
    inset: style === 'plain' ? 4 : 16,
  });
}

function calloutPieces(world: PictureWorld, tone: CalloutTone, spans: Span[]): Piece[] {
  const { label, colour } = world.theme.callouts[tone];
  const setting = bodySetting(world);
  const title = { spans: [{ text: label, look: {} }], setting: { ...setting, colour, bold: true } };
  return boxed(world, [title, { spans, setting }], {
    ground: tint(colour, 0.1),
    bar: colour,
    radius: 0,
    inset: 14,
  });
}

function codePieces(world: PictureWorld, text: string): Piece[] {
  const { code } = world.theme;
  const setting = {
    size: code.size * world.scale,
    colour: code.colour,
    lineHeight: 1.6,
    letterSpacing: 0,
    family: codeFamily,
  };
  const spans = spansOf([{ kind: 'text', text }], world.theme, world.scale).map((span) => ({
    ...span,
    look: {},
  }));
  return boxed(world, [{ spans, setting }], {
    ground: code.background,
    bar: null,
    radius: code.radius,
    inset: 14,
  });
}

const shares = { full: 1, half: 0.6, small: 0.36 } as const;

function imagePieces(world: PictureWorld, image: ImageBlock, number: number): Piece[] {
  const { theme } = world;
  const px = pixels(world);
  const gap = px(theme.body.gap);
  const size = image.assetId === null ? null : world.pictureSize(image.assetId);
  const captioned = (text: string, space: number): Piece[] =>
    wordsPieces(
      world,
      [{ text, look: {} }],
      {
        size: theme.image.captionSize * world.scale,
        colour: theme.image.caption,
        lineHeight: 1.5,
        letterSpacing: 0,
        align: 'center',
      },
      space,
    );
  if (!size || size.width === 0 || image.assetId === null)
    return addressOf(image) === '' && image.caption === ''
      ? []
      : captioned(placeholderWords(image, number), gap);
  const width = Math.round(world.width * shares[image.width]);
  const height = Math.max(1, Math.round((width * size.height) / size.width));
  const slices = Math.ceil(height / world.mostHeight);
  const pieces = Array.from({ length: slices }, (_, index): Piece => {
    const from = Math.floor((height * index) / slices);
    const tall = Math.floor((height * (index + 1)) / slices) - from;
    const node: LooseNode = {
      ...imageDefaults,
      id: '',
      pageId: '',
      order: '',
      x: world.x + Math.round((world.width - width) / 2),
      y: 0,
      width,
      height: tall,
      assetId: image.assetId ?? '',
      crop: { x: 0, y: from / height, width: 1, height: tall / height },
      fit: 'fill',
      radius: slices === 1 ? px(theme.image.radius) : 0,
      ...(theme.image.shadow && slices === 1
        ? { shadow: { x: 0, y: px(4), blur: px(14), colour: '#000000', opacity: 0.14 } }
        : {}),
    };
    return { nodes: [node], height: tall, above: index === 0 ? gap : 0 };
  });
  return image.caption.trim() === '' ? pieces : [...pieces, ...captioned(image.caption, px(8))];
}

function dividerPieces(world: PictureWorld): Piece[] {
  const { style, colour } = world.theme.divider;
  const px = pixels(world);
  const gap = px(world.theme.body.gap + 8);
  if (style === 'dots' || style === 'diamond') {
    const text = style === 'dots' ? '•  •  •' : '◆ ◇ ◆';
    return wordsPieces(world, [{ text, look: {} }], { ...bodySetting(world, colour), align: 'center' }, gap);
  }
  const inward = style === 'short' ? Math.round(world.width * 0.38) : 0;
  const line = {
    x: world.x + inward,
    y: 0,
    width: world.width - inward * 2,
    height: Math.max(1, px(style === 'short' ? 2 : 1)),
  };
  const dash = px(6);
  const nodes =
    style === 'dashed'
      ? Array.from({ length: Math.ceil(line.width / (dash * 2)) }, (_, at) =>
          box(
            { ...line, x: line.x + at * dash * 2, width: Math.min(dash, line.width - at * dash * 2) },
            colour,
          ),
        )
      : style === 'double'
        ? [box(line, colour), box({ ...line, y: px(3) }, colour)]
        : [box(line, colour)];
  return [{ nodes, height: style === 'double' ? px(4) : line.height, above: gap }];
}

/** A block as pieces; `number` counts the headings of its level, or the pictures, from 1. */
export function blockPieces(block: Block, world: PictureWorld, number: number): Piece[] {
  const { theme, scale } = world;
  const gap = pixels(world)(theme.body.gap);
  const spans = 'inlines' in block ? spansOf(block.inlines, theme, scale) : [];
  switch (block.kind) {
    case 'paragraph': {
      const indent: Span[] =
        theme.body.indent && block.align === 'start' ? [{ text: '\u3000\u3000', look: {} }] : [];
      const align = block.align === 'center' ? 'center' : block.align === 'end' ? 'right' : 'left';
      if (spans.every(({ text }) => text === '')) return [{ nodes: [], height: gap, above: 0 }];
      return wordsPieces(world, [...indent, ...spans], { ...bodySetting(world), align }, gap);
    }
    case 'heading': {
      const align = block.align === 'center' ? 'center' : block.align === 'end' ? 'right' : 'left';
      return headingPieces(spans, number, align, theme.headings[block.level - 1] ?? theme.headings[0], world);
    }
    case 'quote':
      return quotePieces(world, spans);
    case 'callout':
      return calloutPieces(world, block.tone, spans);
    case 'code':
      return codePieces(world, block.text);
    case 'list':
      return listPieces(world, block);
    case 'table':
      return tablePieces(world, block);
    case 'image':
      return imagePieces(world, block, number);
    case 'divider':
      return dividerPieces(world);
  }
}
