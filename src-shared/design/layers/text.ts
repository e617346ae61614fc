import { z } from 'zod';
import { colourSchema, resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { canvasFont } from '#shared/design/fonts.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';
import { layoutOfNode, textLanguage } from '#shared/design/text/layout.ts';

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

/** Draws the lines that `layoutText` finds; a canvas never wraps by itself. */
export function drawText(context: Canvas2D, node: TextNode, environment: DrawEnvironment): void {
  if (node.text === '') return;
  const layout = layoutOfNode(node);
  context.font = canvasFont(node.fontFamily, node.fontWeight, node.fontSize);
  context.lang = textLanguage(node.text);
  context.letterSpacing = `${node.letterSpacing}px`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillStyle = resolveColour(node.colour, environment.tokens);
  for (const line of layout.lines) context.fillText(line.text, line.x, line.baseline);
}
