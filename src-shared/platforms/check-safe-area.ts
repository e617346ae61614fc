import type { MediaFacts } from '../domain/content.ts';
import { find } from './find.ts';
import type { Finding } from './finding.ts';
import type { FormatProfile, SafeZone } from './profile-types.ts';

/** Shapes that differ by more than this share are another format's, whose safe area says nothing here. */
const shapeSlack = 0.03;
/** Fraction of the picture that a box may reach into the covered part: serifs and shadows. */
const reach = 0.004;

const sides = {
  top: { en: 'top', zh: '上方' },
  right: { en: 'right', zh: '右侧' },
  bottom: { en: 'bottom', zh: '下方' },
  left: { en: 'left', zh: '左侧' },
} as const;

function coveredSides(zone: SafeZone, box: NonNullable<MediaFacts['boxes']>[number]): (keyof typeof sides)[] {
  const covered = {
    top: box.y < zone.top / zone.height - reach,
    right: box.x + box.width > 1 - zone.right / zone.width + reach,
    bottom: box.y + box.height > 1 - zone.bottom / zone.height + reach,
    left: box.x < zone.left / zone.width - reach,
  };
  // A box that leaves the picture there is cut anyway: what is covered is only what is inside.
  return (Object.keys(covered) as (keyof typeof sides)[]).filter((side) => {
    const width = side === 'top' || side === 'bottom' ? zone.height : zone.width;
    return covered[side] && zone[side] > 0 && width > 0;
  });
}

/** Words and logos of attached designs that the platform's own buttons would cover. */
export function safeAreaFindings(profile: FormatProfile, media: readonly MediaFacts[]): Finding[] {
  return media.flatMap((facts, index) => {
    const isCover = facts.kind === 'image' && profile.image === null;
    const zone = isCover ? profile.coverSafeZone : profile.safeZone;
    if (!zone || !facts.boxes || facts.height === 0) return [];
    const shape = facts.width / facts.height / (zone.width / zone.height);
    if (Math.abs(shape - 1) > shapeSlack) return [];
    return facts.boxes.flatMap((box) => {
      const covered = coveredSides(zone, box);
      if (covered.length === 0) return [];
      const where = {
        en: covered.map((side) => sides[side].en).join(', '),
        zh: covered.map((side) => sides[side].zh).join('、'),
      };
      const limit = { value: zone, confidence: zone.confidence, source: zone.source, soft: true as const };
      return {
        ...find('safe-area', limit, {
          en: `“${box.name}” is covered by ${profile.platformName.en}’s own buttons (${where.en}). Move it inwards.`,
          zh: `“${box.name}”会被${profile.platformName.zh}的界面遮挡（${where.zh}）。请向内移动。`,
        }),
        media: index,
      };
    });
  });
}
