import { ellipseDefaults } from '#shared/design/layers/ellipse.ts';
import { imageDefaults } from '#shared/design/layers/image.ts';
import { lineDefaults } from '#shared/design/layers/line.ts';
import { pathDefaults } from '#shared/design/layers/path.ts';
import { polygonDefaults } from '#shared/design/layers/polygon.ts';
import { qrDefaults } from '#shared/design/layers/qr.ts';
import { rectangleDefaults } from '#shared/design/layers/rectangle.ts';
import { textDefaults } from '#shared/design/layers/text.ts';
import type { Fill } from '#shared/design/paint.ts';
import type { DesignBody, DesignNode } from '#shared/design/schema.ts';

const heart = 'M50 92C20 68 4 50 4 30A23 23 0 0 1 50 24A23 23 0 0 1 96 30C96 50 80 68 50 92Z';
const ring = 'M50 0A50 50 0 1 0 50 100A50 50 0 1 0 50 0ZM50 25A25 25 0 1 1 50 75A25 25 0 1 1 50 25Z';

const sunset: Fill = {
  kind: 'linear',
  angle: 30,
  stops: [
    { at: 0, colour: '#6b3fa0' },
    { at: 0.55, colour: '#d9432f' },
    { at: 1, colour: '#e8b55c' },
  ],
};
const glow: Fill = {
  kind: 'radial',
  centre: { x: 0.35, y: 0.3 },
  radius: 0.9,
  stops: [
    { at: 0, colour: '#ffffff' },
    { at: 1, colour: '#2f5fb3' },
  ],
};

/** A page of 200 × 150 px with layers given by their fields, from back to front. */
function page(nodes: readonly object[], background: Fill = '#f6f1e7'): DesignBody {
  const all: Record<string, DesignNode> = {};
  for (const [index, node] of nodes.entries()) {
    const id = `n${index}`;
    all[id] = { id, pageId: 'p', order: `a${index}`, ...node } as DesignNode;
  }
  const only = { id: 'p', name: '', order: 'a0', background };
  return { width: 200, height: 150, pages: { p: only }, nodes: all };
}

const box = { x: 40, y: 30, width: 120, height: 90 };
const square = { x: 55, y: 30, width: 90, height: 90 };
const shadow = { x: 6, y: 8, blur: 12, colour: '#1b2430', opacity: 0.5 };
const rectangle = { ...rectangleDefaults, ...box };
const backdrop = [
  { ...rectangleDefaults, x: 0, y: 0, width: 100, height: 150, fill: '#e8b55c' },
  { ...rectangleDefaults, x: 100, y: 75, width: 100, height: 75, fill: '#2f5fb3' },
];
const words = {
  ...textDefaults,
  ...box,
  text: 'Galley 排版',
  fontSize: 30,
  fontWeight: 700,
  fontFamily: 'Inter',
};

/** Layers of a group whose mask is `mask`; the group is `g`. */
function masked(mask: object, rotation = 0): DesignBody {
  const body = page([
    {
      ...rectangleDefaults,
      x: 0,
      y: 20,
      width: 200,
      height: 40,
      fill: '#1f7a5c',
      parentId: 'g',
      order: 'a0',
    },
    { ...rectangle, y: 55, fill: sunset, parentId: 'g', order: 'a1', rotation },
    { ...mask, parentId: 'g', order: 'a2' },
  ]);
  const group = { ...rectangleDefaults, id: 'g', pageId: 'p', order: 'a5', type: 'group', maskId: 'n2' };
  return { ...body, nodes: { ...body.nodes, g: group as unknown as DesignNode } };
}

