import { isFact, isGroup } from '#shared/platforms/rule-pack.ts';
import type { FactGroup, FactNode, RulePack } from '#shared/platforms/rule-pack.ts';

/** A shape that a platform cuts out of the middle of a picture: in profile grids, feeds, covers of articles. */
export interface PlatformCrop {
  /** As the platform writes it: `3:4`. */
  label: string;
  /** Width divided by height. */
  ratio: number;
}

function cropOf(label: string): PlatformCrop | null {
  const [width, height] = label.split(':').map(Number);
  return width && height ? { label, ratio: width / height } : null;
}

function ratiosIn(group: FactGroup | undefined): string[] {
  const stated = group?.['cover_crops'];
  const listed =
    isFact(stated) && Array.isArray(stated.value)
      ? stated.value.filter((each) => typeof each === 'string')
      : [];
  const sizes: FactNode | undefined = group?.['sizes'];
  if (!Array.isArray(sizes)) return listed;
  const noted = sizes.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return [];
    const { name, note, ratio } = entry;
    const crops =
      (typeof note === 'string' && /grid|crop/.test(note)) ||
      (typeof name === 'string' && name.endsWith('-crop'));
    return crops && typeof ratio === 'string' ? [ratio] : [];
  });
  return [...listed, ...noted];
}

/** The crops that the rule pack states for a platform's pictures; none for free sizes. */
export function cropsOf(pack: RulePack, format: string): PlatformCrop[] {
  const [platformId] = format.split('/');
  const platform = pack.platforms.find((each) => each.id === platformId);
  const labels = (platform?.formats ?? []).flatMap(({ image }) => [
    ...ratiosIn(image),
    ...Object.values(image ?? {}).flatMap((group) => (isGroup(group) ? ratiosIn(group) : [])),
  ]);
  return [...new Set(labels)].flatMap((label) => cropOf(label) ?? []);
}

/** The largest part of that shape in the middle of a page, px. */
export function centreCrop(
  page: { width: number; height: number },
  ratio: number,
): { x: number; y: number; width: number; height: number } {
  const width = Math.min(page.width, page.height * ratio);
  const height = width / ratio;
  return { x: (page.width - width) / 2, y: (page.height - height) / 2, width, height };
}
