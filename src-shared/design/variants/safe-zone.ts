import type { Variant } from '#shared/design/schema.ts';
import type { FormatProfile, SafeZone } from '#shared/platforms/profile-types.ts';

/** How far a picture's shape may be from the one that a zone was stated for, as a ratio. */
const sameShape = 0.06;

/**
 * Where a format's own buttons and words cover a picture of this size, in its px; null where nothing is
 * stated for that shape. The rule pack states zones for one canvas each; they scale with it.
 */
export function safeZoneIn(
  profile: Pick<FormatProfile, 'safeZone' | 'coverSafeZone'>,
  width: number,
  height: number,
): NonNullable<Variant['safe']> | null {
  const fits = (zone: SafeZone | null): zone is SafeZone =>
    zone !== null && Math.abs(Math.log(zone.width / zone.height / (width / height))) <= sameShape;
  const zone = [profile.safeZone, profile.coverSafeZone].find(fits);
  if (!zone) return null;
  const scale = width / zone.width;
  const px = (side: number): number => Math.round(side * scale);
  return { top: px(zone.top), right: px(zone.right), bottom: px(zone.bottom), left: px(zone.left) };
}
