import type { Bilingual } from '#shared/contract/failure.ts';
import type { NewVariant } from '#shared/design/variants/edits.ts';
import { safeZoneIn } from '#shared/design/variants/safe-zone.ts';
import { formatSizes } from '#shared/platforms/format-name.ts';
import { offeredPlatforms } from '#shared/platforms/own-rules.ts';
import { formatProfile, pictureOf } from '#shared/platforms/profile.ts';
import type { RulePack } from '#shared/platforms/rule-pack.ts';

/** A size that a platform names. */
export interface SizePreset {
  /** `platform/format` or `platform/format/size`, as the rule pack takes it. */
  format: string;
  platformId: string;
  platformName: Bilingual;
  formatName: Bilingual;
  /** Name of the size in the rule pack; '' for the format's only one. */
  size: string;
  width: number;
  height: number;
}

/** Sides below this are icons; above it no design of a post is that large. px */
const smallest = 200;
const largest = 8192;

/** Every picture size of every platform, in the order of the rule pack. */
export function sizePresets(pack: RulePack): SizePreset[] {
  return offeredPlatforms(pack).flatMap((platform) =>
    platform.formats.flatMap((format) => {
      const id = `${platform.id}/${format.id}`;
      const common = { platformId: platform.id, platformName: platform.name, formatName: format.name };
      const sizes = formatSizes(format);
      const named = sizes.map(({ name, width, height }) => ({
        ...common,
        format: `${id}/${name}`,
        size: name,
        width,
        height,
      }));
      const first = pictureOf(formatProfile(pack, id))?.primary.value;
      const known = sizes.some((size) => size.width === first?.width && size.height === first.height);
      const own = first && !known ? [{ ...common, format: id, size: '', ...first }] : [];
      return [...own, ...named].filter(
        ({ width, height }) => Math.min(width, height) >= smallest && Math.max(width, height) <= largest,
      );
    }),
  );
}

/** Whether a preset answers to what was typed: its names in both languages, or its px (“1080x1350”). */
export function presetMatches(preset: SizePreset, sizeName: string, search: string): boolean {
  const { platformName, formatName, format, width, height } = preset;
  const words = [platformName.en, platformName.zh, formatName.en, formatName.zh, format, sizeName];
  const text = `${words.join(' ')} ${width}x${height} ${width}×${height}`.toLowerCase();
  return search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** The linked size that a preset makes. */
export function variantOf(pack: RulePack, preset: SizePreset, id: string): NewVariant {
  const { format, width, height } = preset;
  const safe = safeZoneIn(formatProfile(pack, format), width, height);
  return { id, format, name: '', width, height, ...(safe ? { safe } : {}) };
}
