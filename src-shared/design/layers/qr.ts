import { z } from 'zod';
import { colourSchema } from '#shared/design/colours.ts';
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
