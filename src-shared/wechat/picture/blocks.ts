import { imageDefaults } from '#shared/design/layers/image.ts';
import type { Block, CalloutTone, ImageBlock, ListBlock } from '#shared/rich/blocks.ts';
import { inkOn, tint } from '../colours.ts';
import { addressOf, placeholderWords } from '../render/foreign.ts';
import { markOf } from '../render/lists.ts';
import type { ArticleTheme } from '../theme.ts';
import { headingPieces } from './headings.ts';
import { box, type LooseNode, moved, type Piece } from './pieces.ts';
import { codeFamily, type SetText, type Setting, setText, type Span, spansOf } from './text.ts';

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

const pixels = (world: PictureWorld) => (value: number) => Math.round(value * world.scale);

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

function listPieces(world: PictureWorld, list: ListBlock, depth: number): Piece[] {
  const { theme, scale } = world;
  const px = pixels(world);
  const setting = bodySetting(world);
  const step = Math.round(theme.body.size * 1.9 * scale);
  const from = step * Math.min(depth, 6);
  return list.items.flatMap((item, index): Piece[] => {
    const badged = list.ordered && item.checked === null && theme.list.number === 'badge';
    const mark = markOf(theme, list.ordered, list.start + index, item.checked);
    const sign = setText(
      [{ text: mark, look: {} }],
      {
        ...setting,
        bold: true,
        colour: badged ? inkOn(theme.list.colour) : theme.list.colour,
        align: badged ? 'center' : 'left',
      },
      { x: world.x + from, width: badged ? step * 0.76 : step },
      world.mostHeight,
    );
    const [first, ...rest] = wordsPieces(
      world,
      spansOf(item.inlines, theme, scale),
      setting,
      px(depth === 0 && index === 0 ? theme.body.gap : theme.body.gap / 3),
      from + step,
    );
    const height = sign[0]?.height ?? 0;
    const ground = badged
      ? [
          box(
            { x: world.x + from, y: height * 0.1, width: Math.round(step * 0.76), height: height * 0.8 },
            theme.list.colour,
            px(4),
          ),
        ]
      : [];
    const start: Piece = {
      nodes: [...ground, ...sign.map((each) => each.node), ...(first?.nodes ?? [])],
      height: Math.max(height, first?.height ?? 0),
      above: first?.above ?? px(theme.body.gap / 3),
    };
    return [start, ...rest, ...item.lists.flatMap((inner) => listPieces(world, inner, depth + 1))];
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

function tablePieces(world: PictureWorld, block: Extract<Block, { kind: 'table' }>): Piece[] {
  const { table, body } = world.theme;
  const px = pixels(world);
  const columns = Math.max(0, ...block.rows.map((row) => row.length));
  if (columns === 0) return [];
  const column = Math.floor(world.width / columns);
  const pad = Math.min(px(8), Math.floor(column / 4));
  const line = Math.max(1, px(1));
  return block.rows.map((row, index): Piece => {
    const head = block.header && index === 0;
    const base = bodySetting(world, head ? table.headerColour : body.colour);
    const setting = { ...base, size: base.size * 0.9, bold: head };
    const cells = row.map((cell, at) =>
      setText(
        spansOf(cell, world.theme, world.scale),
        setting,
        { x: world.x + at * column + pad, width: column - pad * 2 },
        Number.POSITIVE_INFINITY,
      ),
    );
    const tall = Math.max(setting.size * setting.lineHeight, ...cells.map(([text]) => text?.height ?? 0));
    // What is too tall even for a picture of its own is set smaller, so that every word stays.
    const height = Math.min(Math.ceil(tall) + pad * 2, world.mostHeight);
    const striped = !head && (index - (block.header ? 1 : 0)) % 2 === 1 ? table.stripe : null;
    const ground = head ? table.header : (striped ?? world.theme.body.background ?? '#ffffff');
    const nodes: LooseNode[] = Array.from({ length: columns }, (_, at) => ({
      ...box({ x: world.x + at * column, y: 0, width: column + line, height: height + line }, ground),
      stroke: table.border,
      strokeWidth: line,
    }));
    const words = cells.flatMap(([text]) => {
      if (!text) return [];
      const whole = text.height + pad * 2 <= height;
      const fitted = {
        ...text.node,
        sizing: 'fixed' as const,
        overflow: 'shrink' as const,
        height: height - pad * 2,
      };
      return [moved(whole ? text.node : fitted, 0, pad)];
    });
    return { nodes: [...nodes, ...words], height, above: index === 0 ? px(body.gap) : 0 };
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
      return listPieces(world, block, 0);
    case 'table':
      return tablePieces(world, block);
    case 'image':
      return imagePieces(world, block, number);
    case 'divider':
      return dividerPieces(world);
  }
}
