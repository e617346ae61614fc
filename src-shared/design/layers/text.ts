import { z } from 'zod';
import { colourSchema, resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { makeGradient } from '#shared/design/draw/gradient.ts';
import { fillSchema } from '#shared/design/paint.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';
import { textLanguage } from '#shared/design/text/language.ts';
import { drawFilledLetters, drawLetters, drawMarkers, drawOutline } from '#shared/design/text/drawing.ts';
import { layoutOfNode } from '#shared/design/text/layout.ts';

/** Looks of a range of characters; what is absent is the layer's own. `start` and `end` are UTF-16 indices. */
export const textRunSchema = z.looseObject({
  start: z.int().min(0),
  end: z.int().min(1),
  fontFamily: z.string().min(1).optional(),
  fontWeight: z.number().min(1).max(1000).optional(),
  /** px */
  fontSize: z.number().min(1).max(10_000).optional(),
  colour: colourSchema.optional(),
  /** px between characters */
  letterSpacing: z.number().min(-1000).max(1000).optional(),
  /** px that the characters stand above their line; negative is below. */
  baseline: z.number().min(-10_000).max(10_000).optional(),
  highlight: colourSchema.optional(),
  underline: z.boolean().optional(),
  strike: z.boolean().optional(),
});
export type TextRun = z.infer<typeof textRunSchema>;

/** An arc bends the line: 100 is a full circle with the letters outside, -100 one with them inside. */
const textPathSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('arc'), bend: z.number().min(-100).max(100) }),
  /** SVG path data in a box of `width` × `height` units, stretched to the layer's box. */
  z.object({
    kind: z.literal('path'),
    d: z.string().max(100_000),
    width: z.number().gt(0),
    height: z.number().gt(0),
  }),
]);

export const textSchema = z.looseObject({
  ...commonShape,
  type: z.literal('text'),
  /** Plain text; a newline starts a new line. */
  text: z.string().max(100_000),
  fontFamily: z.string().min(1),
  /** 100 to 900; the nearest weight that the family has is used. */
  fontWeight: z.number().min(1).max(1000),
  /** px */
  fontSize: z.number().min(1).max(10_000),
  /** A multiple of the font size. */
  lineHeight: z.number().min(0.1).max(10),
  /** px between characters; may be negative. */
  letterSpacing: z.number().min(-1000).max(1000),
  align: z.enum(['left', 'center', 'right']),
  /** Where the lines stand in a fixed box. */
  verticalAlign: z.enum(['top', 'middle', 'bottom']),
  colour: colourSchema,
  /**
   * auto-width breaks only at newlines; auto-height wraps at the width and grows downwards; fixed wraps
   * at the width and keeps the height. The editor writes the measured size back when text changes.
   */
  sizing: z.enum(['auto-width', 'auto-height', 'fixed']),
  /** Ranges with looks of their own, in order, not overlapping; see `normaliseRuns`. */
  runs: z.array(textRunSchema).max(10_000).optional(),
  /** px after each paragraph (a line that ends in a newline). */
  paragraphSpacing: z.number().min(0).max(10_000).optional(),
  list: z.enum(['none', 'bullet', 'number']).optional(),
  /** What happens to lines beyond a fixed box: they show, the letters shrink, or “…” ends the last line that fits. */
  overflow: z.enum(['show', 'shrink', 'ellipsis']).optional(),
  /** Vertical text runs from top to bottom, its lines from right to left. */
  writing: z.enum(['horizontal', 'vertical']).optional(),
  /** The line that the letters stand on; one line of text, which does not wrap. */
  path: textPathSchema.nullable().optional(),
  /** A gradient or a picture inside the letters; absent: `colour`. */
  fill: fillSchema.nullable().optional(),
  /** An outline around the letters; it grows outwards only, px. */
  outline: z
    .object({ colour: colourSchema, width: z.number().min(0).max(1000) })
    .nullable()
    .optional(),
  /** A marker behind every line; padding and radius in px. */
  highlight: z
    .object({
      colour: colourSchema,
      padding: z.number().min(0).max(1000),
      radius: z.number().min(0).max(1000),
    })
    .nullable()
    .optional(),
  underline: z.boolean().optional(),
  strike: z.boolean().optional(),
  capitals: z.boolean().optional(),
});
export type TextNode = z.infer<typeof textSchema>;

export const textDefaults = {
  ...commonDefaults,
  type: 'text',
  text: '',
  fontFamily: 'Noto Sans SC',
  fontWeight: 400,
  fontSize: 48,
  lineHeight: 1.4,
  letterSpacing: 0,
  align: 'left',
  verticalAlign: 'top',
  colour: 'token:ink',
  sizing: 'auto-height',
} as const;

/**
 * Draws the lines that `layoutText` finds; a canvas never wraps by itself. From back to front: markers,
 * outline, letters with their lines.
 */
export function drawText(context: Canvas2D, node: TextNode, environment: DrawEnvironment): void {
  if (node.text === '') return;
  const layout = layoutOfNode(node);
  context.lang = textLanguage(node.text);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  drawMarkers(context, node, layout, environment);
  drawOutline(context, node, layout, environment);
  const fill = typeof node.fill === 'object' ? node.fill : null;
  const plain = resolveColour(typeof node.fill === 'string' ? node.fill : node.colour, environment.tokens);
  const turned = layout.writing !== 'horizontal';
  if (fill !== null && (fill.kind === 'picture' || turned)) {
    drawFilledLetters(context, node, layout, fill, environment);
    drawLetters(context, layout, (colour, emoji) =>
      colour === null && !emoji ? null : resolveColour(colour ?? node.colour, environment.tokens),
    );
    return;
  }
  const box = { x: 0, y: 0, width: node.width, height: node.height };
  const ink = fill === null ? plain : makeGradient(context, fill, box, environment.tokens);
  drawLetters(context, layout, (colour) =>
    colour === null ? ink : resolveColour(colour, environment.tokens),
  );
}
