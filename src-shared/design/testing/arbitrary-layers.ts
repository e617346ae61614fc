import fc from 'fast-check';
import { blendModes, lockAspects, pins } from '#shared/design/layers/common.ts';

/** A whole number from and to, so that failures are read easily. */
export const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

/** A fraction in hundredths. */
export const fraction = whole(0, 100).map((hundredths) => hundredths / 100);

export const colour = fc.constantFrom('#fff', '#1b2430', '#d9432f80', 'token:accent', 'token:nobody');

const stops = fc.array(fc.record({ at: fraction, colour }), { minLength: 2, maxLength: 5 });
const centre = fc.record({ x: fraction, y: fraction });

/** A colour, a gradient or a picture. */
export const fill = fc.oneof(
  colour,
  fc.record({ kind: fc.constant('linear' as const), angle: whole(-720, 720), stops }),
  fc.record({
    kind: fc.constant('radial' as const),
    centre,
    radius: whole(1, 400).map((n) => n / 100),
    stops,
  }),
  fc.record(
    {
      kind: fc.constant('picture' as const),
      assetId: fc.constantFrom('', 'photo.jpg', 'another'),
      fit: fc.constantFrom('cover' as const, 'contain' as const, 'fill' as const, 'tile' as const),
      focus: centre,
      tileScale: whole(1, 1000).map((n) => n / 100),
    },
    { requiredKeys: ['kind', 'assetId', 'fit', 'focus'] },
  ),
);

/** Fields that no Galley of today knows; their names begin with `future`. */
export const unknownFields = fc.dictionary(
  fc.constantFrom('futureA', 'future-b', 'future 丙'),
  // -0 is not told from 0 in JSON.
  fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))),
  { maxKeys: 2 },
);

const words = fc.oneof(
  fc.constantFrom('', '你好，Galley', 'Two words\nand 第二行', '👩‍👩‍👧 emoji', '{{name}}', '“引号”——'),
  fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed()),
);

const nullable = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq: 4 });

const commonRequired = {
  name: words,
  x: whole(-2000, 4000),
  y: whole(-2000, 4000),
  width: whole(0, 2000),
  height: whole(0, 2000),
  rotation: fc.constantFrom(0, 0, 15, -90, 360, 1234.5),
  opacity: fraction,
  hidden: fc.boolean(),
  locked: fc.boolean(),
};
const commonOptional = {
  flipX: fc.boolean(),
  flipY: fc.boolean(),
  shadow: nullable(
    fc.record({ x: whole(-99, 99), y: whole(-99, 99), blur: whole(0, 99), colour, opacity: fraction }),
  ),
  blur: whole(0, 40),
  blend: fc.constantFrom(...blendModes),
  lockedAspects: fc.subarray([...lockAspects]),
  keepRatio: fc.boolean(),
  pin: fc.record({ x: fc.constantFrom(...pins), y: fc.constantFrom(...pins) }),
  bound: fc.record({ picture: words, colour: words }, { requiredKeys: [] }),
};

const dash = fc.array(whole(0, 10), { maxLength: 8 });
const paint = { fill: nullable(fill), stroke: nullable(colour), strokeWidth: whole(0, 60) };
const pathData = fc.constantFrom(
  'M0 0H100V100H0Z',
  'M0 50Q50 -50 100 50T200 50',
  'M0 0A50 50 0 1 0 50 100Z',
  '',
);
const pathBox = { d: pathData, width: whole(1, 400), height: whole(1, 400) };

const run = fc.record(
  {
    start: whole(0, 6),
    end: whole(1, 12),
    fontFamily: fc.constantFrom('Inter', 'Noto Sans SC', 'Nobody Has This'),
    fontWeight: whole(1, 1000),
    fontSize: whole(1, 300),
    colour,
    letterSpacing: whole(-20, 40),
    baseline: whole(-60, 60),
    highlight: colour,
    underline: fc.boolean(),
    strike: fc.boolean(),
  },
  { requiredKeys: ['start', 'end'] },
);

const signed = whole(-100, 100);
const adjustments = fc.record(
  {
    exposure: signed,
    contrast: signed,
    saturation: signed,
    temperature: signed,
    tint: signed,
    highlights: signed,
    shadows: signed,
    sharpen: whole(0, 100),
    blur: whole(0, 100),
    vignette: whole(0, 100),
    grain: whole(0, 100),
    duotone: nullable(fc.record({ dark: colour, light: colour })),
    preset: fc.constantFrom('', 'no-such-look'),
    presetStrength: whole(0, 100),
  },
  { requiredKeys: [] },
);

const radius = whole(0, 400);
const radii = fc.tuple(radius, radius, radius, radius);

