import { z } from 'zod';
import { designFileTypes } from '#shared/contract/designs.ts';
import type { CallInput } from '#shared/contract/index.ts';
import type { DesignBody } from '#shared/design/schema.ts';
import { pagesInOrder } from '#shared/design/tree.ts';

const storageKey = 'galley.design-export';

/** What is kept from one export to the next, whichever design it is. */
const settingsSchema = z.object({
  type: z.enum(designFileTypes).catch('png'),
  scale: z.union([z.literal(1), z.literal(2), z.literal(3)]).catch(1),
  quality: z.int().min(30).max(100).catch(90),
  /** In `limitUnit`; null for no limit. */
  limit: z.number().positive().nullable().catch(null),
  limitUnit: z.enum(['KB', 'MB']).catch('KB'),
  transparent: z.boolean().catch(false),
  outlines: z.boolean().catch(false),
  bleed: z.boolean().catch(false),
});
export type ExportSettings = z.infer<typeof settingsSchema>;

/** What belongs to this design: its pages and sizes. */
export interface ExportChoice {
  pages: 'all' | 'current' | 'chosen';
  /** 1-based, for `chosen`. */
  chosen: readonly number[];
  ownSize: boolean;
  variants: readonly string[];
  formats: readonly string[];
}

export function rememberedSettings(): ExportSettings {
  try {
    return settingsSchema.parse(JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
  } catch {
    return settingsSchema.parse({});
  }
}

export function rememberSettings(settings: ExportSettings): void {
  localStorage.setItem(storageKey, JSON.stringify(settings));
}

/** The pages that an export paints, 1-based. */
export function chosenNumbers(choice: ExportChoice, body: DesignBody, pageId: string): number[] {
  const pages = pagesInOrder(body);
  if (choice.pages === 'all') return pages.map((_page, index) => index + 1);
  if (choice.pages === 'current') return [Math.max(1, pages.findIndex((page) => page.id === pageId) + 1)];
  return choice.chosen.filter((number) => number <= pages.length).toSorted((a, b) => a - b);
}

/** How many files come out: a PDF holds all pages of a size. */
export function fileCount(type: ExportSettings['type'], choice: ExportChoice, pages: number): number {
  const sizes = Number(choice.ownSize) + choice.variants.length + choice.formats.length;
  return pages === 0 ? 0 : sizes * (type === 'pdf' ? 1 : pages);
}

/** The call for a choice. `pages` are those of `chosenNumbers`. */
export function renderInput(
  id: string,
  settings: ExportSettings,
  choice: ExportChoice,
  pages: readonly number[],
  allPages: number,
): CallInput<'designs.render'> {
  const { type, scale, quality, limit, limitUnit } = settings;
  const bytes = limit === null ? null : Math.max(1000, Math.round(limit * (limitUnit === 'KB' ? 1e3 : 1e6)));
  return {
    id,
    type,
    scale: type === 'pdf' ? 1 : scale,
    ...(pages.length === allPages ? {} : { pages: [...pages] }),
    ...(type === 'png' ? {} : { quality }),
    ...(bytes === null ? {} : { maxBytes: bytes }),
    ownSize: choice.ownSize,
    ...(choice.variants.length === 0 ? {} : { variants: [...choice.variants] }),
    ...(choice.formats.length === 0 ? {} : { formats: [...choice.formats] }),
    transparent: settings.transparent && type !== 'jpeg',
    outlines: settings.outlines && type === 'svg',
    bleed: settings.bleed,
  };
}
