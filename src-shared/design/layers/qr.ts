import { z } from 'zod';
import { colourSchema, resolveColour } from '#shared/design/colours.ts';
import type { Canvas2D } from '#shared/design/draw/canvas.ts';
import type { DrawEnvironment } from '#shared/design/draw/environment.ts';
import { qrModules, traceModules } from '#shared/design/draw/qr-code.ts';
import { commonDefaults, commonShape } from '#shared/design/layers/common.ts';

/** A QR code (ISO/IEC 18004), always square: it fills the shorter side of its box. */
export const qrSchema = z.looseObject({
  ...commonShape,
  type: z.literal('qr'),
  /** What it says: an address or any words, as UTF-8; at most 2,331 bytes at level M. */
  value: z.string().max(2331),
  /** Share of damage it survives: L 7 %, M 15 %, Q 25 %, H 30 %. */
  level: z.enum(['L', 'M', 'Q', 'H']),
  colour: colourSchema,
  /** Null: transparent. Readers want light behind dark. */
  background: colourSchema.nullable(),
  /** Quiet zone around it in modules; the standard asks for 4. */
  margin: z.int().min(0).max(20),
  modules: z.enum(['square', 'dots', 'rounded']),
});
export type QrNode = z.infer<typeof qrSchema>;

export const qrDefaults = {
  ...commonDefaults,
  type: 'qr',
  value: 'https://example.com',
  level: 'M',
  colour: '#000000',
  background: '#ffffff',
  margin: 4,
  modules: 'square',
} as const;

/** Draws the code in the middle of its box; a crossed square when its words are too long for its level. */
export function drawQr(context: Canvas2D, node: QrNode, environment: DrawEnvironment): void {
  const side = Math.min(node.width, node.height);
  if (side <= 0) return;
  context.save();
  context.translate((node.width - side) / 2, (node.height - side) / 2);
  if (node.background !== null) {
    context.fillStyle = resolveColour(node.background, environment.tokens);
    context.fillRect(0, 0, side, side);
  }
  const colour = resolveColour(node.colour, environment.tokens);
  const modules = qrModules(node.value, node.level);
  context.beginPath();
  if (modules) {
    const unit = side / (modules.length + node.margin * 2);
    context.translate(node.margin * unit, node.margin * unit);
    traceModules(context, modules, unit, node.modules);
    context.fillStyle = colour;
    context.fill();
  } else {
    context.strokeStyle = colour;
    context.lineWidth = side / 50;
    context.rect(side / 10, side / 10, side * 0.8, side * 0.8);
    context.moveTo(side / 10, side / 10);
    context.lineTo(side * 0.9, side * 0.9);
    context.moveTo(side * 0.9, side / 10);
    context.lineTo(side / 10, side * 0.9);
    context.stroke();
  }
  context.restore();
}
