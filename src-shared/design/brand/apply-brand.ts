import { resolveColour } from '#shared/design/colours.ts';
import type { Edit, Patch } from '#shared/design/operations.ts';
import { edit } from '#shared/design/operations.ts';
import type { Fill } from '#shared/design/paint.ts';
import type { DesignBody, DesignNode, Page } from '#shared/design/schema.ts';
import type { Brand } from '#shared/domain/brand.ts';
import type { Oklch } from './colour-space.ts';
import { contrastOf, oklchOf } from './colour-space.ts';

/** Below this chroma a colour counts as black, grey, white or paper. */
const neutralChroma = 0.045;

/** Colours of a brand as designs name them. */
export function brandTokens(brand: Pick<Brand, 'colours'>): Record<string, string> {
  return Object.fromEntries(brand.colours.map(({ token, hex }) => [token, hex]));
}

/** Rewrites every colour of a value that is made of colours: fills, shadows, runs, outlines. */
function mapFill(fill: Fill, map: (colour: string) => string): Fill {
  if (typeof fill === 'string') return map(fill);
  if (fill.kind === 'picture') return fill;
  return { ...fill, stops: fill.stops.map((stop) => ({ ...stop, colour: map(stop.colour) })) };
}

/** A layer with every colour of its looks rewritten; shadows keep theirs, because they are shade, not brand. */
function mapNode(node: DesignNode, map: (colour: string) => string): DesignNode {
  switch (node.type) {
    case 'text':
      return {
        ...node,
        colour: map(node.colour),
        ...(node.fill ? { fill: mapFill(node.fill, map) } : {}),
        ...(node.outline ? { outline: { ...node.outline, colour: map(node.outline.colour) } } : {}),
        ...(node.highlight ? { highlight: { ...node.highlight, colour: map(node.highlight.colour) } } : {}),
        ...(node.runs
          ? {
              runs: node.runs.map((run) => ({
                ...run,
                ...(run.colour ? { colour: map(run.colour) } : {}),
                ...(run.highlight ? { highlight: map(run.highlight) } : {}),
              })),
            }
          : {}),
      };
    case 'rectangle':
    case 'ellipse':
    case 'polygon':
    case 'path':
      return {
        ...node,
        fill: node.fill === null ? null : mapFill(node.fill, map),
        stroke: node.stroke === null ? null : map(node.stroke),
      };
    case 'line':
      return { ...node, stroke: map(node.stroke) };
    // A QR code must stay dark on light to be read, and pictures have no colours of ours.
    case 'qr':
    case 'image':
    case 'group':
      return node;
  }
}

/** Every authored colour of a design with the area that it covers, px²; letters count a fifth of their box. */
function coloursUsed(body: DesignBody): Map<string, number> {
  const used = new Map<string, number>();
  const collect = (area: number) => (colour: string) => {
    used.set(colour, (used.get(colour) ?? 0) + area);
    return colour;
  };
  for (const page of Object.values(body.pages)) mapFill(page.background, collect(body.width * body.height));
  for (const node of Object.values(body.nodes)) {
    mapNode(node, collect(Math.max(1, node.width * node.height) * (node.type === 'text' ? 0.2 : 1)));
  }
  return used;
}

/** Which token each colour becomes: neutrals go to the nearest neutral of the brand, the rest by weight and hue. */
function tokensFor(body: DesignBody, brand: Brand, tokens: Record<string, string>): Map<string, string> {
  const named = brand.colours.map(({ token, hex }) => ({ token, ...oklchOf(hex) }));
  const neutrals = named.filter(({ chroma }) => chroma < neutralChroma);
  const lively = named.filter(({ chroma }) => chroma >= neutralChroma);
  const chosen = new Map<string, string>();
  const nearest = (from: readonly ({ token: string } & Oklch)[], to: Oklch): string | undefined =>
    from.toSorted((a, b) => Math.abs(a.lightness - to.lightness) - Math.abs(b.lightness - to.lightness))[0]
      ?.token;
  let next = 0;
  const byWeight = [...coloursUsed(body)].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  for (const [colour] of byWeight) {
    const here = oklchOf(resolveColour(colour, tokens));
    const token =
      here.chroma < neutralChroma || lively.length === 0
        ? nearest(neutrals.length > 0 ? neutrals : named, here)
        : lively[next++ % lively.length]?.token;
    if (token !== undefined) chosen.set(colour, token);
  }
  return chosen;
}