/** One small page for each kind of layer and effect. `photo` is the id of a picture of any shape. */
export function galleryCases(photo: string): Record<string, DesignBody> {
  const picture = { kind: 'picture', assetId: photo, focus: { x: 0.5, y: 0.5 } };
  const blends = ['multiply', 'screen', 'overlay', 'difference', 'color-dodge', 'luminosity'];
  return {
    rectangle: page([{ ...rectangle, fill: '#2f5fb3', stroke: '#1b2430', strokeWidth: 6, radius: 18 }]),
    corners: page([{ ...rectangle, radii: [0, 40, 10, 70] }]),
    dashes: page([
      { ...rectangle, fill: null, stroke: '#d9432f', strokeWidth: 4, dash: [3, 2], rotation: 12 },
    ]),
    ellipse: page([{ ...ellipseDefaults, ...box, stroke: '#1b2430', strokeWidth: 8, dash: [1, 1] }]),
    polygon: page([{ ...polygonDefaults, ...box, radius: 10, stroke: '#1b2430', strokeWidth: 4 }]),
    star: page([{ ...polygonDefaults, ...square, sides: 5, inset: 0.42, fill: '#e8b55c', rotation: 8 }]),
    path: page([{ ...pathDefaults, ...square, d: heart, stroke: '#1b2430', strokeWidth: 5 }]),
    hole: page([{ ...pathDefaults, ...box, d: ring, fillRule: 'evenodd', fill: glow }]),
    line: page([
      { ...lineDefaults, x: 30, y: 40, width: 140, endArrow: true, strokeWidth: 5 },
      { ...lineDefaults, x: 30, y: 100, width: 140, dash: [2, 3], strokeWidth: 6, rotation: 20 },
    ]),
    linear: page([{ ...rectangle, fill: sunset }]),
    radial: page([{ ...ellipseDefaults, ...box, fill: glow }]),
    background: page([], sunset),
    'picture-fill': page([{ ...polygonDefaults, ...box, fill: { ...picture, fit: 'cover' } }]),
    'picture-tiles': page([{ ...rectangle, fill: { ...picture, fit: 'tile', tileScale: 0.25 } }]),
    'picture-page': page([], { ...picture, fit: 'cover', focus: { x: 0.5, y: 0 } } as Fill),
    image: page([{ ...imageDefaults, ...box, assetId: photo, radius: 12 }]),
    qr: page([{ ...qrDefaults, ...square, x: 40, y: 15, width: 120, height: 120 }]),
    'qr-dots': page([
      { ...qrDefaults, x: 40, y: 15, width: 120, height: 120, modules: 'dots', colour: '#6b3fa0' },
    ]),
    'qr-rounded': page([{ ...qrDefaults, x: 40, y: 15, width: 120, height: 120, modules: 'rounded' }]),
    text: page([words]),
    shadow: page([{ ...rectangle, radius: 16, shadow, rotation: 20 }]),
    'shadow-of-text': page([{ ...words, shadow: { ...shadow, colour: '#d9432f', opacity: 1 } }]),
    blur: page([{ ...rectangle, blur: 5, fill: sunset }]),
    'blur-and-shadow': page([{ ...polygonDefaults, ...box, blur: 2, shadow }]),
    opacity: page([...backdrop, { ...rectangle, stroke: '#1b2430', strokeWidth: 10, opacity: 0.5 }]),
    'shadow-faded': page([...backdrop, { ...ellipseDefaults, ...box, shadow, opacity: 0.6 }]),
    mirrored: page([{ ...pathDefaults, ...box, d: 'M0 0L100 20L20 100Z', flipX: true, rotation: 15 }]),
    upside: page([{ ...words, flipY: true }]),
    ...Object.fromEntries(
      blends.map((blend) => [
        `blend-${blend}`,
        page([...backdrop, { ...rectangle, fill: '#c06040', blend, opacity: 0.9 }]),
      ]),
    ),
    'mask-shape': masked({ ...ellipseDefaults, ...box }, 10),
    'mask-text': masked({ ...words, fontSize: 52, y: 20, rotation: -8 }),
    'mask-soft': masked({ ...ellipseDefaults, ...box, blur: 8 }),
    'mask-turned': masked({
      ...polygonDefaults,
      ...box,
      sides: 3,
      rotation: 40,
      stroke: '#000000',
      strokeWidth: 2,
    }),
  };
}
