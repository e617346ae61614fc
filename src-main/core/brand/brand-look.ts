import { createHash } from 'node:crypto';
import type { Session } from '#main/ports/workspace.ts';
import { brandOf } from './brand.ts';

/** A family and weight that a font token stands for. */
interface FontChoice {
  family: string;
  weight: number;
}

/** What a workspace's brand and fonts mean for painting its designs. */
export interface BrandLook {
  /** Hex colours by token. */
  tokens: Record<string, string>;
  fontTokens: { heading: FontChoice; body: FontChoice };
  /** Files of the workspace's own fonts; ascent and descent in em. */
  fonts: { family: string; weight: number; path: string; ascent: number; descent: number }[];
  /** Changes whenever any of the above does: part of the names of cached pictures. */
  key: string;
}

/** The look of a workspace as it is now. */
export function brandLook(session: Session): BrandLook {
  const brand = brandOf(session);
  const fonts = session.repositories.fonts.list().map((font) => ({
    family: font.family,
    weight: font.weight,
    path: session.fontPath(font),
    ascent: font.ascent,
    descent: font.descent,
  }));
  const named = [brand.revision, ...fonts.map(({ family }) => family).toSorted()].join(' ');
  return {
    tokens: Object.fromEntries(brand.colours.map(({ token, hex }) => [token, hex])),
    fontTokens: brand.fonts,
    fonts,
    key: createHash('sha256').update(named).digest('hex').slice(0, 12),
  };
}