/** The plain colour behind a text: the front-most filled shape under its middle, else the page. Null for others. */
function groundOf(body: DesignBody, node: DesignNode): string | null {
  const middle = { x: node.x + node.width / 2, y: node.y + node.height / 2 };
  const under = Object.values(body.nodes)
    .filter(
      (each) =>
        each.pageId === node.pageId &&
        each.id !== node.id &&
        each.order < node.order &&
        'fill' in each &&
        each.type !== 'text' &&
        each.opacity > 0.6 &&
        middle.x >= each.x &&
        middle.x <= each.x + each.width &&
        middle.y >= each.y &&
        middle.y <= each.y + each.height,
    )
    .toSorted((a, b) => (a.order < b.order ? 1 : -1))[0];
  const fill = under && 'fill' in under && under.fill ? under.fill : body.pages[node.pageId]?.background;
  return typeof fill === 'string' ? fill : null;
}

/** The least contrast of letters to what they stand on that is left alone (WCAG 2.2, large text). */
const leastContrast = 3;

/**
 * Dresses a design in a brand in one step: every colour becomes a brand token (neutrals by lightness, the
 * rest by the area they cover), letters that could no longer be read take the brand's colour with the most
 * contrast, the largest texts take `token:heading` and the others `token:body`, and layers named “logo” take
 * the main logo. Transparency written into a colour is lost only with its hex; opacity of layers stays.
 */
export function applyBrand(body: DesignBody, brand: Brand): Edit {
  const tokens = brandTokens(brand);
  const chosen = tokensFor(body, brand, tokens);
  const map = (colour: string): string => {
    // Colours that let through what is behind them are effects (shades over photos), not surfaces.
    if (colour.startsWith('#') && colour.length === 9) return colour;
    const token = chosen.get(colour);
    return token === undefined ? colour : `token:${token}`;
  };
  const pages: Record<string, Page> = {};
  for (const [id, page] of Object.entries(body.pages)) {
    pages[id] = { ...page, background: mapFill(page.background, map) };
  }
  const nodes: Record<string, DesignNode> = {};
  for (const [id, node] of Object.entries(body.nodes)) nodes[id] = mapNode(node, map);
  const recoloured = { ...body, pages, nodes };
  const largest = Math.max(
    0,
    ...Object.values(nodes).map((node) => (node.type === 'text' ? node.fontSize : 0)),
  );
  const logo = brand.logos[0];
  for (const [id, node] of Object.entries(nodes)) {
    if (node.type === 'image' && logo !== undefined && /logo|标志|商标/i.test(node.name)) {
      nodes[id] = { ...node, assetId: logo, fit: 'contain', crop: { x: 0, y: 0, width: 1, height: 1 } };
    }
    if (node.type !== 'text') continue;
    const font = node.fontSize >= largest * 0.6 ? 'heading' : 'body';
    nodes[id] = {
      ...node,
      fontFamily: `token:${font}`,
      fontWeight: brand.fonts[font].weight,
      colour: readable(recoloured, node, tokens, brand),
      ...(node.runs ? { runs: node.runs.map(({ fontFamily: _family, ...run }) => run) } : {}),
    };
  }
  const patch: Patch = [
    ...Object.values(pages).map((page) => ({ table: 'pages' as const, id: page.id, value: page })),
    ...Object.values(nodes).map((node) => ({ table: 'nodes' as const, id: node.id, value: node })),
  ];
  return edit(body, patch);
}

function readable(
  body: DesignBody,
  node: Extract<DesignNode, { type: 'text' }>,
  tokens: Record<string, string>,
  brand: Brand,
): string {
  const ground = groundOf(body, node);
  if (ground === null) return node.colour;
  const under = resolveColour(ground, tokens).slice(0, 7);
  if (contrastOf(resolveColour(node.colour, tokens).slice(0, 7), under) >= leastContrast) return node.colour;
  const best = brand.colours.toSorted((a, b) => contrastOf(b.hex, under) - contrastOf(a.hex, under))[0];
  return best ? `token:${best.token}` : node.colour;
}