/** Required and optional fields by layer type, beside those that all layers have. */
const own: Readonly<Record<string, { required: Fields; optional: Fields }>> = {
  text: {
    required: {
      text: words,
      fontFamily: fc.constantFrom('Inter', 'Noto Sans SC', 'user-0123', 'Nobody Has This'),
      fontWeight: whole(1, 1000),
      fontSize: whole(1, 300),
      lineHeight: whole(1, 100).map((tenths) => tenths / 10),
      letterSpacing: whole(-20, 40),
      align: fc.constantFrom('left', 'center', 'right'),
      verticalAlign: fc.constantFrom('top', 'middle', 'bottom'),
      colour,
      sizing: fc.constantFrom('auto-width', 'auto-height', 'fixed'),
    },
    optional: {
      runs: fc.array(run, { maxLength: 4 }),
      paragraphSpacing: whole(0, 60),
      list: fc.constantFrom('none', 'bullet', 'number'),
      overflow: fc.constantFrom('show', 'shrink', 'ellipsis'),
      writing: fc.constantFrom('horizontal', 'vertical'),
      path: nullable(
        fc.oneof(
          fc.record({ kind: fc.constant('arc'), bend: signed }),
          fc.record({ kind: fc.constant('path'), ...pathBox }),
        ),
      ),
      fill: nullable(fill),
      outline: nullable(fc.record({ colour, width: whole(0, 40) })),
      highlight: nullable(fc.record({ colour, padding: whole(0, 40), radius: whole(0, 40) })),
      underline: fc.boolean(),
      strike: fc.boolean(),
      capitals: fc.boolean(),
    },
  },
  image: {
    required: {
      assetId: fc.constantFrom('', 'photo.jpg', '../elsewhere.png'),
      crop: fc.record({ x: fraction, y: fraction, width: fraction, height: fraction }),
      fit: fc.constantFrom('cover', 'contain', 'fill'),
      radius,
    },
    optional: {
      radii,
      frame: fc.oneof(
        fc.record({ kind: fc.constant('ellipse') }),
        fc.record({ kind: fc.constant('polygon'), sides: whole(3, 60) }),
        fc.record({ kind: fc.constant('star'), points: whole(3, 60), inset: fc.constantFrom(0.05, 0.4, 1) }),
        fc.record({ kind: fc.constant('path'), ...pathBox }),
      ),
      focus: centre,
      straighten: whole(-45, 45),
      adjust: adjustments,
      originalAssetId: fc.constantFrom('', 'before.jpg'),
      altText: words,
    },
  },
  rectangle: { required: { ...paint, radius }, optional: { dash, radii } },
  ellipse: { required: paint, optional: { dash } },
  polygon: {
    required: { ...paint, sides: whole(3, 60), inset: fc.constantFrom(null, 0.05, 0.4, 1), radius },
    optional: { dash },
  },
  path: {
    required: {
      ...paint,
      d: pathData,
      viewWidth: whole(1, 400),
      viewHeight: whole(1, 400),
      fillRule: fc.constantFrom('nonzero', 'evenodd'),
      lineCap: fc.constantFrom('butt', 'round', 'square'),
      lineJoin: fc.constantFrom('miter', 'round', 'bevel'),
    },
    optional: { dash },
  },
  line: {
    required: {
      points: fc.array(fc.record({ x: fraction, y: fraction }), { minLength: 2, maxLength: 5 }),
      stroke: colour,
      strokeWidth: whole(0, 60),
      startArrow: fc.boolean(),
      endArrow: fc.boolean(),
    },
    optional: { dash },
  },
  qr: {
    required: {
      value: words,
      level: fc.constantFrom('L', 'M', 'Q', 'H'),
      colour,
      background: nullable(colour),
      margin: whole(0, 20),
      modules: fc.constantFrom('square', 'dots', 'rounded'),
    },
    optional: {},
  },
  group: { required: {}, optional: { maskId: nullable(fc.constantFrom('n0', 'n3', 'gone')) } },
};
type Fields = Record<string, fc.Arbitrary<unknown>>;

/** Fields of a layer of one type without its id, page, parent and order. */
export function layerOf(type: string): fc.Arbitrary<Record<string, unknown>> {
  const { required, optional } = own[type] ?? { required: {}, optional: {} };
  const needed = { ...commonRequired, ...required };
  const model = { ...needed, ...commonOptional, ...optional };
  return fc
    .tuple(unknownFields, fc.record(model, { requiredKeys: Object.keys(needed) as (keyof typeof model)[] }))
    .map(([unknown, fields]) => ({ ...unknown, ...fields, type }));
}

/** A layer of any type, as in `layerOf`. */
export const anyLayer: fc.Arbitrary<Record<string, unknown>> = fc.oneof(...Object.keys(own).map(layerOf));

/** The types that `layerOf` knows. */
export const arbitraryLayerTypes: readonly string[] = Object.keys(own);
