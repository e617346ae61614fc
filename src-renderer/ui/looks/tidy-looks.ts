import type { Adjustments } from '#shared/design/images/adjustments.ts';

/** The sliders, in the order of the panel. */
export const signedLooks = [
  'exposure',
  'contrast',
  'highlights',
  'shadows',
  'temperature',
  'tint',
  'saturation',
] as const;
export const unsignedLooks = ['sharpen', 'blur', 'vignette', 'grain'] as const;
export type LookName = (typeof signedLooks)[number] | (typeof unsignedLooks)[number];

/** Looks without what changes nothing; undefined when nothing is left. */
export function tidyLooks(looks: Adjustments): Adjustments | undefined {
  const entries = Object.entries(looks).filter(([key, value]) => {
    if (value === undefined || value === null || value === '') return false;
    if (key === 'presetStrength') return looks.preset !== undefined && value !== 100;
    return value !== 0;
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
